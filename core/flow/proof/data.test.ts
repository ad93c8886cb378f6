import { describe, expect, it } from 'vitest';
import type { Live, ServiceBundle } from '#core/definition/index.ts';
import { prove } from './prove.ts';

const text = { uk: 'т', en: 't' };
const end = (outcome: string) => ({ type: 'end', outcome, kind: 'granted' });
const late = { due: 'P1D', overdue: { raise: 'r' } };

/** check (a call that may fail) → asks (a side question, perhaps skipped) → review → told → over; `told` says the text. */
const flow = (said: string) => ({
  initial: 'check',
  states: {
    check: {
      type: 'call',
      connector: 'c',
      input: {},
      as: 'answer',
      due: 'P1D',
      next: 'asks',
      failed: 'asks',
    },
    asks: {
      type: 'task',
      role: 'r',
      ...late,
      form: {
        schema: {
          type: 'object',
          properties: {
            note: { type: 'string' },
            parts: { type: 'array' },
            place: { type: 'object', properties: { city: { type: 'string' } } },
          },
        },
      },
      actions: { ask: { to: 'helps', reason: true }, skip: { to: 'review' } },
    },
    helps: {
      type: 'party',
      party: 'helper',
      due: 'P1D',
      overdue: { to: 'review' },
      actions: { help: { to: 'review' }, refuse: { to: 'review', reason: true } },
    },
    review: {
      type: 'task',
      role: 'r',
      ...late,
      actions: { approve: { to: 'told', explain: true }, back: { to: 'asks' } },
    },
    told: { type: 'wait', for: 'P1D', say: { uk: said, en: said }, next: 'over' },
    over: end('over'),
  },
});

function flagged(said: string, change: (service: ServiceBundle) => void = () => {}): string[] {
  const bundle = {
    id: 'data',
    agency: 'a',
    startedBy: { applicant: true },
    parties: { applicant: {}, helper: { identify: { rnokpp: '"1"' } } },
    roles: { r: { title: text, sees: [] } },
    form: { schema: {}, pages: [], lookups: { dwelling: { connector: 'c', input: {} } } },
    flow: flow(said),
    retention: {},
  } as unknown as ServiceBundle;
  change(bundle);
  const output = {
    type: 'object',
    properties: { found: { type: 'boolean' }, list: { type: 'array' }, sure: { type: 'boolean' } },
    required: ['sure'],
  };
  const live = {
    agencies: {},
    connectors: {
      c: { id: 'c', kind: 'rest', output, operations: { find: { output: { type: 'object' } } } },
    },
  } as unknown as Live;
  const { failures } = prove({ bundle, live });
  return failures
    .filter((f) => f.property === 'data' || f.code === 'fourEyesOfNobody')
    .map((f) => /needs (\S+), which/.exec(f.message.en ?? '')?.[1] ?? f.code);
}

