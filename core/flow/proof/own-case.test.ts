import { describe, expect, it } from 'vitest';
import type { Flow, ServiceBundle, State } from '#core/definition/index.ts';
import { prove } from './prove.ts';

const text = { uk: 'т', en: 't' };
const task = (not: string[], actions: { [action: string]: string }): State =>
  ({
    type: 'task',
    role: 'r',
    ...(not.length > 0 ? { not } : {}),
    due: 'P1D',
    overdue: { raise: 'r' },
    actions: Object.fromEntries(Object.entries(actions).map(([name, to]) => [name, { to }])),
  }) as State;
const party = (actions: { [action: string]: string }, more: object = {}): State =>
  ({
    type: 'party',
    party: 'applicant',
    due: 'P1D',
    overdue: { to: 'left' },
    actions: Object.fromEntries(Object.entries(actions).map(([name, to]) => [name, { to }])),
    ...more,
  }) as State;
const call = (next: string): State =>
  ({ type: 'call', connector: 'c', input: {}, due: 'P1D', next, failed: next }) as State;
const ends: Flow['states'] = {
  granted: { type: 'end', outcome: 'granted', kind: 'granted' } as State,
  refused: { type: 'end', outcome: 'refused', kind: 'refused' } as State,
  left: { type: 'end', outcome: 'left', kind: 'left' } as State,
};
const CLERK = ['case.enteredBy'];

function failuresOf(
  states: Flow['states'],
  startedBy: object = { counter: { role: 'clerk' } },
  more: object = {},
) {
  const flow = { initial: Object.keys(states)[0] ?? '', states: { ...states, ...ends } };
  const bundle = {
    id: 'own',
    agency: 'a',
    startedBy,
    parties: { applicant: {} },
    roles: { r: { title: text, sees: [] } },
    form: { schema: {}, pages: [] },
    flow,
    retention: {},
    ...more,
  } as unknown as ServiceBundle;
  const { failures } = prove({ bundle, live: { connectors: {}, agencies: {}, registries: {} } });
  return failures.filter((f) => f.property === 'ownCase');
}

const ownCases = (states: Flow['states'], startedBy?: object, more?: object) =>
  failuresOf(states, startedBy, more).map(
    (f) => `${f.code} ${f.path.map((s) => `${s.at}.${s.action ?? s.kind}`).join(' ')}`,
  );
const placesOf = (states: Flow['states'], startedBy?: object) =>
  failuresOf(states, startedBy).map((f) => `${f.at} ${f.pointer}`);

const branch = (name: string, not: string[]): Flow => ({
  initial: name,
  states: {
    [name]: task(not, { yes: `${name}Yes`, no: `${name}No` }),
    [`${name}Yes`]: { type: 'end', outcome: 'yes' } as State,
    [`${name}No`]: { type: 'end', outcome: 'no' } as State,
  },
});
const side = (need: 'all' | 'any', one: string[], other: string[]): State =>
  ({
    type: 'parallel',
    branches: { one: branch('one', one), other: branch('other', other) },
    join: { outcome: 'yes', need },
    next: 'granted',
    otherwise: 'left',
  }) as State;

