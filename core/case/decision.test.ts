import { describe, expect, it } from 'vitest';
import { decisionOf } from './decision.ts';
import { calledThen, climbing, ranOn, type ServiceRuntime } from './runtime.ts';
import { Play, small } from './small-service.testing.ts';
import type { Case } from './types.ts';

describe('what an outcome rests on', () => {
  const refused = (): Case => {
    const play = new Play();
    play.toReview();
    play.review('refuse', { grounds: ['noRight'], explain: 'ні' });
    return play.here;
  };

  it('is the last act of an officer, where the matter was decided', () => {
    expect(decisionOf(refused())).toMatchObject({
      path: 'review',
      result: { action: 'refuse', grounds: ['noRight'] },
    });
    const kase = refused();
    const { review } = kase.results;
    if (!review) throw new Error('not reviewed');
    const later = { ...review, at: '2027-01-01T00:00:00Z', action: 'confirm' };
    const earlier = { ...review, at: '2025-01-01T00:00:00Z', action: 'look' };
    const all = { ...kase, results: { last: later, review, first: earlier } };
    expect(decisionOf(all)).toEqual({ path: 'last', result: later });
    // what a party did last decided: no officer did
    const byParty = { ...later, by: { kind: 'party', party: 'applicant' } as never };
    expect(decisionOf({ ...kase, results: { review, last: byParty } })).toBeNull();
  });

  it('is nothing while the case is open, where it was withdrawn, and where nobody acted', () => {
    const play = new Play();
    play.toReview();
    expect(decisionOf(play.here)).toBeNull();
    const kase = refused();
    expect(decisionOf({ ...kase, outcome: { ...kase.outcome, kind: 'withdrawn' } as never })).toBeNull();
    expect(decisionOf({ ...kase, results: {} })).toBeNull();
    const open = { ...kase };
    delete open.outcome;
    expect(decisionOf(open)).toBeNull();
  });
});

describe('the versions that a case ran on', () => {
  const version = (n: number, renamed?: { [old: string]: string }): ServiceRuntime => ({
    ...small,
    hash: String(n),
    bundle: { ...small.bundle, version: n, ...(renamed ? { migrate: { from: n - 1, renamed } } : {}) },
  });
  const [first, second] = [version(1), version(2, { review: 'study', head: 'chief' })];
  const third: ServiceRuntime = {
    ...version(3, { study: 'look' }),
    earlier: [
      { until: 5, service: first },
      { until: 9, service: second },
    ],
  };

  it('are known by the event', () => {
    expect([1, 4, 5, 8, 9, 20].map((seq) => ranOn(third, seq).hash)).toEqual(['1', '1', '2', '2', '3', '3']);
    expect(ranOn(first, 7)).toBe(first);
  });

  it('called things otherwise, one renaming after the other', () => {
    const then = (seq: number) => calledThen(third, seq, 'look/chief/1');
    expect([then(1), then(5), then(9)]).toEqual(['review/head/1', 'study/chief/1', 'look/chief/1']);
    expect(calledThen(first, 1, 'look')).toBe('look');
    const unsaid = { ...version(2), earlier: [{ until: 5, service: first }] };
    expect(calledThen(unsaid, 1, 'look')).toBe('look');
  });

  it('climb the tree of territories that came along', () => {
    const { territoryAbove } = climbing({ ...small, live: { ...small.live, territories: { a: 'b' } } });
    expect([territoryAbove?.('a'), territoryAbove?.('b')]).toEqual(['b', undefined]);
    const { territories: _, ...live } = { territories: undefined, ...small.live };
    expect(climbing({ ...small, live }).territoryAbove?.('a')).toBeUndefined();
  });
});
