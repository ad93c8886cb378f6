import { describe, expect, it } from 'vitest';
import { asOfficer, asParty, asSystem, olena, Play } from '../small-service.testing.ts';
import { timersOf } from '../waiting.ts';
import { earlier, first, migrated, type Shape, second } from './versions.testing.ts';

const iryna = asOfficer('o-iryna', 'registrar');
type Change = (bundle: Shape) => void;
const state =
  (name: string, words: object): Change =>
  ({ flow }) => {
    Object.assign(flow.states[name] ?? {}, words);
  };

function submitted(service = first): Play {
  const play = new Play(service);
  play.submit();
  return play;
}
function inReview(service = first): Play {
  const play = new Play(service);
  play.toReview();
  return play;
}
/** The place of a state once the case has come over to a version that is changed so. */
const over = (play: Play, path: string, change: Change, rule: Parameters<typeof second>[0] = {}) => {
  const { play: there, refusal } = migrated(play, second(rule, change));
  expect(refusal).toBeUndefined();
  return there.here.places[path];
};

describe('the deadline of a place that comes over', () => {
  const noDue = earlier(({ flow }) => Reflect.deleteProperty(flow.states.review ?? {}, 'due'));

  it('has the reminders of the new version that are still to come', () => {
    const play = inReview();
    play.now = '2026-03-03T08:00:00Z';
    const remind = [
      { before: { workingDays: 2 }, message: 'late' },
      { before: { workingDays: 1 }, message: 'late' },
    ];
    expect(over(play, 'review', state('review', { remind }))).toMatchObject({
      due: '2026-03-05T21:59:59Z',
      remind: { 0: '2026-03-03T21:59:59Z', 1: '2026-03-04T21:59:59Z' },
    });
    play.now = '2026-03-03T21:59:59Z';
    expect(over(play, 'review', state('review', { remind }))).toMatchObject({
      remind: { 1: '2026-03-04T21:59:59Z' },
    });
    expect(over(play, 'review', state('review', {}))).not.toHaveProperty('remind');
  });

  it('has none where it has passed already', () => {
    const play = inReview();
    const [due] = timersOf(play.here).filter(({ kind }) => kind === 'due');
    play.now = due?.at ?? '';
    play.do(asSystem, { type: 'timerFired', path: 'review', kind: 'due', at: play.now });
    play.now = '2026-03-04T08:00:00Z';
    const remind = [{ before: { workingDays: 1 }, message: 'late' }];
    const place = over(play, 'review', state('review', { remind }));
    expect(place).toMatchObject({ overdue: true });
    expect(place).not.toHaveProperty('remind');
  });

  it('begins by the calendar of the office where the task is', () => {
    const play = inReview(noDue);
    expect(play.here.places.review).not.toHaveProperty('due');
    play.do(iryna, { type: 'claim', path: 'review' });
    const passed = play.do(iryna, {
      ...{ type: 'transfer', path: 'review', agency: 'other', office: 'main', role: 'expert' },
      reason: 'Не наша територія',
    });
    expect(passed).toBeUndefined();
    // the other agency works on Mondays only, and 9 March is a day off for the 8th
    expect(over(play, 'review', state('review', { due: { workingDays: 1 } }))).toMatchObject({
      due: '2026-03-16T21:59:59Z',
    });
    expect(over(inReview(noDue), 'review', state('review', { due: { workingDays: 1 } }))).toMatchObject({
      due: '2026-03-03T21:59:59Z',
    });
  });

  it('of what another system is asked is that of its connector, where the state has none', () => {
    const next = second({});
    Object.assign(next.live.connectors.population ?? {}, { due: 'P2D' });
    const { play } = migrated(submitted(), next);
    expect(play.here.places.check).toMatchObject({ due: '2026-03-04T21:59:59Z' });
    expect(over(submitted(), 'check', state('check', {}))).not.toHaveProperty('due');
    expect(over(submitted(), 'check', state('check', { due: 'P1D' }))).toMatchObject({
      due: '2026-03-03T21:59:59Z',
    });
    expect(
      migrated(inReview(noDue), { ...next, bundle: { ...noDue.bundle, version: 2, migrate: { from: 1 } } })
        .play.here.places.review,
    ).not.toHaveProperty('due');
  });
});

describe('whose a place is that comes over', () => {
  it('is a role that tells nobody of a delay, where the new version tells nobody', () => {
    const play = inReview();
    play.do(iryna, { type: 'claim', path: 'review' });
    const place = over(play, 'review', ({ flow }) => {
      Reflect.deleteProperty(flow.states.review ?? {}, 'overdue');
    });
    expect(place).toMatchObject({ kind: 'task', role: 'registrar', claimedBy: 'o-iryna', assign: 'claim' });
    expect(place).not.toHaveProperty('raisedTo');
  });

  it('is a party whose fields are those of the pages that the new version opens, or those that are marked', () => {
    const asksFirst = earlier(({ flow }) => {
      flow.initial = 'correction';
    });
    expect(submitted(asksFirst).here.places.correction).toMatchObject({ open: ['/name', '/rnokpp'] });
    const opens = (pages: string[] | undefined, play = submitted(asksFirst)) =>
      over(play, 'correction', (bundle) => {
        Object.assign(bundle.flow, { initial: 'correction' });
        Object.assign(bundle.flow.states.correction ?? {}, { pages });
      });
    expect(opens(['owners'])).toMatchObject({ party: 'applicant', open: ['/owners'] });
    expect(opens(['main', 'owners'])).toMatchObject({ open: ['/name', '/rnokpp', '/owners'] });
    expect(opens(undefined)).toMatchObject({ open: [] });
    const marked = inReview();
    marked.review('return', { reason: 'ні', marks: [{ pointer: '/rnokpp' }] });
    expect(opens(['owners'], marked)).toMatchObject({ open: ['/rnokpp'] });
    expect(
      marked.do(asParty(olena), {
        ...{ type: 'act', path: 'correction', action: 'resubmit' },
        changes: { '/rnokpp': '2222222222' },
      }),
    ).toBeUndefined();
  });

  it('is a system whose answer will be known by the name that the new version gives it', () => {
    const renamed = { renamed: { registry: 'population' } };
    const { play } = migrated(submitted(), second(renamed, state('check', { as: 'population' })));
    expect(play.here.places.check).toMatchObject({ as: 'population' });
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } });
    expect(play.here.data.values['']).toEqual({ population: { found: true } });
    const unnamed: Change = ({ flow }) => Reflect.deleteProperty(flow.states.check ?? {}, 'as');
    expect(over(submitted(), 'check', unnamed)).toMatchObject({ as: 'registry' });
    const nameless = earlier(unnamed);
    expect(over(submitted(nameless), 'check', unnamed)).not.toHaveProperty('as');
    expect(over(submitted(nameless), 'check', state('check', {}))).toMatchObject({ as: 'registry' });
  });
});
