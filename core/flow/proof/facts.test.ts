import { describe, expect, it } from 'vitest';
import type { Flow, State } from '#core/definition/index.ts';
import { end, proofOf, task } from './small-flow.testing.ts';

const connectors = {
  c: {
    id: 'c',
    kind: 'rest',
    output: { type: 'object', properties: { list: { type: 'array' }, found: { type: 'boolean' } } },
    operations: { find: { output: { type: 'object', properties: { place: { type: 'object' } } } } },
  },
  silent: { id: 'silent', kind: 'rest' },
  book: { id: 'book', kind: 'registry', registry: 'homes' },
};
const registries = { homes: { versions: [{ schema: { type: 'object' } }] } };

/** What may not be there where it is needed. */
const absent = (states: Flow['states'], more: object = {}): string[] =>
  proofOf(states, more, { connectors, registries })
    .failures.filter((f) => f.property === 'data')
    .map((f) => /needs (\S+), which/.exec(f.message.en ?? '')?.[1] ?? f.code);

const over = end('over');
const call = (more: object) => ({ type: 'call', connector: 'c', input: {}, due: 'P1D', ...more }) as State;
const party = (more: object) =>
  ({
    ...{ type: 'party', party: 'other', due: 'P1D', overdue: { to: 'told' } },
    ...{ actions: { help: { to: 'told' } }, ...more },
  }) as State;
/** A state in which something is said, and then `over`. */
const told = (said: string, more: object = {}) =>
  ({ type: 'wait', for: 'P1D', say: { uk: said, en: said }, next: 'over', ...more }) as State;

describe('of a task or a party', () => {
  const form = {
    schema: {
      type: 'object',
      properties: { note: { type: 'string' }, parts: { type: 'array' }, place: { type: 'object' } },
    },
  };
  /** Done or skipped, then told. */
  const skipped = (said: string) =>
    absent({
      ask: task({ on: 'help', skip: 'told' }),
      help: task({ on: 'told' }, { form }),
      told: told(said),
      over,
    });

  it('what its form was not given is absent, but for lists and what holds fields', () => {
    expect(skipped('{{count(help.parts)}} {{string(help.place)}}')).toEqual([]);
    expect(skipped('{{help.note}}')).toEqual(['help.note']);
    expect(skipped('{{help.place.city}}')).toEqual(['help.place.city']);
    expect(skipped('{{help.other}}')).toEqual(['help.other']);
  });

  it('nothing is equal to what it never did, and nothing is in its grounds', () => {
    expect(skipped('{{if help.action = "on" then help.by else ""}}')).toEqual([]);
    expect(skipped('{{if help.reason = "x" then help.by else ""}}')).toEqual([]);
    expect(skipped('{{if help.by = "x" then string(help.at) else ""}}')).toEqual([]);
    expect(skipped('{{if list contains(help.grounds, "x") then help.by else ""}}')).toEqual([]);
    expect(skipped('{{if help.previous = "x" then help.by else ""}}')).toEqual([]);
    expect(skipped('{{if help.times = 0 then "" else help.by}}')).toEqual([]);
  });

  it('only what was done counts, not that its deadline passed', () => {
    const late = { due: 'P1D', overdue: { to: 'told' } };
    const done = (said: string, more: object) =>
      absent({ ask: task({ on: 'told' }, more), told: told(said), over });
    expect(done('{{ask.by}}', {})).toEqual([]);
    expect(done('{{ask.by}}', late)).toEqual(['ask.by']);
    expect(done('{{if ask.times = 0 then "" else ask.by}}', late)).toEqual([]);
  });

  it('who it is, is known once they have acted; that there is such a party, always', () => {
    const by = (said: string, more: object = {}) => absent({ ask: party(more), told: told(said), over });
    const never = { overdue: { raise: 'r' } };
    expect(by('{{other.person}}', never)).toEqual([]);
    expect(by('{{other.person}}')).toEqual(['other.person']);
    expect(by('{{other.name}}', never)).toEqual(['other.name']);
    expect(by('{{count([other])}} {{string(other.business)}}')).toEqual([]);
    expect(by('{{if other.person = "1" then ask.by else ""}}')).toEqual([]);
  });
});

