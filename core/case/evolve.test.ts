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
