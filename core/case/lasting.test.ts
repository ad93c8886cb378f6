import { describe, expect, it } from 'vitest';
import { appealableUntil, isDecided, renewableIn, renewalReminders } from './lasting.ts';
import type { ServiceRuntime } from './runtime.ts';
import { Play, small } from './small-service.testing.ts';
import type { Case } from './types.ts';

const service = (after: object | undefined) =>
  ({ ...small, bundle: { ...small.bundle, after } }) as unknown as ServiceRuntime;
const decided = { state: 'granted', outcome: 'granted', kind: 'granted', at: '2026-03-02T08:00:00Z' };

/** A case that was granted, with papers that end on some days. */
function granted(more: object = {}, ...papers: object[]): Case {
  const play = new Play();
  play.toReview();
  const documents = Object.fromEntries(
    papers.map((one, n) => [
      `d${n}`,
      { document: 'c', id: `d${n}`, path: 'issue', sha256: '', at: '', ...one },
    ]),
  );
  return { ...play.here, outcome: decided, documents, ...more } as Case;
}
const child = (more: object) => ({
  linked: { c: { service: 's', reference: 'r', at: '2026-03-03T08:00:00Z', ...more } },
});

describe('until when a decision may be appealed', () => {
  const rule = service({ appeal: { service: 'complaint', within: 'P30D' } });
  const until = (more: object, of = rule) => appealableUntil(of, granted(more))?.slice(0, 10);

  it('is of what was decided, whichever way, and of nothing else', () => {
    expect(['granted', 'partly', 'refused', 'left'].map(isDecided)).toEqual([true, true, true, true]);
    expect(['withdrawn', 'cancelled', ''].map(isDecided)).toEqual([false, false, false]);
    expect(until({})).toBe('2026-04-01');
    expect(until({ outcome: { ...decided, kind: 'withdrawn' } })).toBeUndefined();
    expect(until({ outcome: undefined })).toBeUndefined();
    for (const none of [{}, undefined]) expect(until({}, service(none))).toBeUndefined();
  });

  it('is no more once it is appealed; other cases that came of it do not count, nor those of an earlier decision', () => {
    expect(until(child({ as: 'appeal' }))).toBeUndefined();
    expect(until(child({ as: 'start' }))).toBe('2026-04-01');
    expect(until(child({ as: 'appeal', at: '2026-03-01T08:00:00Z' }))).toBe('2026-04-01');
    expect(until({ ...child({ as: 'appeal' }), revoked: '2026-03-04T08:00:00Z' })).toBe('2026-04-03');
    expect(until({ ...child({ as: 'appeal' }), revoked: '2026-03-03T08:00:00Z' })).toBeUndefined();
  });
});

describe('when what was granted may be renewed', () => {
  const rule = service({ renew: { service: 'small', opens: 'P60D', remind: ['P60D', 'P14D', 'P1D'] } });
  const ends = (validUntil: string, more: object = {}) => ({ validUntil, ...more });
  const until = (more: object, ...papers: object[]) =>
    renewableIn(rule, granted(more, ...papers))?.until.slice(0, 10);

  it('is until the last of the papers that hold ends', () => {
    expect(until({}, ends('2027-03-02'), {}, ends('2026-12-31'))).toBe('2027-03-02');
    expect(until({}, ends('2026-12-31'), ends('2027-03-02'))).toBe('2027-03-02');
    expect(until({}, ends('2026-12-31'), ends('2027-03-02', { replacedBy: 'd9' }))).toBe('2026-12-31');
    expect(until({}, ends('2026-12-31'), ends('2027-03-02', { revoked: 'then' }))).toBe('2026-12-31');
    expect(until({}, {})).toBeUndefined();
    expect(until({})).toBeUndefined();
    const renewal = renewableIn(rule, granted({}, ends('2027-03-02')));
    expect(renewal?.opens.slice(0, 10)).toBe('2027-01-01');
  });

  it('is of what was granted, in part too, and holds', () => {
    const of = (kind: string) => until({ outcome: { ...decided, kind } }, ends('2027-03-02'));
    expect(['granted', 'partly', 'refused', 'left'].map(of)).toEqual([
      '2027-03-02',
      '2027-03-02',
      undefined,
      undefined,
    ]);
    expect(until({ outcome: undefined }, ends('2027-03-02'))).toBeUndefined();
    expect(until({ revoked: 'then' }, ends('2027-03-02'))).toBeUndefined();
    for (const none of [{}, undefined])
      expect(renewableIn(service(none), granted({}, ends('2027-03-02')))).toBeNull();
  });

  it('is not while a renewal goes on or was granted; one that was refused may be sent again', () => {
    const sent = (more: object) => until(child({ as: 'renew', ...more }), ends('2027-03-02'));
    const ended = (kind: string) => sent({ ended: { at: 'then', outcome: kind, kind } });
    expect(sent({})).toBeUndefined();
    expect(['granted', 'partly'].map(ended)).toEqual([undefined, undefined]);
    expect(['refused', 'withdrawn'].map(ended)).toEqual(['2027-03-02', '2027-03-02']);
    expect(sent({ as: 'appeal' })).toBe('2027-03-02');
  });

  it('is reminded of as the definition says, but never of days that are past', () => {
    const reminders = (now: string, of = rule) =>
      Object.entries(renewalReminders(of, granted({}, ends('2027-03-02')), now)).map(
        ([n, at]) => `${n} ${at.slice(0, 10)}`,
      );
    expect(reminders('2026-03-02T08:00:00Z')).toEqual(['0 2027-01-01', '1 2027-02-16', '2 2027-03-01']);
    expect(reminders('2027-01-15T08:00:00Z')).toEqual(['1 2027-02-16', '2 2027-03-01']);
    const [, , last] = Object.values(
      renewalReminders(rule, granted({}, ends('2027-03-02')), '2026-03-02T08:00:00Z'),
    );
    expect(reminders(last ?? '')).toEqual([]);
    expect(
      reminders('2026-03-02T08:00:00Z', service({ renew: { service: 'small', opens: 'P60D' } })),
    ).toEqual([]);
    for (const none of [{}, undefined]) expect(reminders('2026-03-02T08:00:00Z', service(none))).toEqual([]);
  });
});