describe('what a text may say', () => {
  it.each([
    // what has surely been done, as it was surely done
    '{{review.action}} {{review.by}} {{review.explain}}',
    '{{asks.action}} {{asks.note}} {{asks.times}}',
    // lists and numbers that are there from the beginning
    '{{count(helps.grounds)}} {{helps.times}} {{count(answer.list)}} {{count(asks.parts)}}',
    // asked first whether it is there
    '{{if answer.found = null then "" else string(answer.found)}}',
    '{{if answer.found != null and answer.found then "так" else "ні"}}',
    '{{if answer.found = null or not(answer.found) then "ні" else "так"}}',
    '{{if not(helps.reason = null) then helps.reason else ""}}',
    '{{if helps.reason != null then helps.reason else ""}}',
    '{{helps.reason = null}} {{helps.action != "help"}}',
    '{{if is defined(helps.reason) then "" else ""}}',
    // an answer that came has what its system always says
    '{{if dwelling != null and dwelling.sure then "так" else "ні"}}',
    '{{if dwelling = null then "" else string(dwelling.sure)}}',
    // known from what was done
    '{{if asks.action = "ask" then asks.reason else ""}}',
    '{{if helps.action = "refuse" then helps.reason else ""}}',
    '{{if helps.times > 0 then helps.by else ""}}',
    '{{if helps.action != null then helps.at else ""}}',
    '{{if helps.action = null then "" else if helps.action = "refuse" then helps.reason else "без причини"}}',
    '{{if helps.action = "help" then helper.person else ""}}',
    // what is compared to nothing else than a value
    '{{if helps.times >= 1 then helps.by else ""}} {{if helps.times < 1 then "" else helps.by}}',
    '{{if 0 < helps.times then helps.action = "help" else false}}',
    '{{if list contains(helps.grounds, "x") then helps.reason = null else true}}',
    // what was done is there as a whole, if only as nothing; so is a party
    '{{count([helps, review])}} {{string(helper.business)}}',
    '{{if helps.previous != null then helps.by else ""}}',
    // a list that was not filled in is there, if empty; what was asked for only here is not asked elsewhere
    '{{if helps.action = null then "" else string(helps.at) + string(helps.by)}}',
    '{{if helps.action = "refuse" then helps.reason else if helps.action = "help" then string(helps.at) else ""}}',
    '{{if helper.person = null then "" else helper.person}}',
    '{{count((asks.parts))}} {{count(asks.parts[item > 1])}} {{count(helps.grounds[item != null])}}',
    '{{for i in asks.parts return if i = null then helps.times else i}}',
    // its own names
    '{{count(for helps in [1, 2] return helps)}} {{some helps in [1] satisfies helps > 0}}',
    '{{count(for helps in [{by: 1}] return helps.by)}}',
  ])('%s', (said) => {
    expect(flagged(said)).toEqual([]);
  });

  it.each([
    ['{{review.reason}}', 'review.reason'],
    ['{{helps.action}}', 'helps.action'],
    ['{{asks.reason}}', 'asks.reason'],
    ['{{answer.found}}', 'answer.found'],
    ['{{helper.name}}', 'helper.name'],
    ['{{dwelling.area}}', 'dwelling.area'],
    ['{{dwelling.sure}}', 'dwelling.sure'],
    ['{{if dwelling != null then string(dwelling.found) else ""}}', 'dwelling.found'],
    ['{{review.previous.note}}', 'review.previous.note'],
    ['{{if helps.action != "refuse" then helps.by else ""}}', 'helps.by'],
    ['{{if asks.action = "skip" then asks.reason else ""}}', 'asks.reason'],
    ['{{if answer.found then 1 else 2}}', 'answer.found'],
    ['{{string(answer.found)}} {{if answer.found = null then 1 else 2}}', 'answer.found'],
    ['{{if answer.found = null or answer.list[1].ok then helps.at else ""}}', 'helps.at'],
    ['{{[1, 2][item > answer.found]}}', 'answer.found'],
    ['{{count(for i in [helps.by] return i)}}', 'helps.by'],
    ['{{if helps.times = 0 then helps.by else ""}}', 'helps.by'],
    ['{{if helps.times <= 1 then helps.by else ""}}', 'helps.by'],
    ['{{if not(helps.action = "help") then helps.at else ""}}', 'helps.at'],
    ['{{if helps.action = "help" then helper.name else ""}}', 'helper.name'],
    ['{{asks.place.city}} {{helps.place}}', 'helps.place'],
    ['{{if dwelling != null then string(dwelling.sure.more) else ""}}', 'dwelling.sure.more'],
    ['{{if dwelling != null then string(dwelling.other) else ""}}', 'dwelling.other'],
    ['{{if helps.by != null and helps.action = "help" then helps.reason else ""}}', 'helps.reason'],
    ['{{if helps.previous = null then helps.by else ""}}', 'helps.by'],
    ['{{if helps.times = 1 then helps.at else helps.by}}', 'helps.by'],
    ['{{(helps.by)}}', 'helps.by'],
    ['{{if helps.reason != null then helper.person else ""}} {{helper.person}}', 'helper.person'],
    ['{{if helps.action = "help" then helps.explain else ""}}', 'helps.explain'],
    ['{{helps.explain}}', 'helps.explain'],
    ['{{helps.note}}', 'helps.note'],
    ['{{helps.at in [helps.at]}}', 'helps.at'],
    ['{{asks.parts[item = helps.by and item > helps.at]}}', 'helps.at'],
    ['{{if asks.times > 0 and helps.at > 1 then 1 else 2}}', 'helps.at'],
    ['{{some i in [1] satisfies i > helps.at}}', 'helps.at'],
    ['{{(if helps.action = "help" then asks else helps).by}} {{{by: helps.at}.by}}', 'helps.at'],
    ['{{-helps.times}} {{helps.by[1]}}', 'helps.by'],
    [
      '{{for i in asks.parts return i + helps.times}} {{every i in asks.parts satisfies helps.by = i or helps.by > i}}',
      'helps.by',
    ],
    ['{{count(for i in [1], j in [helps.by] return j)}}', 'helps.by'],
    ['{{if (answer.found) then 1 else 2}}', 'answer.found'],
    ['{{{x: helps.by}.x}}', 'helps.by'],
    ['{{helps.by in ["a"]}} {{"a" < helps.by}}', 'helps.by'],
  ])('%s, if %s may not be there', (said, name) => {
    expect(flagged(said)).toContain(name);
  });
});