describe('an officer who entered a case', () => {
  it('does not decide it alone', () => {
    expect(ownCases({ review: task([], { yes: 'granted', no: 'refused' }) })).toEqual(['ownCase review.yes']);
    expect(ownCases({ review: task(CLERK, { yes: 'granted', no: 'refused' }) })).toEqual([]);
  });

  it('does not decide alone what officers open by themselves either, whatever it grants', () => {
    const partly = { type: 'end', outcome: 'partly', kind: 'partly' } as State;
    const states = { review: task([], { some: 'partly', no: 'left' }), partly };
    expect(ownCases(states, { officer: { role: 'r' } })).toEqual(['ownCase review.some']);
    // an end that decides nothing needs no second pair of eyes
    const nothing = { type: 'end', outcome: 'noted' } as State;
    expect(ownCases({ review: task([], { on: 'nothing' }), nothing }, { officer: { role: 'r' } })).toEqual(
      [],
    );
  });

  it('has not decided what a party chose or a deadline brought, nor what another had seen before', () => {
    expect(ownCases({ asks: party({ yes: 'granted' }) })).toEqual([]);
    const late = { ...task([], { no: 'left' }), overdue: { to: 'granted' } } as State;
    expect(ownCases({ late })).toEqual([]);
    expect(
      ownCases({ review: task(CLERK, { on: 'signs' }), signs: task([], { yes: 'granted', no: 'refused' }) }),
    ).toEqual([]);
    // that somebody else is kept out is no second pair of eyes
    expect(ownCases({ review: task(['asks.by'], { yes: 'granted' }) })).toEqual(['ownCase review.yes']);
  });

  it('is told of at the task inside the group where they decided', () => {
    expect(placesOf({ both: side('all', [], []) })).toEqual([
      'both/other/other /flow/states/both/branches/other/states/other',
    ]);
  });

  it('may take part where another decides too, on whatever path', () => {
    expect(
      ownCases({
        intake: task([], { on: 'review' }),
        review: task(CLERK, { yes: 'granted', no: 'refused' }),
      }),
    ).toEqual([]);
    expect(
      ownCases({
        intake: task([], { on: 'review', quick: 'granted' }),
        review: task(CLERK, { yes: 'granted' }),
      }),
    ).toEqual(['ownCase intake.quick']);
  });

  it('is one of two who approve side by side, unless one of them is enough', () => {
    expect(ownCases({ both: side('all', [], CLERK) })).toEqual([]);
    expect(ownCases({ both: side('all', CLERK, []) })).toEqual([]);
    expect(ownCases({ both: side('any', [], CLERK) })).toEqual(['ownCase both/one/one.yes both.met']);
    expect(ownCases({ both: side('any', CLERK, CLERK) })).toEqual([]);
  });

  it('may be alone where the others are a list, which may be empty', () => {
    const each = {
      type: 'each',
      of: 'form.list',
      as: 'thing',
      key: 'thing.id',
      flow: branch('other', CLERK),
      join: { outcome: 'yes', need: 'all' },
      next: 'granted',
      otherwise: 'left',
    } as State;
    const review = task([], { on: 'each' });
    expect(ownCases({ review, each })).toEqual(['ownCase review.on each.met']);
    const any = { ...each, join: { outcome: 'yes', need: 'any' } } as State;
    expect(ownCases({ review, each: any })).toEqual([]);
  });

  it('is shown at the task that decided, though a party acts after it', () => {
    const states = { review: task([], { yes: 'thanks' }), thanks: party({ ok: 'granted' }) };
    expect(ownCases(states)).toEqual(['ownCase review.yes thanks.ok']);
    expect(placesOf(states)).toEqual(['review /flow/states/review']);
  });

  it('is shown at the task that decided, though the time for a later one runs out', () => {
    const later = { ...task([], { no: 'left' }), overdue: { to: 'granted' } } as State;
    const states = { review: task([], { yes: 'later' }), later };
    expect(ownCases(states)).toEqual(['ownCase review.yes later.due']);
    expect(placesOf(states)).toEqual(['review /flow/states/review']);
  });

  it('is shown at the end where the shortest way to it is one on which no officer acts', () => {
    const states = {
      both: {
        type: 'parallel',
        branches: {
          one: {
            initial: 'says',
            states: { says: party({ yes: 'saysYes' }), saysYes: { type: 'end', outcome: 'yes' } as State },
          },
          other: branch('other', []),
        },
        join: { outcome: 'yes', need: 'any' },
        next: 'granted',
        otherwise: 'left',
      } as State,
    };
    expect(placesOf(states)).toEqual(['granted /flow/states/granted']);
  });

  it('does not matter where only applicants start cases, or where no officer decides', () => {
    expect(ownCases({ review: task([], { yes: 'granted' }) }, { applicant: true })).toEqual([]);
    expect(ownCases({ check: call('granted') })).toEqual([]);
  });
});

