import { describe, expect, it } from 'vitest';
import { answer, asked, outcome } from './asks.testing.ts';
import { effects } from './effects.ts';
import { evolve } from './evolve.ts';
import { olena, Play, small } from './small-service.testing.ts';
import type { Case, CaseEvent } from './types.ts';

/** A case that was decided, its first and its last event. */
function decided() {
  const play = asked({
    type: 'call',
    connector: 'population',
    input: {},
    as: 'r',
    next: 'granted',
    failed: 'refused',
  });
  const [first] = play.events;
  answer(play, {});
  const last = play.events.find(({ type }) => type === 'ended');
  expect(outcome(play)).toBe('granted');
  if (!first || !last) throw new Error('submitted and ended');
  return { play, first, last };
}

const collecting = { service: 'tender', case: 'c1', effect: 'e1', as: 'collect' } as unknown as NonNullable<
  Case['origin']
>;

describe('the case that another one comes from', () => {
  const told = (event: CaseEvent, origin: Case['origin'], party: object = {}) => {
    const { play } = decided();
    const { applicant } = play.here.data.parties;
    const parties = { applicant: { ...applicant, ...party } } as Case['data']['parties'];
    const kase = { ...play.here, data: { ...play.here.data, parties }, ...(origin ? { origin } : {}) };
    const data =
      event.type === 'submitted' && event.data ? { ...event, data: { ...event.data, parties } } : event;
    return effects(play.service, kase, data as CaseEvent);
  };

  it('is told of a submission: with the form and who it is, where applications are collected', () => {
    const { first } = decided();
    expect(told(first, collecting)).toEqual([
      expect.objectContaining({
        kind: 'report',
        connector: 'cases',
        what: 'submitted',
        origin: collecting,
        data: {
          form: { name: 'Олена', rnokpp: '1111111111', owners: [] },
          person: 'p-olena',
          name: 'Коваль Олена',
        },
      }),
    ]);
    expect(told(first, { ...collecting, as: 'start' } as never)).toMatchObject([
      { what: 'submitted', data: {} },
    ]);
    expect(told(first, undefined)).toEqual([]);
  });

  it('is told the name of a business by that name', () => {
    const { first } = decided();
    const business = { identity: { ...olena, business: { edrpou: '00000000', name: 'ТОВ «Коваль»' } } };
    expect(told(first, collecting, business)).toMatchObject([{ data: { name: 'ТОВ «Коваль»' } }]);
    expect(told(first, collecting, { identity: undefined })).toMatchObject([
      { data: { person: '', name: '' } },
    ]);
  });

  it('is told how it ended, and whose it was where applications are collected', () => {
    const { last } = decided();
    expect(told(last, collecting)).toMatchObject([
      { kind: 'report', what: 'ended', outcome: 'granted', ended: 'granted', data: { person: 'p-olena' } },
    ]);
    expect(told(last, collecting, { identity: undefined })).toMatchObject([{ data: { person: '' } }]);
    expect(told(last, { ...collecting, as: 'start' } as never)[0]?.data).toEqual({});
  });
});

describe('what the outside world is told', () => {
  it('is nothing of a message whose words were erased', () => {
    const play = new Play();
    play.toReview();
    play.review('return', { reason: 'Уточніть', marks: [{ pointer: '/name', text: 'Уточніть' }] });
    const event = play.events.find(({ type }) => type === 'notified');
    if (event?.type !== 'notified') throw new Error('notified');
    expect(effects(small, play.here, event)).toMatchObject([
      { kind: 'message', message: 'returned', connector: 'mail' },
    ]);
    const { data: _, ...bare } = event;
    expect(effects(small, play.here, bare as CaseEvent)).toEqual([]);
  });
});

describe('the log of a case', () => {
  it('begins with its submission, which happens once, and has no gap', () => {
    const play = new Play();
    play.toReview();
    const [first, second, third] = play.events;
    if (!first || !second || !third) throw new Error('three events');
    expect(() => evolve(null, second)).toThrow(`a case begins with submitted, not ${second.type}`);
    const begun = evolve(null, first);
    expect(() => evolve(begun, third)).toThrow('event 3 does not follow 1');
    expect(() => evolve(begun, { ...first, seq: 2 })).toThrow('a case is submitted once');
  });
});
