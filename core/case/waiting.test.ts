import { describe, expect, it } from 'vitest';
import { fallsAt } from './falls.ts';
import { olena, Play, small } from './small-service.testing.ts';
import type { Case } from './types.ts';
import { taskPath, timersOf, waiting } from './waiting.ts';

const [then, soon, later] = ['2026-03-03T08:00:00Z', '2026-03-05T08:00:00Z', '2026-03-09T08:00:00Z'];

/** A case in review with places, or other parts, of its own. */
function standing(places: object, more: object = {}): Case {
  const play = new Play();
  play.toReview();
  const { term: _, ...here } = play.here;
  return { ...here, places, ...more } as unknown as Case;
}
const task = {
  ...{ kind: 'task', path: 'review', state: 'review', agency: 'city', office: 'central', role: 'registrar' },
  ...{ assign: 'claim', since: then },
};
const tasks = (place: object) => waiting(small, standing({ review: { ...task, ...place } })).tasks;
const timers = (places: object, more: object = {}) =>
  timersOf(standing(places, more)).map(({ path, kind, at }) => [path, kind, at]);

describe('the tasks that the index knows of a case', () => {
  const entry = {
    ...{ path: 'review', state: 'review', title: { uk: 'Розгляд', en: 'Review' }, service: 'small' },
    ...{ agency: 'city', office: 'central', role: 'registrar', since: then, overdue: false },
    reference: new Play().ids.reference(),
  };

  it('are where they wait, for whom, since when and until when', () => {
    expect(tasks({})).toStrictEqual([entry]);
    expect(tasks({ due: soon, claimedBy: 'o-iryna' })).toStrictEqual([
      { ...entry, due: soon, claimedBy: 'o-iryna' },
    ]);
    expect(tasks({ due: soon, overdue: true })).toStrictEqual([{ ...entry, due: soon, overdue: true }]);
  });

  it('say who gives them to someone, while nobody has them', () => {
    expect(tasks({ assign: 'byHead' })).toStrictEqual([{ ...entry, awaits: 'head' }]);
    expect(tasks({ assign: 'random', draw: soon })).toStrictEqual([{ ...entry, awaits: 'draw' }]);
    expect(tasks({ assign: 'byHead', claimedBy: 'o-iryna' })).toStrictEqual([
      { ...entry, claimedBy: 'o-iryna' },
    ]);
  });

  it('are there for the role too that was told of the delay, which may claim what the head would assign', () => {
    const late = { overdue: true, due: then };
    expect(tasks({ ...late, assign: 'byHead', raisedTo: 'head' })).toStrictEqual([
      { ...entry, ...late, awaits: 'head' },
      { ...entry, ...late, path: 'review!head', role: 'head' },
    ]);
    expect(tasks({ ...late, raisedTo: 'registrar' })).toStrictEqual([{ ...entry, ...late }]);
  });

  it('are the opinions that are asked for, until they are given', () => {
    const asked = { agency: 'other', office: 'main', role: 'expert', by: later, asked: soon, fields: [] };
    const consults = { c1: { id: 'c1', ...asked, answered: later }, c2: { id: 'c2', ...asked } };
    const { agency, office, role } = asked;
    expect(tasks({ consults })).toStrictEqual([
      entry,
      {
        ...{ ...entry, path: 'review?c2', consult: 'c2', agency, office, role },
        ...{ due: later, since: soon },
      },
    ]);
  });

  it('are none of what a party, a registry or time is waited for', () => {
    const kase = standing({ ask: { kind: 'party', path: 'ask', state: 'ask' }, wait: { kind: 'wait' } });
    expect(waiting(small, kase).tasks).toEqual([]);
  });

  it('lead back to the task by their path', () => {
    for (const path of ['signing/head/headDecides', 'signing/head/headDecides!head'])
      expect(taskPath(path)).toBe('signing/head/headDecides');
    expect(taskPath('review?00000000-0000-7000-8000-000000000001')).toBe('review');
  });
});

