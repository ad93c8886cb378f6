import { describe, expect, it } from 'vitest';
import { evolve } from './evolve.ts';
import { Play } from './small-service.testing.ts';
import type { Case, CaseEvent } from './types.ts';

/** The registrar's task, with what an event makes of the case. */
function following(event: object, more: object = {}): Case {
  const play = new Play();
  play.toReview();
  const kase = { ...play.here, ...more };
  return evolve(kase, { seq: kase.seq + 1, at: play.now, hash: 'h', ...event } as unknown as CaseEvent);
}
const untouched = () => following({ type: 'withdrawn' });
/** All of a case but the number, hash and time of its last event. */
const rest = ({ seq: _, head: __, changedAt: ___, ...all }: Case) => all;

describe('an event', () => {
  it('of a task, a file or a timer that are there no more changes nothing', () => {
    for (const event of [
      { type: 'claimed', path: 'gone', by: 'o-1' },
      { type: 'released', path: 'gone' },
      { type: 'timerFired', path: 'gone', kind: 'due' },
      { type: 'timerFired', path: 'review', kind: 'remind0' },
      { type: 'timerFired', path: 'review', kind: 'unknown' },
      { type: 'timerFired', path: '', kind: 'renew0' },
      { type: 'fileScanned', file: 'gone', verdict: 'clean' },
      { type: 'noted' },
      { type: 'told', path: 'review', data: { event: 1 } },
      { type: 'opined', path: 'review', consult: 'gone' },
    ])
      expect(rest(following(event)), JSON.stringify(event)).toStrictEqual(rest(untouched()));
  });

  it('of a reminder leaves the others', () => {
    const { review } = untouched().places;
    const places = { review: { ...review, remind: { 1: 'a', 12: 'b' } } };
    const left = (kind: string) =>
      following({ type: 'timerFired', path: 'review', kind }, { places }).places.review;
    expect(left('remind12')).toMatchObject({ remind: { 1: 'a' } });
    expect(left('remind12')).not.toHaveProperty('remind.12');
    expect(left('remind1')).not.toHaveProperty('remind.1');
    for (const other of ['remind1x', 'xremind1', 'remind'])
      expect(left(other), other).toMatchObject({ remind: { 1: 'a', 12: 'b' } });
    const outcome = { outcome: 'granted', kind: 'granted', at: '', remind: { 1: 'a', 12: 'b' } };
    const told = (kind: string) =>
      following({ type: 'timerFired', path: '', kind }, { outcome }).outcome?.remind;
    expect(told('renew12')).toStrictEqual({ 1: 'a' });
    for (const other of ['renew1x', 'xrenew1']) expect(told(other), other).toStrictEqual({ 1: 'a', 12: 'b' });
  });

  it('of a deadline marks what is late, and to whom a task was raised', () => {
    const late = (event: object, more: object = {}) =>
      following({ type: 'timerFired', path: 'review', kind: 'due', ...event }, more).places.review;
    expect(late({ raisedTo: 'head' })).toMatchObject({ overdue: true, raisedTo: 'head' });
    expect(late({})).toMatchObject({ overdue: true });
    expect(late({})).not.toHaveProperty('raisedTo');
    const party = { review: { kind: 'party', path: 'review', party: 'applicant' } };
    expect(late({ raisedTo: 'head' }, { places: party })).not.toHaveProperty('raisedTo');
  });

  it('of the term in law raises the tasks alone, where it says to whom', () => {
    const { review } = untouched().places;
    const places = { review, other: { kind: 'wait', path: 'other' } };
    const late = following({ type: 'termOverdue', raisedTo: 'head' }, { places });
    expect(late.places.review).toMatchObject({ raisedTo: 'head' });
    expect(late.places.other).toStrictEqual(places.other);
    expect(late.term).toMatchObject({ overdue: true });
    expect(following({ type: 'termOverdue' }).places.review).not.toHaveProperty('raisedTo');
  });

  it('of a message keeps who it is for, where it is for someone', () => {
    const note = (event: object) =>
      following({ type: 'noted', actor: { kind: 'system', by: 'w' }, data: { text: 'а' }, ...event }).data
        .notes;
    expect(note({})).toStrictEqual([
      { at: untouched().changedAt, from: { kind: 'system', by: 'w' }, text: 'а' },
    ]);
    expect(note({ to: 'applicant' })).toMatchObject([{ to: 'applicant', text: 'а' }]);
  });

  it('of a decision keeps what was said with it, and beside what was said there before only what was entered', () => {
    const actor = { kind: 'officer', person: 'o-1' };
    const acted = { type: 'acted', path: 'review', action: 'approve', times: 2, actor };
    const { data } = untouched();
    const mark = { pointer: '/name' };
    const files = { f1: { id: 'f1' } };
    const before = {
      ...data,
      marks: [mark],
      files,
      results: { review: { reason: 'а', entered: { note: 'б' } } },
    };
    const kept = (said: object, by: object = actor) =>
      following({ ...acted, actor: by, data: said }, { data: before }).data;
    const all = { reason: 'р', explain: 'п', entered: { note: 'н' }, person: 'o-1' };
    expect(kept(all).results.review).toStrictEqual({ ...all, previous: { note: 'б' } });
    expect(kept({}).results.review).toStrictEqual({ previous: { note: 'б' } });
    expect(following({ ...acted, data: {} }).data.results.review).toStrictEqual({});
    expect(Object.keys(kept({ files: { f2: { id: 'f2' } } }).files)).toEqual(['f1', 'f2']);
    // what a party sends again deals with the marks; what an officer does leaves them, or sets others
    expect(kept({}).marks).toEqual([mark]);
    expect(kept({}, { kind: 'party', party: 'applicant' }).marks).toEqual([]);
    expect(kept({ marks: [] }).marks).toEqual([]);
  });

  it('of a task that is given back or passed on says from when it is drawn, only where it is', () => {
    const { review } = untouched().places;
    const held = { places: { review: { ...review, claimedBy: 'o-1', draw: 'old', gaveBack: 'o-0' } } };
    const passed = (event: object, more: object = held) =>
      following({ path: 'review', ...event }, more).places.review;
    expect(passed({ type: 'released', draw: 'soon' })).toMatchObject({ draw: 'soon', gaveBack: 'o-1' });
    const plain = { places: { review: { ...review, claimedBy: 'o-1' } } };
    expect(passed({ type: 'released' }, plain)).toStrictEqual(review);
    expect(passed({ type: 'released', draw: 'soon' }, {})).toStrictEqual(review);
    const to = { type: 'transferred', agency: 'other', office: 'main', role: 'expert' };
    expect(passed({ ...to, draw: 'soon' })).toMatchObject({ office: 'main', draw: 'soon' });
    for (const gone of ['draw', 'gaveBack', 'claimedBy']) expect(passed(to)).not.toHaveProperty(gone);
  });

  it('of an answer takes that one off what is waited for, and tells how a started case ended by its name', () => {
    const ask = { kind: 'ask', path: 'ask', connector: 'x', pending: ['e1', 'e2'], type: 'start', ask: {} };
    const answered = (event: object, place: object = ask) =>
      following({ type: 'answered', path: 'ask', effect: 'e1', ...event }, { places: { ask: place } });
    expect(answered({}).places.ask).toStrictEqual({ ...ask, pending: ['e2'] });
    const child = { child: 'c-1', ended: { child: 'c-1', outcome: 'granted', kind: 'granted' } };
    expect(answered(child).places.ask).toStrictEqual({ ...ask, ended: ['c-1'] });
    expect(answered(child, { ...ask, ended: ['c-0'] }).places.ask).toMatchObject({ ended: ['c-0', 'c-1'] });
    expect(answered(child).outcomes).toStrictEqual(untouched().outcomes);
    const named = { ...child, ended: { ...child.ended, name: 'first' } };
    expect(answered(named).outcomes).toMatchObject({ 'ask/first': 'granted' });
  });

  it('of a case that came of it keeps its name where it has one, and what it suspends until that one ends', () => {
    const linked = { type: 'linked', as: 'appeal', service: 's', child: 'c', reference: 'r' };
    const one = (event: object) => following({ ...linked, ...event });
    expect(one({}).linked).toStrictEqual({
      c: { as: 'appeal', service: 's', reference: 'r', at: untouched().changedAt },
    });
    expect(one({ name: 'first' }).linked?.c?.name).toBe('first');
    expect(one({})).not.toHaveProperty('suspended');
    const suspended = { since: 'then', child: 'other' };
    const ends = (event: object) =>
      following({ type: 'linkEnded', child: 'c', outcome: 'o', kind: 'k', ...event }, { suspended });
    expect(ends({}).suspended).toEqual(suspended);
    expect(ends({ resumes: true })).not.toHaveProperty('suspended');
  });

  it('of what is held for a while keeps the others for as long as they were', () => {
    const one = { type: 'reserve', connector: 'q', path: 'ask', seq: 2 };
    const held = { e1: { ...one, until: 'soon' }, e2: { ...one, until: 'later' }, e3: one };
    const moved = { type: 'moved', position: { state: 'review' }, left: [], entered: [], outcomes: {} };
    expect(following({ ...moved, kept: ['e1'] }, { held }).held).toStrictEqual({ ...held, e1: one });
    const gives = { type: 'gaveBack', effects: { e1: {} } };
    const { data } = untouched();
    const both = {
      held,
      unpaid: { e1: { path: 'a' }, e4: { path: 'b' } },
      data: { ...data, held: { e1: 1, e2: 2 } },
    };
    const after = following(gives, both);
    expect(Object.keys(after.held ?? {})).toEqual(['e2', 'e3']);
    expect(after.unpaid).toEqual({ e4: { path: 'b' } });
    expect(after.data.held).toEqual({ e2: 2 });
    const none = following({ type: 'gaveBack', effects: { e1: {}, e2: {}, e3: {}, e4: {} } }, both);
    // no part under another name either
    expect(Object.keys(none)).toEqual(Object.keys(untouched()));
    expect(Object.keys(none.data)).toEqual(Object.keys(data));
  });

  it('of what is waited for no more keeps payments alone, for they may come all the same', () => {
    const place = { kind: 'ask', path: 'pay', type: 'pay', connector: 'bank', pending: ['e1'] };
    const places = {
      pay: place,
      call: { ...place, path: 'call', type: 'call', pending: ['e2'] },
      wait: { kind: 'wait', path: 'wait', type: 'pay', pending: ['e3'] },
    };
    const gone = (...paths: string[]) => following({ type: 'cancelled', paths, effects: {} }, { places });
    expect(gone('pay', 'call', 'wait', 'never').unpaid).toStrictEqual({
      e1: { path: 'pay', connector: 'bank' },
    });
    expect(gone('call', 'wait')).not.toHaveProperty('unpaid');
  });

  it('of what an answer gives keeps the result, and nothing where that was erased', () => {
    const holds = { type: 'pay', connector: 'bank' };
    const answered = { type: 'answered', path: 'pay', effect: 'e1', holds };
    const earlier = { held: { e0: { ...holds, path: 'x', seq: 1 } } };
    const after = following({ ...answered, data: { result: { paid: 1 } } }, earlier);
    expect(Object.keys(after.held ?? {})).toEqual(['e0', 'e1']);
    expect(after.held?.e1).toEqual({ ...holds, path: 'pay', seq: after.seq });
    expect(after.data.held).toEqual({ e1: { paid: 1 } });
    expect(following(answered).data.held).toEqual({ e1: null });
  });

  it('of a record keeps under which key it lies, since when, and nothing that has no key', () => {
    const record = { registry: 'people', do: 'create' };
    const wrote = (result: unknown, event: object = {}, more: object = {}) =>
      following({ type: 'answered', path: 'issue', effect: 'e1', record, data: { result }, ...event }, more)
        .data.records;
    const { changedAt } = untouched();
    expect(wrote({ key: 'k' })).toEqual({
      e1: { registry: 'people', key: 'k', path: 'issue', at: changedAt },
    });
    const places = { issue: { kind: 'ask', path: 'issue', since: 'then', pending: ['e1'] } };
    expect(wrote({ key: 'k' }, {}, { places })?.e1?.at).toBe('then');
    for (const none of [null, 'k', {}, []]) expect(wrote(none)).toBeUndefined();
    expect(wrote({ key: 'k' }, { record: undefined })).toBeUndefined();
    expect(wrote(undefined, { data: undefined })).toBeUndefined();
  });

  it('of a document leaves the one that it takes the place of, says that it was a duplicate, and what it says', () => {
    const first = { id: 'd1', document: 'c', path: 'issue', sha256: 's', at: 'then' };
    const issued = (more: object, event: object = {}) =>
      following(
        {
          type: 'answered',
          path: 'issue',
          effect: 'e1',
          document: { ...first, id: 'd2', ...more },
          ...event,
        },
        { documents: { d1: first } },
      );
    expect(issued({ replaces: 'd1' }).documents.d1).toStrictEqual({ ...first, replacedBy: 'd2' });
    expect(issued({ replaces: 'd1', duplicate: true }).documents.d1).toHaveProperty('duplicated', true);
    expect(issued({}).documents.d1).toStrictEqual(first);
    expect(Object.keys(issued({ replaces: 'd0' }).documents)).toEqual(['d1', 'd2']);
    expect(issued({}, { data: { says: 'hash' } }).data.says).toEqual({ d2: 'hash' });
    expect(issued({}).data).not.toHaveProperty('says');
  });

  it('of a correction, a duplicate or a failure tells what is still on its way, also once it is erased', () => {
    const way = { document: 'c', path: 'issue', replaces: 'd1' };
    const write = { do: 'change', registry: 'people', path: 'issue', of: 'e0' };
    const start = { reissuing: { e5: way } };
    const corrected = { type: 'corrected', changed: [], reissues: { e6: way }, rewrites: { e7: write } };
    expect(following(corrected, start)).toMatchObject({
      reissuing: { e5: way, e6: way },
      rewriting: { effects: { e7: write }, papers: [] },
    });
    expect(following({ ...corrected, papers: [way] }).rewriting?.papers).toEqual([way]);
    const data = { form: { name: 'б' }, reason: 'р' };
    expect(following({ ...corrected, data }).data).toMatchObject({ form: { name: 'б' }, changes: [] });
    expect(following({ ...corrected, data }).data).not.toHaveProperty('rewrites');
    const asks = { type: 'duplicated', document: 'd1' };
    const paying = { e8: { document: 'd1', amount: 5 } };
    expect(following(asks, start)).toMatchObject(start);
    expect(following(asks)).not.toHaveProperty('paying');
    expect(following({ ...asks, pays: { effect: 'e9', amount: 7 } }, { paying }).paying).toEqual({
      ...paying,
      e9: { document: 'd1', amount: 7 },
    });
    const fails = (effect: string) =>
      following({ type: 'failed', effect, path: '', code: 'x' }, { ...start, paying });
    expect(fails('e8')).toMatchObject(start);
    expect(fails('e8')).not.toHaveProperty('paying');
    expect(fails('e5').paying).toEqual(paying);
    expect(fails('e5')).not.toHaveProperty('reissuing');
  });

  it('of a revocation tells which documents hold no more, and forgets the records', () => {
    const paper = { document: 'c', path: 'issue', sha256: 's', at: 'then' };
    const documents = { d1: { ...paper, id: 'd1' }, d2: { ...paper, id: 'd2' } };
    const taken = (event: object) => following({ type: 'revoked', grounds: [], ...event }, { documents });
    const revoked = ({ documents }: Case) => Object.values(documents).map((one) => one.revoked !== undefined);
    expect(revoked(taken({ documents: ['d2'] }))).toEqual([false, true]);
    expect(revoked(taken({}))).toEqual([false, false]);
  });

  it('of letters keeps those that wait, each under a name of its own, until they have gone', () => {
    const waits = { for: ['certificate'], path: '' };
    const letter = { message: 'done', to: 'applicant' };
    const told = (messages: object[], more: object = {}) =>
      following(
        { type: 'notified', messages, data: { messages: messages.map((_, n) => ({ body: `b${n}` })) } },
        more,
      );
    const both = told([letter, { ...letter, waits }, { ...letter, waits }]);
    const [one, two] = [`${both.seq}/1`, `${both.seq}/2`];
    expect(Object.keys(both.letters ?? {})).toEqual([one, two]);
    expect(both.data.letters).toEqual({ [one]: { body: 'b1' }, [two]: { body: 'b2' } });
    const next = (of: string) => told([{ ...letter, of }], { letters: both.letters, data: both.data });
    expect(next(one).letters).toEqual({ [two]: { ...letter, waits } });
    expect(next(one).data.letters).toEqual({ [two]: { body: 'b2' } });
    expect(told([letter])).not.toHaveProperty('letters');
  });

  it('of another version remembers every version before it', () => {
    const moved = { type: 'migrated', from: 'v2', to: 'v3', position: {}, places: {}, term: null };
    const over = following(moved, { earlier: [{ definition: 'v1', until: 1 }] });
    expect(over.earlier).toEqual([
      { definition: 'v1', until: 1 },
      { definition: 'v2', until: over.seq },
    ]);
    expect(following(moved).earlier).toEqual([{ definition: 'v2', until: over.seq }]);
    expect(over).not.toHaveProperty('term');
  });

  it('of a group that is entered forgets what was done in it before, and of one that only opens more does not', () => {
    const done = {
      'all/1/ask': { action: 'agree' },
      'other/1/ask': { action: 'agree' },
      review: { action: 'x' },
    };
    const { data } = untouched();
    const seq = untouched().seq;
    const enters = (...groups: { path: string; visit: number }[]) =>
      Object.keys(
        following(
          {
            ...{ type: 'moved', position: { state: 'all' }, left: [], outcomes: {} },
            entered: groups.map((one) => ({ kind: 'group', ...one })),
          },
          { results: done, data: { ...data, results: done } },
        ).results,
      );
    expect(enters({ path: 'all', visit: seq })).toEqual(['other/1/ask', 'review']);
    expect(enters({ path: 'all', visit: seq }, { path: 'other', visit: seq })).toEqual(['review']);
    expect(enters({ path: 'all', visit: seq - 1 })).toEqual(Object.keys(done));
    expect(enters()).toEqual(Object.keys(done));
  });

  it('of an opinion whose question was erased keeps the opinion', () => {
    const opined = { type: 'opined', path: 'review', consult: 'c', data: { opinion: 'так' } };
    expect(following(opined).data.consults.c).toEqual({ question: '', opinion: 'так' });
  });

  it('of a task that is entered brings the case to its office', () => {
    const { review } = untouched().places;
    const task = { ...review, agency: 'other', office: 'main' };
    const moved = { type: 'moved', position: { state: 'review' }, left: [], outcomes: {} };
    const wait = { kind: 'wait', path: 'pause' };
    expect(following({ ...moved, entered: [task, wait] }).office).toEqual({
      agency: 'other',
      office: 'main',
    });
    expect(following({ ...moved, entered: [wait] }).office).toEqual(untouched().office);
  });
});