describe('of what systems answer', () => {
  const asks = (said: string, more: object = {}) =>
    absent({ ask: call({ as: 'got', next: 'told', failed: 'told', ...more }), told: told(said), over });

  it('only its own answer counts, not that of another system', () => {
    const two = (said: string) =>
      absent({
        first: call({ as: 'one', next: 'second', failed: 'over' }),
        second: call({ as: 'two', next: 'told', failed: 'told' }),
        told: told(said),
        over,
      });
    expect(two('{{one.found}}')).toEqual([]);
    expect(two('{{two.found}}')).toEqual(['two.found']);
    expect(two('{{if two.found = true then string(two.found) else ""}}')).toEqual([]);
  });

  it('lists and what holds fields are there if it does not come, by the schema of what was asked', () => {
    expect(asks('{{count(got.list)}}')).toEqual([]);
    expect(asks('{{count(got.list)}}', { operation: 'find' })).toEqual(['got.list']);
    expect(asks('{{string(got.place)}}', { operation: 'find' })).toEqual([]);
    // nothing is said of an operation that does not say it
    expect(asks('{{count(got.list)}}', { operation: 'other' })).toEqual([]);
    expect(asks('{{count(got.list)}}', { connector: 'silent', operation: 'find' })).toEqual(['got.list']);
    expect(asks('{{count(got.list)}}', { connector: 'gone', operation: 'find' })).toEqual(['got.list']);
  });

  it('a lookup may have no answer; nothing is known of the fields of a system that does not tell them', () => {
    const looks = (connector: string, said: string) => {
      const more = {
        form: { schema: {}, pages: [], lookups: { dwelling: { connector, input: {}, as: 'home' } } },
      };
      return absent({ ask: task({ on: 'told' }), told: told(said), over }, more);
    };
    expect(looks('c', '{{if home = null then "" else string(home)}}')).toEqual([]);
    expect(looks('c', '{{string(home)}}')).toEqual(['home']);
    expect(looks('silent', '{{if home = null then "" else home.street}}')).toEqual(['home.street']);
    // a registry of ours always says whether it found a record, not what is in it
    expect(looks('book', '{{if home = null then "" else string(home.found)}}')).toEqual([]);
    expect(looks('book', '{{if home = null then "" else home.key}}')).toEqual(['home.key']);
  });
});

describe('of branches and items', () => {
  const branch = (name: string, more: object = {}): Flow => ({
    initial: name,
    states: {
      [name]: task({ yes: `${name}Yes`, no: `${name}No` }, more),
      [`${name}Yes`]: end('yes'),
      [`${name}No`]: end('no'),
    },
  });
  const group = (more: object, name = '') =>
    ({
      ...{ type: 'parallel', branches: { a: branch(`a${name}`), b: branch(`b${name}`) } },
      ...{ join: { outcome: 'yes', need: 'all' }, next: 'told', otherwise: 'over', ...more },
    }) as unknown as State;
  const both = (said: string, more: object = {}) => absent({ both: group(more), told: told(said), over });

  it('the outcomes of all are there where all had to end, not where some were cancelled', () => {
    expect(both('{{outcomes.both.a}}')).toEqual([]);
    expect(both('{{outcomes.both.a}}', { otherwise: 'told' })).toEqual(['outcomes.both.a']);
    expect(both('{{outcomes.both.a}}', { join: { outcome: 'yes', need: 1 } })).toEqual(['outcomes.both.a']);
    const when = { join: { when: 'outcomes.both.a = "yes"' }, otherwise: 'told' };
    expect(both('{{outcomes.both.a}}', when)).toEqual([]);
  });

  it('there are none before they begin, whatever other group has ended', () => {
    const later = (said: string, join: object) =>
      absent({
        first: group({ next: 'told', otherwise: 'over' }, 'First'),
        told: told(said, { next: 'second' }),
        second: group({ next: 'over', join }, 'Second'),
        over,
      });
    const all = { outcome: 'yes', need: 'all' };
    const when = { when: 'outcomes.second.a = "yes"' };
    for (const join of [all, when]) {
      expect(later('{{outcomes.first.a}} {{outcomes.second.a}}', join)).toEqual(['outcomes.second.a']);
      expect(later('{{if outcomes.second.a = "yes" then aSecond.by else ""}}', join)).toEqual(['aSecond.by']);
      expect(later('{{if outcomes.second.a = "yes" then outcomes.second.b else ""}}', join)).toEqual([]);
    }
  });

  it('while they go on one of them may see how another ended', () => {
    const said = '{{if outcomes.both.b = "yes" then outcomes.both.a else ""}}';
    const say = { uk: said, en: said };
    const branches = { a: branch('a', { say }), b: branch('b') };
    expect(both('', { branches })).toEqual(['outcomes.both.a']);
    // also where the case does not begin with them
    const states = { ask: task({ on: 'both' }), both: group({ branches, next: 'over' }), over };
    expect(absent(states)).toEqual(['outcomes.both.a']);
  });

  it('an item has its name inside the list only, even where it is asked whether there is one', () => {
    const each = (inside: string, outside: string) =>
      absent({
        ask: {
          ...{ type: 'each', of: 'form.l', as: 'thing', key: 'thing.id', next: 'told', otherwise: 'told' },
          ...{
            flow: branch('a', { say: { uk: inside, en: inside } }),
            join: { outcome: 'yes', need: 'all' },
          },
        } as unknown as State,
        told: told(outside),
        over,
      });
    expect(each('{{thing.name}}', '')).toEqual([]);
    expect(each('', '{{if thing = null then "" else thing.name}}')).toEqual(['thing.name']);
  });
});
