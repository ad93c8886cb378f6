import { describe, expect, it } from 'vitest';
import { answer, asked, asking, fails, fee, outcome, told, waitsInVain } from './asks.testing.ts';
import { effects } from './effects.ts';
import { asOfficer, asParty, asSystem, olena, Play } from './small-service.testing.ts';
import { timersOf } from './waiting.ts';

const decision = {
  type: 'task',
  role: 'registrar',
  actions: { approve: { to: 'granted' }, refuse: { to: 'refused' } },
};
const states = { decide: decision };
const pays = (play: Play) =>
  play.do(asSystem, { type: 'paid', effect: play.effect('ask'), payment: 'p-1', amount: 100 });
const decides = (play: Play, action: string) => {
  const iryna = asOfficer('o-iryna', 'registrar');
  play.do(iryna, { type: 'claim', path: 'decide' });
  return play.do(iryna, { type: 'act', path: 'decide', action });
};
const withdraws = (play: Play) => play.do(asParty(olena), { type: 'withdraw' });
/** What the outside world was told to undo. */
const undone = (play: Play) => told(play).filter(({ kind }) => kind === 'refund' || kind === 'cancel');

describe('a payment', () => {
  const refunded = { ...fee, next: 'decide', refund: ['withdrawn', 'refused'] };

  it('is paid back by the same connector where the case ends as the definition says', () => {
    for (const ends of [withdraws, (play: Play) => decides(play, 'refuse')]) {
      const play = asked(refunded, { states });
      const effect = play.effect('ask');
      pays(play);
      expect(play.here.held).toMatchObject({ [effect]: { type: 'pay', connector: 'bank', path: 'ask' } });
      expect(ends(play)).toBeUndefined();
      expect(undone(play)).toMatchObject([
        { kind: 'refund', connector: 'bank', effect, data: { payment: 'p-1', amount: 100 } },
      ]);
      expect(play.here).not.toHaveProperty('held');
      expect(play.here.data).not.toHaveProperty('held');
    }
  });

  it('stays where the case ends otherwise, and where the definition says of no refund', () => {
    const granted = asked(refunded, { states });
    pays(granted);
    decides(granted, 'approve');
    expect(undone(granted)).toEqual([]);
    const kept = asked({ ...fee, next: 'decide' }, { states });
    pays(kept);
    withdraws(kept);
    expect(undone(kept)).toEqual([]);
  });

  it('is paid back once, however often the case ends', () => {
    const play = asked(refunded, { states });
    pays(play);
    decides(play, 'refuse');
    play.do(asOfficer('o-head', 'head'), { type: 'reopen', grounds: ['noRight'], reason: 'Суд' });
    expect(undone(play)).toHaveLength(1);
  });

  it('that comes when nobody waits for it any more goes back, and the case stays as it ended', () => {
    for (const ends of [withdraws, waitsInVain]) {
      const play = asked(refunded, { states });
      const effect = play.effect('ask');
      ends(play);
      const how = outcome(play);
      // the bank is told that it is not wanted
      expect(undone(play)).toMatchObject([{ kind: 'cancel', connector: 'bank', effect }]);
      const late = { type: 'paid', effect, payment: 'p-2', amount: 100 } as const;
      expect(play.do(asParty(olena), late)).toBe('notAllowed');
      expect(play.do(asSystem, late)).toBeUndefined();
      expect(undone(play)).toMatchObject([
        {},
        { kind: 'refund', connector: 'bank', path: 'ask', effect, data: { payment: 'p-2', amount: 100 } },
      ]);
      expect(play.events.at(-1)).toHaveProperty('effects', {
        [effect]: { path: 'ask', type: 'pay', connector: 'bank' },
      });
      expect(play.do(asSystem, late)).toBe('ended');
      expect(outcome(play)).toBe(how);
    }
  });
});