type Loose = { [word: string]: Loose };
const statesOf = (service: ServiceBundle) => service.flow.states as unknown as Loose;

describe('the entries of a target', () => {
  const choices = (to: object[]) =>
    flagged('', (s) => {
      Object.assign(statesOf(s).review?.actions?.approve ?? {}, { to });
    });

  it('are asked in turn: those before it did not hold', () => {
    const needs = { when: 'contains(helps.action, "h")', to: 'told' };
    expect(choices([{ when: 'helps.action = null', to: 'told' }, needs, { to: 'told' }])).toEqual([]);
    expect(choices([needs, { when: 'helps.action = null', to: 'told' }, { to: 'told' }])).toEqual([
      'helps.action',
    ]);
  });

  it('of which one has no condition do not tell anything of those after it', () => {
    const needs = { when: 'contains(helps.action, "h")', to: 'told' };
    expect(choices([{ when: 'helps.action = null', to: 'told' }, { to: 'told' }, needs])).toEqual([]);
    expect(choices([{ to: 'told' }, needs])).toEqual(['helps.action']);
  });

  it('see what has just been done', () => {
    expect(choices([{ when: 'contains(review.explain, "a")', to: 'told' }, { to: 'told' }])).toEqual([]);
    expect(choices([{ when: 'contains(review.reason, "a")', to: 'told' }, { to: 'told' }])).toEqual([
      'review.reason',
    ]);
  });
});

describe('inside and outside', () => {
  const branch = (name: string, more: object = {}) => ({
    initial: name,
    states: {
      [name]: { type: 'task', role: 'r', ...late, actions: { yes: { to: `${name}End` } }, ...more },
      [`${name}End`]: end('yes'),
    },
  });
  /** told → both (a parallel) → over. */
  const withGroup = (said: string, group: object) =>
    flagged(said, (s) => {
      Object.assign(statesOf(s), {
        both: {
          type: 'parallel',
          next: 'last',
          otherwise: 'last',
          join: { outcome: 'yes', need: 'all' },
          ...group,
        },
      });
      Object.assign(statesOf(s), {
        last: { type: 'wait', for: 'P1D', say: { uk: said, en: said }, next: 'over' },
      });
      Object.assign(statesOf(s).told ?? {}, { next: 'both', say: { uk: '', en: '' } });
    });
  const branches = { a: branch('left'), b: branch('right', { not: ['left.by'] }) };

  it('a branch is seen inside only, its outcome outside once all have ended', () => {
    const apart = { a: branch('left'), b: branch('right') };
    expect(withGroup('{{left.by}}', { branches: apart })).toEqual(['left.by']);
    expect(withGroup('{{outcomes.both.a}}', { branches: apart })).toEqual([]);
    expect(withGroup('{{outcomes.both}}', { branches: apart, join: { outcome: 'yes', need: 1 } })).toEqual(
      [],
    );
    // while they go on, of none of them; before it is begun there are none
    expect(withGroup('', { branches: apart, say: { uk: '{{string(outcomes.both.a)}}', en: '' } })).toEqual([
      'outcomes.both.a',
    ]);
    const early = '{{if outcomes.both.a != null then helps.by else ""}}';
    expect(
      flagged(early, (s) => {
        Object.assign(statesOf(s), {
          later: {
            ...{ type: 'parallel', next: 'over', otherwise: 'over', branches: apart },
            join: { outcome: 'yes', need: 'all' },
          },
        });
      }),
    ).toEqual(['helps.by']);
    expect(
      withGroup('{{outcomes.both.a}}', { branches: apart, join: { outcome: 'yes', need: 'any' } }),
    ).toEqual(['outcomes.both.a']);
    expect(withGroup('', { branches: apart, join: { when: 'contains(outcomes.both.a, "y")' } })).toEqual([]);
    // nor do four eyes look into the branch beside
    expect(withGroup('', { branches })).toEqual(['fourEyesOfNobody']);
  });

  it('a message that is sent from two flows means the answer of each', () => {
    const asks = (name: string) => ({
      initial: name,
      states: {
        [name]: {
          type: 'call',
          connector: 'c',
          input: {},
          as: 'reply',
          due: 'P1D',
          next: `${name}Told`,
          failed: `${name}End`,
        },
        [`${name}Told`]: {
          type: 'wait',
          for: 'P1D',
          say: { uk: '{{reply.found}}', en: '{{reply.found}}' },
          next: `${name}End`,
        },
        [`${name}End`]: end('yes'),
      },
    });
    expect(withGroup('', { branches: { a: asks('one'), b: asks('two') } })).toEqual([]);
  });

  it('an item is seen by its name inside the list only', () => {
    const each = (said: string, outside: string) =>
      withGroup(outside, {
        type: 'each',
        of: 'form.list',
        as: 'thing',
        key: 'thing.id',
        flow: branch('left', { say: { uk: said, en: said } }),
      });
    expect(each('{{thing.name}}', '')).toEqual([]);
    expect(each('', '{{thing.name}}')).toEqual(['thing.name']);
  });
});

