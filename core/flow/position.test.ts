import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, partsOf, withAt, within } from './pointer.ts';
import {
  flowOf,
  flowsAround,
  groupOf,
  inside,
  join,
  nameOf,
  positionAt,
  statesOf,
  withPosition,
} from './position.ts';
import { everyState, flowAt, isAsk, kindOf, stateAt, withdrawnEnd } from './states.ts';
import type { JsonObject, Position } from './types.ts';

const name = fc.stringMatching(/^[a-z]{1,5}$/);
/** Any position, branches and items inside one another. */
const { position } = fc.letrec<{ position: Position }>((tie) => ({
  position: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.record({ state: name }),
    fc.record({ state: name, branches: fc.dictionary(name, tie('position'), { minKeys: 1, maxKeys: 3 }) }),
    fc.record({ state: name, items: fc.dictionary(name, tie('position'), { minKeys: 1, maxKeys: 3 }) }),
  ),
}));

describe('the position of a case', () => {
  it('is found again by the path of every state in which the case stands', () => {
    fc.assert(
      fc.property(position, (top) => {
        for (const path of statesOf(top)) {
          const here = positionAt(top, flowOf(path));
          expect(here?.state).toBe(nameOf(path));
          expect(flowsAround(flowOf(path)).at(-1)).toBe('');
        }
      }),
    );
  });

  it('changes in one flow and nowhere else', () => {
    fc.assert(
      fc.property(position, fc.nat(), (top, n) => {
        const paths = statesOf(top);
        const path = paths[n % paths.length] ?? '';
        const changed = withPosition(top, flowOf(path), { state: 'elsewhere' });
        expect(positionAt(changed, flowOf(path))).toEqual({ state: 'elsewhere' });
        const others = (all: string[]) =>
          all.filter((one) => one !== path && !inside(one, path) && flowOf(one) !== flowOf(path));
        expect(others(statesOf(changed))).toEqual(others(paths));
      }),
    );
  });

  it('names every state in which the case stands, the groups that it stands in first', () => {
    const top: Position = {
      state: 'signing',
      branches: {
        head: { state: 'decide' },
        heirs: { state: 'consents', items: { 1: { state: 'ask' }, 2: { state: 'given' } } },
      },
    };
    expect(statesOf(top)).toEqual([
      'signing',
      'signing/head/decide',
      'signing/heirs/consents',
      'signing/heirs/consents/1/ask',
      'signing/heirs/consents/2/given',
    ]);
    expect(flowsAround('signing/heirs/consents/2')).toEqual([
      'signing/heirs/consents/2',
      'signing/heirs',
      '',
    ]);
    expect(positionAt(top, 'signing/heirs/consents/2')).toEqual({ state: 'given' });
    expect(positionAt(top, '')).toBe(top);
    expect(inside('signing/head/decide', 'signing')).toBe(true);
    expect(inside('signing', 'signing')).toBe(false);
    expect(inside('signingAgain/head/decide', 'signing')).toBe(false);
  });

  it('is nowhere in a flow that is not going on', () => {
    const top: Position = { state: 'signing', branches: { head: { state: 'decide' } } };
    expect(positionAt(null, 'signing/head')).toBeUndefined();
    expect(positionAt(top, 'signing/lawyer')).toBeUndefined();
    expect(positionAt(top, 'consents/1')).toBeUndefined();
    expect(positionAt(top, 'approving/head')).toBeUndefined();
    expect(positionAt(top, 'signing/head/decide/deeper')).toBeUndefined();
    expect(statesOf(null)).toEqual([]);
  });

  it('begins where there was none, and opens a branch that is new', () => {
    expect(withPosition(null, 'signing/head', { state: 'decide' })).toEqual({ state: 'decide' });
    expect(withPosition({ state: 'signing' }, 'signing/head', { state: 'decide' })).toEqual({
      state: 'signing',
      branches: { head: { state: 'decide' } },
    });
    expect(groupOf('')).toBeNull();
    expect(groupOf('signing/head')).toBe('signing');
    expect(join('', 'review')).toBe('review');
  });
});