describe('the timers that are set for a case', () => {
  const place = (kind: string, more: object = {}) => ({ kind, path: 'at', state: 'at', ...more });

  it('are the deadline of a place until it has passed, and its reminders', () => {
    expect(timers({ at: place('task', { due: later, remind: { 0: then, 12: soon } }) })).toEqual([
      ['at', 'due', later],
      ['at', 'remind0', then],
      ['at', 'remind12', soon],
    ]);
    expect(timers({ at: place('party', { due: soon, overdue: true }) })).toEqual([]);
    expect(timers({ at: place('party') })).toEqual([]);
  });

  it('of a wait are its end, which is no deadline beside, and the deadline where that is another time', () => {
    const until = ['at', 'until', soon];
    expect(timers({ at: place('wait', { until: soon, due: soon }) })).toEqual([until]);
    expect(timers({ at: place('wait', { until: soon, due: later }) })).toEqual([['at', 'due', later], until]);
    expect(timers({ at: place('wait', { due: later }) })).toEqual([['at', 'due', later]]);
    expect(timers({ at: place('wait') })).toEqual([]);
    // of anything else an end like that is none
    expect(timers({ at: place('task', { until: soon, due: soon }) })).toEqual([['at', 'due', soon]]);
  });

  it('are when a collection closes, when a registry is asked again, when a list goes on, when an officer is drawn', () => {
    expect(timers({ at: place('ask', { type: 'collect', until: soon }) })).toEqual([['at', 'until', soon]]);
    expect(timers({ at: place('ask', { type: 'call', until: soon }) })).toEqual([['at', 'retry', soon]]);
    expect(timers({ at: place('ask', { type: 'call' }) })).toEqual([]);
    const next = { at: soon, items: ['26'] };
    expect(timers({ at: place('group', { next }) })).toEqual([['at', 'next', soon]]);
    expect(timers({ at: place('group') })).toEqual([]);
    expect(timers({ at: place('task', { draw: then }) })).toEqual([['at', 'draw', then]]);
    for (const kind of ['party', 'wait']) {
      expect(timers({ at: place(kind, { draw: then, next, type: 'collect' }) }), kind).toEqual([]);
    }
  });

  it('with the end of a day fall in the quarter of an hour after it, but a draw at once', () => {
    const midnight = '2026-03-05T21:59:59Z';
    const { id } = standing({});
    expect(timers({ at: place('task', { due: midnight, draw: midnight }) })).toEqual([
      ['at', 'due', fallsAt(id, midnight)],
      ['at', 'draw', midnight],
    ]);
    expect(fallsAt(id, midnight)).not.toBe(midnight);
  });

  it('are the term in law while it runs, and what is held until the decision', () => {
    const term = { due: soon, startedAt: then, meaning: 'late', extended: 0 };
    const held = {
      'c/2/0': { type: 'reserve', connector: 'queue', path: 'slot', seq: 2, until: later },
      'c/3/0': { type: 'pay', connector: 'bank', path: 'fee', seq: 3 },
    };
    const outcome = { state: 'granted', outcome: 'granted', kind: 'granted', at: then };
    expect(timers({}, { term, held })).toEqual([
      ['slot', 'hold', later],
      ['', 'decide', soon],
    ]);
    expect(timers({}, { term: { ...term, paused: { since: then, left: 1 } } })).toEqual([]);
    expect(timers({}, { term: { ...term, overdue: true } })).toEqual([]);
    expect(timers({}, { term, held, outcome })).toEqual([]);
  });

  it('are the reminders of what was granted, unless it was revoked, and when the case may be destroyed', () => {
    const outcome = { state: 'granted', outcome: 'granted', kind: 'granted', at: then };
    const ends = { ...outcome, remind: { 0: soon, 1: later }, retention: '2031-03-02T08:00:00Z' };
    const retention = ['', 'retention', '2031-03-02T08:00:00Z'];
    expect(timers({}, { outcome: ends })).toEqual([['', 'renew0', soon], ['', 'renew1', later], retention]);
    expect(timers({}, { outcome: ends, revoked: then })).toEqual([retention]);
    const kept = { ...outcome, retention: retention[2] };
    for (const more of [{ hold: true }, { expired: later }, { erased: later }])
      expect(timers({}, { outcome: kept, ...more }), JSON.stringify(more)).toEqual([]);
    expect(timers({}, { outcome })).toEqual([]);
  });
});

describe('the people that the index knows of a case', () => {
  const people = (parties: object, places: object = {}) => {
    const data = { ...standing({}).data, parties };
    const metas = Object.keys(parties).map((key) => [key, { party: key.split('/')[0] }]);
    return waiting(small, standing(places, { data, parties: Object.fromEntries(metas) })).parties;
  };

  it('are each party by its key: who it is, who acts for it, where and until when it is asked', () => {
    const asked = { kind: 'party', path: 'consents/1/ask', party: 'owner/1', due: soon };
    const representative = { person: 'p-mother' };
    const owner = { identity: { person: 'p-1' } };
    const parties = { applicant: { identity: olena, representative }, 'owner/1': owner };
    expect(people(parties, { ask: asked })).toStrictEqual([
      {
        ...{ key: 'applicant', party: 'applicant', asked: false },
        ...{ person: 'p-olena', representative: 'p-mother' },
      },
      {
        ...{ key: 'owner/1', party: 'owner', asked: true, path: 'consents/1/ask', due: soon },
        person: 'p-1',
      },
    ]);
  });

  it('are by what they are known once they come, and by nothing once they have come', () => {
    const identify = { rnokpp: '2222222222' };
    const asked = { kind: 'party', path: 'ask', party: 'owner/1' };
    expect(people({ 'owner/1': { identify } }, { ask: asked })).toStrictEqual([
      { key: 'owner/1', party: 'owner', asked: true, path: 'ask', identify },
    ]);
    expect(people({ 'owner/1': { identify, identity: olena } })).toStrictEqual([
      { key: 'owner/1', party: 'owner', asked: false, person: 'p-olena' },
    ]);
    expect(people({ 'owner/1': {} })).toStrictEqual([{ key: 'owner/1', party: 'owner', asked: false }]);
    // what others are asked, and what is asked of officers, is no question to them
    const others = { a: { ...asked, party: 'owner/2' }, b: { ...asked, kind: 'task' } };
    expect(people({ 'owner/1': {} }, others)).toStrictEqual([
      { key: 'owner/1', party: 'owner', asked: false },
    ]);
  });
});