describe('what comes from elsewhere', () => {
  /** `told` is replaced by a state that leaves something under `got`, and then is told. */
  const leaves = (said: string, state: object) =>
    flagged('', (s) => {
      Object.assign(statesOf(s), {
        told: { next: 'last', ...state },
        last: { type: 'wait', for: 'P1D', say: { uk: said, en: said }, next: 'over' },
      });
    });
  const event = { type: 'wait', event: { connector: 'c', match: 'true', as: 'got' }, due: 'P1D' };
  const collect = { type: 'collect', service: 's', closes: 'form.day', as: 'got' };

  it('is there once it has come, and not where the time for it has run out', () => {
    expect(leaves('{{got.at}}', { ...event, overdue: { raise: 'r' } })).toEqual([]);
    expect(leaves('{{got.at}}', { ...event, overdue: { to: 'last' } })).toEqual(['got.at']);
    expect(leaves('{{got.first.name}}', collect)).toEqual([]);
    expect(leaves('{{got.first.name}}', { ...collect, min: 2, tooFew: 'last' })).toEqual([]);
    const reserve = { type: 'reserve', registry: 'slots', where: 'true', as: 'got', due: 'P1D' };
    expect(leaves('{{got.place}}', { ...reserve, none: 'over' })).toEqual([]);
    expect(leaves('{{got.place}}', { ...reserve, none: 'last' })).toEqual(['got.place']);
    // nor is it there while it is waited for
    expect(leaves('', { ...event, overdue: { raise: 'r' }, say: { uk: '{{got.at}}', en: '' } })).toEqual([
      'got.at',
    ]);
  });

  it('is one of a name, whichever of two systems has answered', () => {
    const twice = (failed: string) =>
      flagged('', (s) => {
        const call = { type: 'call', connector: 'c', input: {}, as: 'answer', due: 'P1D' };
        Object.assign(statesOf(s), {
          check: { ...call, next: 'asks', failed: 'again' },
          again: { ...call, next: 'asks', failed },
          told: { type: 'wait', for: 'P1D', say: { uk: '{{answer.found}}', en: '' }, next: 'over' },
        });
      });
    expect(twice('over')).toEqual([]);
    expect(twice('asks')).toEqual(['answer.found']);
  });

  it('is never one person where a party is everyone of a list', () => {
    const party = (more: object) =>
      flagged('{{if helps.action = "help" then helper.person else ""}}', (s) => {
        Object.assign(s.parties.helper ?? {}, more);
      });
    expect(party({})).toEqual([]);
    expect(party({ each: 'form.helpers' })).toEqual(['helper.person']);
    // nor who another party is, by what this one did
    expect(flagged('{{if helps.action = "help" then applicant.person else ""}}')).toEqual([]);
    const another = flagged('{{if helps.action = "help" then other.person else ""}}', (s) => {
      Object.assign(s.parties, { other: {} });
    });
    expect(another).toEqual(['other.person']);
  });
});