describe('a reserved place', () => {
  const slot = {
    type: 'reserve',
    registry: 'slots',
    where: 'record.free',
    as: 'slot',
    next: 'decide',
    none: 'late',
    due: 'P1D',
    release: ['withdrawn', 'refused', 'left'],
  };
  const connectors = { queue: { id: 'queue', kind: 'registry', registry: 'slots' } };
  const reserved = (more: object = {}, later: object = states) => {
    const play = asked({ ...slot, ...more }, { connectors, states: later });
    const effect = play.effect('ask');
    answer(play, { key: 's1', place: 1 });
    return { play, effect };
  };

  it('is given back to its registry where the case ends as the definition says', () => {
    const { play, effect } = reserved();
    decides(play, 'refuse');
    expect(undone(play)).toMatchObject([{ kind: 'cancel', connector: 'queue', effect }]);
    const { play: kept } = reserved();
    decides(kept, 'approve');
    expect(undone(kept)).toEqual([]);
    expect(kept.here.held).toBeDefined();
  });

  it('that was not found leaves nothing to give back', () => {
    const play = asked({ ...slot, none: 'decide' }, { connectors, states });
    answer(play, null);
    expect(play.here).not.toHaveProperty('held');
    withdraws(play);
    expect(undone(play)).toEqual([]);
  });

  it('is called off where no answer came in time: what is reserved later would be nobody’s', () => {
    const play = asked(slot, { connectors, states });
    const effect = play.effect('ask');
    expect(waitsInVain(play)).toBeUndefined();
    expect(undone(play)).toMatchObject([{ kind: 'cancel', effect }]);
    expect(fails(play, 'taken')).toBe('ended');
  });

  it('is given back for the one that is reserved instead', () => {
    const again = { ...decision, actions: { ...decision.actions, other: { to: 'ask' } } };
    const { play, effect } = reserved({}, { decide: again });
    decides(play, 'other');
    expect(undone(play)).toEqual([]);
    answer(play, { key: 's2', place: 1 });
    expect(undone(play)).toMatchObject([{ kind: 'cancel', effect }]);
    expect(Object.values(play.here.data.held ?? {})).toEqual([{ key: 's2', place: 1 }]);
  });

  it('is kept where none was found in its place', () => {
    const again = { ...decision, actions: { ...decision.actions, other: { to: 'ask' } } };
    const { play, effect } = reserved({ none: 'decide' }, { decide: again });
    decides(play, 'other');
    answer(play, null);
    expect(play.here.position).toEqual({ state: 'decide' });
    expect(undone(play)).toEqual([]);
    expect(Object.keys(play.here.held ?? {})).toEqual([effect]);
  });

  it('is given back for that one alone, and not another that the case holds', () => {
    const again = { ...decision, actions: { ...decision.actions, other: { to: 'ask' } } };
    const second = { ...slot, as: 'second' };
    const { play, effect } = reserved({ next: 'second' }, { second, decide: again });
    const kept = play.effect('second');
    play.do(asSystem, { type: 'callAnswered', effect: kept, result: { key: 's5', place: 1 } });
    decides(play, 'other');
    answer(play, { key: 's2', place: 1 });
    expect(undone(play)).toMatchObject([{ kind: 'cancel', effect }]);
    expect(Object.keys(play.here.held ?? {})).toContain(kept);
  });

  const payFirst = { pay: { ...fee, next: 'decide' }, decide: decision };
  const holdFires = (play: Play) => {
    const timer = timersOf(play.here).find(({ kind }) => kind === 'hold');
    if (!timer) return 'none';
    play.now = timer.at;
    return play.do(asSystem, { type: 'timerFired', ...timer });
  };

  it('held for a while goes to others where the next step is not taken in time', () => {
    const { play, effect } = reserved({ hold: 'PT15M', next: 'pay' }, payFirst);
    expect(holdFires(play)).toBeUndefined();
    expect(play.events.find(({ type }) => type === 'timerFired')).toMatchObject({
      path: 'ask',
      kind: 'hold',
    });
    expect(outcome(play)).toBe('late');
    expect(
      undone(play).filter(({ kind, connector }) => kind === 'cancel' && connector === 'queue'),
    ).toMatchObject([{ effect }]);
  });

  it('held for a while is kept for good once the next step is taken', () => {
    const { play } = reserved({ hold: 'PT15M', next: 'pay' }, payFirst);
    play.do(asSystem, { type: 'paid', effect: play.effect('pay'), payment: 'p', amount: 100 });
    expect(holdFires(play)).toBe('none');
    expect(play.here.held).toBeDefined();
  });

  it('held for a while in a branch that is done goes to others, and the case stays where it is', () => {
    const ends = { yes: { type: 'end', outcome: 'yes' } };
    const none = { type: 'end', outcome: 'no' };
    const taken = { ...slot, hold: 'PT15M', next: 'yes', none: 'no' };
    const both = {
      type: 'parallel',
      branches: {
        one: { initial: 'place', states: { place: taken, ...ends, no: none } },
        two: { initial: 'yes', states: ends },
      },
      join: { outcome: 'yes', need: 'all' },
      ...{ next: 'decide', otherwise: 'refused' },
    };
    const play = asked(both, { connectors, states });
    const effect = play.effect('ask/one/place');
    play.do(asSystem, { type: 'callAnswered', effect, result: { key: 's1', place: 1 } });
    expect(play.here.position).toEqual({ state: 'decide' });
    expect(holdFires(play)).toBeUndefined();
    expect(undone(play)).toMatchObject([{ kind: 'cancel', connector: 'queue', effect }]);
    expect(play.here.position).toEqual({ state: 'decide' });
    expect(play.here).not.toHaveProperty('held');
  });

  it('and a payment beside it are given back each after the ends that are theirs', () => {
    const { play } = reserved(
      { next: 'pay', release: ['withdrawn'] },
      { ...payFirst, pay: { ...fee, next: 'decide', refund: ['refused'] } },
    );
    play.do(asSystem, { type: 'paid', effect: play.effect('pay'), payment: 'p', amount: 100 });
    decides(play, 'refuse');
    expect(undone(play)).toMatchObject([{ kind: 'refund' }]);
    expect(Object.values(play.here.held ?? {})).toMatchObject([{ type: 'reserve' }]);
  });

  it('has effects of ids of their own', () => {
    const { play } = reserved(
      { next: 'pay' },
      { ...payFirst, pay: { ...fee, next: 'decide', refund: ['refused'] } },
    );
    play.do(asSystem, { type: 'paid', effect: play.effect('pay'), payment: 'p', amount: 100 });
    decides(play, 'refuse');
    const ids = play.events.flatMap((event) => effects(play.service, play.here, event)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      undone(play)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['cancel', 'refund']);
  });
});

describe('a definition without such states', () => {
  it('is not concerned', () => {
    const play = new Play(asking(decision));
    play.submit();
    withdraws(play);
    expect(play.events.some(({ type }) => type === 'gaveBack')).toBe(false);
  });
});