describe('a state', () => {
  const end = { type: 'end', outcome: 'done' } as const;
  const inner = { initial: 'end', states: { end } };
  const flow = {
    initial: 'both',
    states: {
      both: { type: 'parallel', branches: { head: inner } },
      each: { type: 'each', flow: inner },
      pay: { type: 'pay' },
    },
  } as unknown as Parameters<typeof stateAt>[0];

  it('is found in branches and in the flow of items, and nowhere else', () => {
    expect(stateAt(flow, 'both/head/end')).toEqual(end);
    expect(stateAt(flow, 'each/7/end')).toEqual(end);
    for (const path of ['both/lawyer/end', 'pay/x/end', 'gone', 'constructor', 'gone/head/end'])
      expect(stateAt(flow, path), path).toBeUndefined();
    expect(flowAt(flow, '')).toBe(flow);
  });

  it('asks the outside world, unless people or time are waited for', () => {
    const own = ['task', 'party', 'wait', 'parallel', 'each', 'end'] as const;
    expect(own.map(kindOf)).toEqual(own);
    for (const type of ['pay', 'call', 'start', 'sign', 'issue', 'reserve', 'publish', 'collect'] as const)
      expect(kindOf(type), type).toBe('ask');
    expect(isAsk({ type: 'pay' } as Parameters<typeof isAsk>[0])).toBe(true);
    expect(isAsk({ type: 'task' } as Parameters<typeof isAsk>[0])).toBe(false);
  });

  it('is listed with all that lie in it, an item under a star', () => {
    expect(everyState(flow).map(({ path, state }) => `${path} ${state.type}`)).toEqual([
      'both parallel',
      'both/head/end end',
      'each each',
      'each/*/end end',
      'pay pay',
    ]);
  });

  it('is where a case ends that is taken back: the first end of that kind, if there is one', () => {
    const ends = {
      ask: { type: 'task', kind: 'withdrawn' },
      granted: { type: 'end', kind: 'granted' },
      takenBack: { type: 'end', kind: 'withdrawn' },
      alsoTakenBack: { type: 'end', kind: 'withdrawn' },
    };
    const { ask, granted } = ends;
    const flowOfEnds = (states: object) => ({ states }) as Parameters<typeof withdrawnEnd>[0];
    expect(withdrawnEnd(flowOfEnds(ends))).toBe('takenBack');
    expect(withdrawnEnd(flowOfEnds({ ask, granted }))).toBeUndefined();
  });
});

describe('a pointer into what was entered', () => {
  const step = fc.string({ maxLength: 4 }).filter((s) => s !== '__proto__');
  const pointer = fc
    .array(step, { minLength: 1, maxLength: 4 })
    .map((steps) => steps.map((s) => `/${s.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''));

  it('gives back what was put there, and nothing once it was taken out', () => {
    fc.assert(
      fc.property(pointer, fc.integer(), (where, value) => {
        const data = withAt({ kept: true }, where, value);
        expect(at(data, where)).toBe(value);
        expect(at(withAt(data, where, undefined), where)).toBeUndefined();
        expect(within(where, where)).toBe(true);
        expect(partsOf(where).length).toBeGreaterThan(0);
      }),
    );
  });

  it('names fields with a slash or a tilde in their names (RFC 6901)', () => {
    expect(partsOf('/a~1b/c~0d/e~01')).toEqual(['a/b', 'c~d', 'e~1']);
  });

  it('changes and takes out rows of a list, adds one at its end, and leaves no hole', () => {
    const data: JsonObject = { owners: [{ name: 'Петро' }, { name: 'Ганна' }] };
    expect(withAt(data, '/owners/1/name', 'Ольга')).toEqual({
      owners: [{ name: 'Петро' }, { name: 'Ольга' }],
    });
    expect(withAt(data, '/owners/0', undefined)).toEqual({ owners: [{ name: 'Ганна' }] });
    expect(withAt(data, '/owners/0/name', undefined)).toStrictEqual({ owners: [{}, { name: 'Ганна' }] });
    expect(withAt(data, '/owners/2', { name: 'Ія' })).toMatchObject({ owners: [{}, {}, { name: 'Ія' }] });
    for (const nowhere of ['/owners/3', '/owners/-1', '/owners/x', '/owners/0.5'])
      expect(withAt(data, nowhere, { name: 'Ія' }), nowhere).toEqual(data);
    expect(data).toEqual({ owners: [{ name: 'Петро' }, { name: 'Ганна' }] });
  });

  it('reads nothing that was not entered', () => {
    expect(at({ a: 1 }, '/a/b')).toBeUndefined();
    expect(at({ a: null }, '/a/b')).toBeUndefined();
    expect(at({}, '/constructor')).toBeUndefined();
    expect(at(undefined, '/a')).toBeUndefined();
    expect(withAt({ a: 'text' }, '/a/b', 1)).toEqual({ a: { b: 1 } });
    expect(withAt({ a: null }, '/a/b/c', 1)).toEqual({ a: { b: { c: 1 } } });
    expect(withAt({ a: 1 }, '', 5)).toEqual({});
    expect(withAt({ a: 1 }, '', undefined)).toEqual({});
  });

  it('lies in another of any row, not beside it', () => {
    expect(within('/owners/3/name', '/owners/*')).toBe(true);
    expect(within('/owners/3/name', '/owners/*/email')).toBe(false);
    expect(within('/owners', '/owners/*')).toBe(false);
    expect(within('/owner', '/own')).toBe(false);
  });
});