describe('every text that a case may be told in', () => {
  const absent = '{{helps.by}}';
  const said = {
    to: 'applicant',
    channels: ['email'],
    subject: { uk: 'Т', en: 'T' },
    body: { uk: absent, en: absent },
  };
  /** With a message and a document that say what may not be there, and a change. */
  const withWords = (change: (service: Loose) => void) =>
    flagged('', (s) => {
      Object.assign(s, {
        messages: { said },
        documents: {
          paper: { body: [{ type: 'text', text: { uk: absent, en: absent } }], validUntil: 'helps.at' },
        },
      });
      change(s as unknown as Loose);
    });
  const inReview = (more: object) =>
    withWords((s) => {
      Object.assign(s.flow?.states?.review ?? {}, more);
    });

  it.each<[string, object]>([
    ['sent when a state is entered', { notify: ['said'] }],
    ['a reminder', { remind: [{ before: 'P1D', message: 'said' }] }],
    ['sent when its deadline passes', { overdue: { raise: 'r', notify: ['said'] } }],
  ])('is looked at: a message %s', (_, more) => {
    expect(inReview(more)).toEqual(['absentInMessage']);
  });

  it('is looked at: what is sent when the term in law has run out or is extended', () => {
    const term = (more: object) =>
      withWords((s) => {
        Object.assign(s, {
          decideWithin: {
            ...{ days: 90, from: 'submitted', until: ['over'], overdue: { meaning: 'late' }, ...more },
          },
        });
      });
    expect(term({})).toEqual([]);
    expect(term({ overdue: { meaning: 'late', notify: ['said'] } })).toEqual(['absentInMessage']);
    expect(term({ extend: { by: 'r', days: 5, message: 'said' } })).toEqual(['absentInMessage']);
  });

  it('is looked at: a document that is issued, or signed by people', () => {
    const paper = { connector: 'c', document: 'paper', due: 'P1D', next: 'told', failed: 'told' };
    const states = (state: object) =>
      withWords((s) => {
        Object.assign(s.flow?.states ?? {}, { paper: state });
        Object.assign(s.flow?.states?.review?.actions?.approve ?? {}, { to: 'paper' });
      });
    expect(states({ type: 'issue', ...paper })).toEqual(['absentInDocument', 'absentInDocument']);
    const sign = { type: 'sign', by: { party: 'applicant' }, due: 'P1D', overdue: { to: 'over' } };
    const signs = (what: string) => states({ ...sign, what, next: 'told', declined: 'over' });
    expect(signs('paper')).toEqual(['absentInDocument', 'absentInDocument']);
    expect(signs('application')).toEqual([]);
  });

  it('is looked at: what anyone may read of a document when it is verified', () => {
    const shows = (path: string) =>
      flagged('', (s) => {
        Object.assign(s, { documents: { paper: { body: [], public: ['form.name', path] } } });
        Object.assign(statesOf(s), {
          told: { type: 'issue', document: 'paper', due: 'P1D', next: 'over', failed: 'over' },
        });
      });
    expect(shows('review.explain')).toEqual([]);
    expect(shows('helps.reason')).toEqual(['absentInDocument']);
  });

  it('is told of where it is met first, though it may be met later too', () => {
    const bundle = (order: [string, string]) =>
      withWords((s) => {
        for (const name of order) Object.assign(s.flow?.states?.[name] ?? {}, { notify: ['said'] });
      });
    expect(bundle(['review', 'asks'])).toEqual(['absentInMessage']);
  });
});

it('the answer of an operation is known by its own schema', () => {
  const service = (operation: string) =>
    flagged('{{count(reply.list)}}', (s) => {
      Object.assign(statesOf(s), {
        check: {
          type: 'call',
          connector: 'c',
          operation,
          input: {},
          as: 'reply',
          due: 'P1D',
          next: 'asks',
          failed: 'asks',
        },
      });
    });
  expect(service('none')).toEqual([]);
  expect(service('find')).toEqual(['reply.list']);
});

it('a task may be barred to whoever did it before, not to whoever may not have acted', () => {
  const barred = (not: string[]) =>
    flagged('', (s) => {
      Object.assign(statesOf(s).review ?? {}, { not });
    });
  expect(barred(['review.by', 'asks.by', 'case.enteredBy'])).toEqual([]);
  expect(barred(['helps.by'])).toEqual(['fourEyesOfNobody']);
});