describe('an applicant', () => {
  const only = { applicant: true };

  it('does not choose between being granted and being refused', () => {
    expect(ownCases({ choose: party({ grant: 'granted', refuse: 'refused' }) }, only)).toEqual([
      'applicantDecides choose.grant',
    ]);
    // confirming what a registry has found is no choice
    expect(
      ownCases({ check: call('confirm'), confirm: party({ yes: 'granted', no: 'left' }) }, only),
    ).toEqual([]);
    expect(
      ownCases(
        { review: task([], { yes: 'choose' }), choose: party({ grant: 'granted', refuse: 'refused' }) },
        only,
      ),
    ).toEqual([]);
  });

  it('does not choose through what only waits, whichever way a condition leads', () => {
    const wait = (next: string): State => ({ type: 'wait', for: 'P1D', next }) as State;
    const forked = party({ refuse: 'refused' });
    if (forked.type === 'party')
      forked.actions.grant = { to: [{ when: 'form.small', to: 'later' }, { to: 'left' }] } as never;
    expect(ownCases({ forked, later: wait('granted') }, only)).toEqual([
      'applicantDecides forked.grant later.until',
    ]);
    // where it leads to a check, that is no choice
    const checked = party({ grant: 'later', refuse: 'refused' });
    expect(ownCases({ checked, later: wait('check'), check: call('granted') }, only)).toEqual([]);
    // nor is it one of another party, or where nothing is granted
    const other = { ...checked, party: 'father' } as State;
    expect(ownCases({ other, later: wait('granted') }, only)).toEqual([]);
    expect(ownCases({ checked, later: wait('left') }, only)).toEqual([]);
  });

  it('does not change the application beside whoever looks at it', () => {
    const fix = {
      initial: 'fix',
      states: {
        fix: party({ send: 'fixed' }, { pages: ['main'], overdue: { to: 'fixed' } }),
        fixed: { type: 'end', outcome: 'yes' } as State,
      },
    };
    const both = (need: string, branches: object) =>
      ({ ...side('all', [], []), branches, join: { outcome: 'yes', need } }) as State;
    for (const branches of [
      { fix, look: branch('look', []) },
      { look: branch('look', []), fix },
    ])
      expect(ownCases({ both: both('all', branches) }, only)).toHaveLength(1);
    expect(placesOf({ both: both('all', { fix, look: branch('look', []) }) }, only)).toEqual([
      'both/fix/fix /flow/states/both/branches/fix/states/fix/actions/send/to',
    ]);
    // and where the way that is shown does not go through it
    expect(placesOf({ both: both('any', { look: branch('look', []), fix }) }, only)).toEqual([
      'both/fix/fix /flow/states/both/branches/fix/states/fix',
    ]);
  });

  it('is told by the title of the place where they chose', () => {
    const choose = party(
      { grant: 'granted', refuse: 'refused' },
      { title: { uk: 'Вибір', en: 'The choice' } },
    );
    expect(failuresOf({ choose }, only).map((f) => f.message.en)).toEqual([
      'After “The choice” (choose) the case is decided in favour of the applicant, and nobody checks any more what they changed or chose',
    ]);
  });

  it('does not change the application after the last who looked at it', () => {
    const fix = (to: string) => party({ send: to }, { pages: ['main'] });
    expect(
      ownCases({ review: task([], { back: 'fix', yes: 'granted' }), fix: fix('granted') }, only),
    ).toEqual(['applicantDecides review.back fix.send']);
    expect(ownCases({ review: task([], { back: 'fix', yes: 'granted' }), fix: fix('review') }, only)).toEqual(
      [],
    );
    expect(
      ownCases(
        { review: task([], { back: 'fix', yes: 'granted' }), fix: fix('check'), check: call('granted') },
        only,
      ),
    ).toEqual([]);
  });

  it('is asked about each place where they change it, once, whatever it is granted as', () => {
    const partly = { type: 'end', outcome: 'partly', kind: 'partly' } as State;
    const send = (...to: string[]) =>
      party(Object.fromEntries(to.map((name) => [name, name])), { pages: ['main'] });
    const states = {
      review: task([], { back: 'fix', more: 'add' }),
      fix: send('granted', 'partly', 'refused'),
      add: send('partly'),
      partly,
    };
    expect(ownCases(states, only)).toEqual([
      'applicantDecides review.back fix.granted',
      'applicantDecides review.more add.partly',
    ]);
    expect(ownCases({ fix: send('refused', 'left') }, only)).toEqual([]);
  });

  it('is told of the place where they changed it, though one whose name ends alike comes after', () => {
    const prefix = { ...party({ ok: 'granted' }), party: 'father' } as State;
    const states = { fix: party({ send: 'prefix' }, { pages: ['main'] }), prefix };
    expect(ownCases(states, only)).toEqual(['applicantDecides fix.send prefix.ok']);
    expect(placesOf(states, only)).toEqual(['fix /flow/states/fix/actions/send/to']);
  });

  it('is told of what they did there, not of what they let pass when they came again', () => {
    const fix = party({ send: 'later' }, { pages: ['main'], overdue: { to: 'granted' } });
    const later = { type: 'wait', for: 'P1D', next: 'fix' } as State;
    expect(placesOf({ fix, later }, only)).toEqual(['fix /flow/states/fix/actions/send/to']);
  });

  it('has what they changed checked only where an officer acts, not where the time for it runs out', () => {
    const review = { ...task([], { yes: 'granted' }), overdue: { to: 'granted' } } as State;
    expect(ownCases({ fix: party({ send: 'review' }, { pages: ['main'] }), review }, only)).toEqual([
      'applicantDecides fix.send review.due',
    ]);
    // nor did they change anything where they let the time pass, or where another party does
    const silent = party({ send: 'left' }, { pages: ['main'], overdue: { to: 'granted' } });
    expect(ownCases({ silent }, only)).toEqual([]);
    const father = { ...party({ send: 'granted' }, { pages: ['main'] }), party: 'father' } as State;
    expect(ownCases({ father }, only)).toEqual([]);
  });

  it('chooses all the same where a registry was asked before, or where only a part is granted', () => {
    const partly = { type: 'end', outcome: 'partly', kind: 'partly' } as State;
    const choose = party({ some: 'partly', refuse: 'refused', odd: 'nowhere' });
    expect(ownCases({ check: call('choose'), choose, partly }, only)).toEqual([
      'applicantDecides check.answered choose.some',
    ]);
  });

  it('does not choose what another party still has to confirm, or what silence would grant', () => {
    const choose = party({ grant: 'later', refuse: 'refused' });
    const father = { ...party({ yes: 'granted' }), party: 'father' } as State;
    expect(ownCases({ choose, later: father }, only)).toEqual([]);
    const later = { type: 'wait', for: 'P1D', next: 'review' } as State;
    const silence = {
      ...{ workingDays: 9, from: 'submitted', until: ['granted'] },
      overdue: { meaning: 'consent', to: 'granted' },
    };
    const states = { choose, later, review: task([], { yes: 'granted', no: 'refused' }) };
    expect(ownCases(states, only, { decideWithin: silence })).toEqual([]);
  });
});
