import { describe, expect, it } from 'vitest';
import type { Flow, State } from '#core/definition/index.ts';
import { end, proofOf, task } from './small-flow.testing.ts';

const both = (text: string) => ({ uk: text, en: text });
const message = (subject: string, body: string) => ({
  to: 'applicant',
  channels: ['email'],
  subject: both(subject),
  body: both(body),
});
const over = end('over');
/** Says something, then goes on. */
const told = (said: string, next = 'over') =>
  ({ type: 'wait', for: 'P1D', say: both(said), next }) as unknown as State;
const call = (name: string, more: object = {}) =>
  ({ type: 'call', connector: 'c', input: {}, due: 'P1D', as: name, ...more }) as unknown as State;
const parallel = (branches: { [name: string]: Flow }, more: object = {}) =>
  ({
    ...{ type: 'parallel', branches, join: { outcome: 'yes', need: 'all' } },
    ...{ next: 'over', otherwise: 'over', ...more },
  }) as unknown as State;

/** What may be absent, where it is written and the steps to it. */
const found = (states: Flow['states'], more: object = {}) =>
  proofOf(states, more)
    .failures.filter((f) => f.property === 'data')
    .map((f) => ({
      is: `${f.code} ${/(\S+), which/.exec(f.message.en ?? '')?.[1]}`,
      pointer: f.pointer,
      at: f.at,
      path: f.path.map((s) => `${s.at}.${s.action ?? s.kind}`),
    }));

/** Someone helps or does not, then everyone comes to `told`. */
const helped = { ask: task({ skip: 'told', on: 'help' }), help: task({ on: 'told' }) };

describe('what may be absent is told of', () => {
  it('inside a branch, with the steps that lead to it from the beginning', () => {
    const branch: Flow = {
      initial: 'a',
      states: { a: task({ on: 'b' }), b: told('{{help.by}}', 'yes'), yes: end('yes') },
    };
    expect(found({ ...helped, told: parallel({ one: branch }), over })).toEqual([
      {
        is: 'absentInExpression help.by',
        pointer: '/flow/states/told/branches/one/states/b/say/uk',
        at: 'told/one/b',
        path: ['ask.skip', 'told/one/a.on'],
      },
    ]);
  });

  it('on the way that asks for it, with the steps of that way', () => {
    const choice = [{ when: 'contains(help.action, "o")', to: 'over' }, { to: 'over' }];
    expect(found({ ...helped, told: task({}, { actions: { end: { to: choice } } }), over })).toEqual([
      {
        is: 'absentInExpression help.action',
        pointer: '/flow/states/told/actions/end/to/0/when',
        at: 'told',
        path: ['ask.skip', 'told.end'],
      },
    ]);
  });

  it('where only some of the ways through a group leave it absent', () => {
    const branch = (name: string, more: object): Flow => ({
      initial: name,
      states: { [name]: { ...task({ on: `${name}Yes` }), ...more } as State, [`${name}Yes`]: end('yes') },
    });
    const next = [{ when: 'contains(other.person, "1")', to: 'over' }, { to: 'over' }];
    const group = (need: unknown) =>
      found({
        group: parallel(
          { a: branch('a', {}), b: branch('b', { type: 'party', party: 'other' }) },
          { join: { outcome: 'yes', need }, next, otherwise: next },
        ),
        over,
      }).map(({ is, at }) => `${is} ${at}`);
    expect(group('any')).toEqual(['absentInExpression other.person group']);
  });

  it('once of a message or a document, however often it says it; of each expression by itself', () => {
    const said = { messages: { said: message('{{help.by}}', 'За {{help.by}}') } };
    const states = {
      ...helped,
      told: { ...told('', 'last'), notify: ['said'] } as State,
      last: told(''),
      over,
    };
    expect(found(states, said).map((f) => f.is)).toEqual(['absentInMessage help.by']);
    const text = (of: string) => ({ type: 'text', text: both(of) });
    const documents = { paper: { body: [text('{{help.by}}'), text('Від {{help.by}}')] } };
    const issue = {
      type: 'issue',
      document: 'paper',
      due: 'P1D',
      next: 'over',
      failed: 'over',
    } as unknown as State;
    expect(found({ ...helped, told: issue, over }, { documents }).map((f) => f.is)).toEqual([
      'absentInDocument help.by',
    ]);
    // two documents, two texts: each by itself
    const two = {
      ...helped,
      told: { ...issue, next: 'last' } as State,
      last: { ...issue, document: 'copy' } as State,
      over,
    };
    expect(found(two, { documents: { ...documents, copy: documents.paper } }).map((f) => f.pointer)).toEqual([
      '/documents/paper/body/0/text/uk',
      '/documents/copy/body/0/text/uk',
    ]);
    const twice = { ...helped, told: told('{{help.by}}', 'last'), last: told('{{help.by}}'), over };
    expect(found(twice).map((f) => f.at)).toEqual(['told', 'last']);
  });

  it('where it is met first, whichever words are read first', () => {
    const early = { said: message('{{if review.action = "yes" then help.by else ""}}', '{{help.by}}') };
    const states = {
      ...helped,
      told: { ...told('', 'review'), notify: ['said'] } as State,
      review: task({ yes: 'last', no: 'last' }),
      last: { ...told(''), notify: ['said'] } as State,
      over,
    };
    expect(found(states, { messages: early })).toEqual([
      {
        is: 'absentInMessage help.by',
        pointer: '/messages/said/body/uk',
        at: 'told',
        path: ['ask.skip'],
      },
    ]);
    const late = { said: { ...early.said, body: both('{{if help.by = null then "" else help.by}}') } };
    expect(found(states, { messages: late }).map((f) => f.path)).toEqual([
      ['ask.skip', 'told.until', 'review.yes'],
    ]);
  });
});

describe('a name means', () => {
  it('the answer of the branch in which a message is sent, one message for both', () => {
    const asks = (name: string): Flow => ({
      initial: name,
      states: {
        [name]: call('reply', { next: `${name}Told`, failed: `${name}Yes` }),
        [`${name}Told`]: { ...told('', `${name}Yes`), notify: ['said'] } as State,
        [`${name}Yes`]: end('yes'),
      },
    });
    const messages = { said: message('', '{{reply.found}}') };
    expect(found({ group: parallel({ a: asks('a'), b: asks('b') }), over }, { messages })).toEqual([]);
  });

  it('the answer inside, not the item of a list around it', () => {
    const each = (failed: string) => {
      const inner: Flow = {
        initial: 'check',
        states: {
          check: call('thing', { next: 'say', failed }),
          say: told('{{thing.name}}', 'yes'),
          yes: end('yes'),
        },
      };
      const flow: Flow = {
        initial: 'group',
        states: { group: parallel({ one: inner }, { next: 'done', otherwise: 'done' }), done: end('yes') },
      };
      const list = { type: 'each', of: 'form.l', as: 'thing', key: 'thing.id', flow };
      const ways = { join: { outcome: 'yes', need: 'all' }, next: 'over', otherwise: 'over' };
      return found({ list: { ...list, ...ways } as unknown as State, over }).map((f) => f.is);
    };
    expect(each('say')).toEqual(['absentInExpression thing.name']);
    expect(each('yes')).toEqual([]);
  });
});
