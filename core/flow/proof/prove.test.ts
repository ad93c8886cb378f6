import { describe, expect, it } from 'vitest';
import type { Flow, State } from '#core/definition/index.ts';
import { end, proofOf, task } from './small-flow.testing.ts';

const branch = (name: string): Flow => ({
  initial: name,
  states: { [name]: task({ on: `${name}End` }), [`${name}End`]: end('yes') },
});
const group = (branches: { [name: string]: Flow }) =>
  ({
    ...{ type: 'parallel', branches, join: { outcome: 'yes', need: 'all' } },
    ...{ next: 'granted', otherwise: 'granted' },
  }) as unknown as State;
const term = (rule: object) => ({
  decideWithin: { from: 'submitted', until: ['granted'], overdue: { meaning: 'late' }, ...rule },
});
const heldOf = ({ properties }: ReturnType<typeof proofOf>) =>
  properties.filter(({ held }) => !held).map(({ property }) => property);

describe('a proof says', () => {
  it('of which service it is, and what it looked at', () => {
    const states = { start: task({ on: 'both' }), both: group({ a: branch('a'), b: branch('b') }) };
    const { service, held, explored } = proofOf({ ...states, granted: end('granted') });
    expect([service, held]).toEqual(['small', true]);
    expect(explored).toEqual({
      ...{ flows: 3, states: 7, positions: 7, limit: 100_000, limitReached: false },
      // the start, the end, and two places in each branch
      standFor: 1 + 2 * 2 + 1,
    });
  });

  it('how often each state can be come to, where actions are limited', () => {
    const back = task({ back: 'start', on: 'granted' });
    if (back.type === 'task' && back.actions.back) back.actions.back.atMost = 2;
    const { explored } = proofOf({ start: task({ on: 'back' }), back, granted: end('granted') });
    // each of the three after none, one and two times back
    expect(explored).toMatchObject({ states: 3, positions: 9, standFor: 9 });
  });

  it('of each property whether it holds, and is no warning for it', () => {
    const round = proofOf({ a: task({ on: 'b' }), b: task({ on: 'a' }), granted: end('granted') });
    expect([round.held, heldOf(round)]).toEqual([false, ['reachable', 'ends']]);
    const review = task({ yes: 'granted' });
    if (review.type === 'task' && review.actions.yes) review.actions.yes.when = 'form.ok';
    const warned = proofOf({ review, granted: end('granted') });
    expect(warned.failures.map(({ code }) => code)).toEqual(['noActionOffered']);
    expect([warned.held, heldOf(warned)]).toEqual([true, []]);
    expect(warned.properties.map(({ property }) => property)).toEqual([
      ...['reachable', 'ends', 'circles', 'deadlines', 'fits', 'data', 'ownCase'],
    ]);
  });

  it('what it never looks at, and what it could not see of this service, once', () => {
    const waits = (): Flow => ({
      initial: 'wait',
      states: { wait: { type: 'wait', until: 'form.day', next: 'yes' } as State, yes: end('yes') },
    });
    const states = { both: group({ a: waits(), b: waits() }), granted: end('granted') };
    const told = proofOf(states, term({ days: 3 })).notExplored.map(({ en }) => en?.slice(0, 50));
    expect(told).toEqual([
      'The longest path: how long a case stays in “wait” ',
      'Conditions are taken as free choices: an example p',
      'Lists of more than two items, holidays, closures, ',
    ]);
    expect(proofOf(states).notExplored).toHaveLength(2);
  });
});

describe('a proof of more positions than it may look at', () => {
  const chain = (length: number): Flow['states'] =>
    Object.fromEntries([
      ...Array.from({ length }, (_, n) => [`s${n}`, task({ on: n + 1 < length ? `s${n + 1}` : 'granted' })]),
      ['granted', end('granted')],
    ]);

  it('does not hold, says so, and calls nothing unreachable that it did not come to', () => {
    const proof = proofOf(chain(5), {}, {}, 3);
    expect(proof.explored).toMatchObject({ states: 3, positions: 3, limit: 3, limitReached: true });
    expect([proof.held, proof.failures, heldOf(proof)]).toEqual([false, [], []]);
    expect(proof.notExplored[0]).toEqual({
      uk: 'Досягнуто межі в 3 положень: решту не переглянуто, тож недосяжних станів не названо',
      en: 'The limit of 3 positions is reached: the rest was not looked at, so no state is called unreachable',
    });
    expect(proof.notExplored).toHaveLength(3);
  });

  it('holds where they are just as many', () => {
    expect(proofOf(chain(5), {}, {}, 6)).toMatchObject({ held: true, explored: { limitReached: false } });
  });

  it('tells the faults of what it looked at all the same', () => {
    const states = { ...chain(5), s0: task({ on: 's1' }, { due: undefined }) };
    expect(proofOf(states, {}, {}, 3).failures.map(({ code }) => code)).toEqual(['noDeadline']);
  });

  it('says where only the circles of the longest path are too many', () => {
    const states = {
      a: task({ on: 'b' }),
      b: task({ back: 'a', on: 'granted' }),
      granted: end('granted'),
      lost: task({ on: 'granted' }),
    };
    const proof = proofOf(states, term({ days: 30 }), {}, 3);
    expect(proof.explored).toMatchObject({ positions: 3, limitReached: true });
    expect(proof.held).toBe(false);
    // all was looked at: what nothing leads to is told
    expect(proof.failures.map(({ code, at }) => `${code} ${at}`)).toEqual(['unreachableState lost']);
    expect(proof.notExplored[0]).toEqual({
      uk: 'Найдовший шлях: досягнуто межі в 3 положень, далі кола не пройдено; він може бути довшим',
      en: 'The longest path: the limit of 3 positions is reached, further circles were not gone through; it may be longer',
    });
    expect(proof.notExplored).toHaveLength(3);
  });
});

describe('a term that the longest path does not fit', () => {
  const waits = (due: string, to: string) => task({ on: to }, { due });
  const states = {
    one: waits('P2D', 'two'),
    two: waits('P3D', 'three'),
    three: waits('PT0S', 'granted'),
    granted: end('granted'),
  };

  it('is told of at the term, with the path and both lengths: last days off roll on', () => {
    const [found, ...more] = proofOf(states, term({ days: 8 })).failures;
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      ...{ code: 'tooLong', property: 'fits', pointer: '/decideWithin', at: 'granted' },
      message: {
        uk: 'Найдовший шлях триває 9 дн., а рішення за законом має бути за 8 дн.',
        en: 'The longest path takes 9 days, and the law wants a decision within 8 days',
      },
    });
    expect(found?.path.map((s) => s.at)).toEqual(['one', 'two', 'three']);
    expect(proofOf(states, term({ days: 9 })).failures).toEqual([]);
    expect(proofOf(states).failures).toEqual([]);
  });

  it('is told of nowhere for what adding up parts of an hour makes of it', () => {
    // in parts of an hour these are 1.0000000000000002 together
    const hour = { ...{ one: waits('PT2M', 'two'), two: waits('PT46M', 'three') } };
    const all = { ...hour, three: waits('PT12M', 'granted'), granted: end('granted') };
    const { longest, failures } = proofOf(all, term({ hours: 1 }));
    expect(longest?.length).toBeGreaterThan(1);
    expect(failures).toEqual([]);
  });
});
