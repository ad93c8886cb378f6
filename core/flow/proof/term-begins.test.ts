import { describe, expect, it } from 'vitest';
import type { Flow, State } from '#core/definition/index.ts';
import { end, failuresOf, task } from './small-flow.testing.ts';

/** Where cases are decided though the term, which begins there, never began. */
const never = (from: string, states: Flow['states']) =>
  failuresOf(states, {
    decideWithin: { workingDays: 90, from, until: ['granted'], overdue: { meaning: 'late' } },
  }).filter(({ code }) => code === 'termNeverBegins');
const places = (from: string, states: Flow['states']) =>
  never(from, states).map(({ at, path }) => `${at}: ${path.map((s) => `${s.at}.${s.action ?? s.kind}`)}`);

describe('a term in law that begins with a state', () => {
  const ends = { granted: end('granted'), refused: end('refused', 'refused'), left: end('left', 'left') };
  const around = {
    intake: task({ check: 'check', quick: 'granted' }),
    check: task({ yes: 'granted' }),
    ...ends,
  };
  const through = {
    intake: task({ check: 'check' }),
    check: task({ yes: 'granted', no: 'refused' }),
    ...ends,
  };

  it('may never begin where a case is decided on a way around it', () => {
    expect(places('check', around)).toEqual(['granted: intake.quick']);
    expect(never('check', around)[0]).toMatchObject({
      pointer: '/decideWithin/from',
      at: 'granted',
      message: {
        en: 'A case may be decided without the term in law ever beginning: the path passes by “check”',
      },
    });
    expect(places('check', through)).toEqual([]);
  });

  it('always begins with the submission, the registration, or the first state of all', () => {
    for (const from of ['submitted', 'registered', 'intake']) expect(places(from, around)).toEqual([]);
  });

  it.each(['granted', 'partly', 'refused'])(
    'need not begin for a case that nobody decides, but where it is %s',
    (kind) => {
      const leaves = {
        intake: task({ check: 'check', away: 'left' }),
        check: task({ yes: 'granted' }),
        ...ends,
      };
      expect(places('check', leaves)).toEqual([]);
      expect(places('check', { ...leaves, left: end('left', kind) })).toEqual(['left: intake.away']);
    },
  );

  it('begins in a group too, in its first state and in later ones, though only its end is gone on from', () => {
    const flow = {
      initial: 'ask',
      states: { ask: task({ on: 'told' }), told: task({ on: 'yes' }), yes: end('yes') },
    };
    const group = {
      ...{ type: 'parallel', branches: { one: flow }, join: { outcome: 'yes', need: 'all' } },
      ...{ next: 'granted', otherwise: 'granted' },
    } as unknown as State;
    const states = { intake: task({ on: 'group' }), group, granted: end('granted') };
    for (const from of ['group', 'ask', 'told']) expect(places(from, states)).toEqual([]);
    expect(places('told', { ...states, intake: task({ on: 'group', quick: 'granted' }) })).toEqual([
      'granted: intake.quick',
    ]);
  });
});
