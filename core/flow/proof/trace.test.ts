import { describe, expect, it } from 'vitest';
import type { Flow, State } from '#core/definition/index.ts';
import { given } from './flows.testing.ts';
import { graphOf } from './graph.ts';
import { end, task } from './small-flow.testing.ts';
import { pathOfPoint, points, type Traced } from './trace.ts';

/** What was done last; of two branches side by side, both. */
const done: Traced = { after: (_graph, edge, value) => edge.action ?? value };
const both: Traced = { ...done, together: (one, other) => [one, other].sort().join('+') };

const graph = (states: Flow['states'], more: object = {}) => {
  const service = given({ initial: Object.keys(states)[0] ?? '', states });
  Object.assign(service.bundle, more);
  return graphOf(service, { most: 1000, seen: 0, reached: false });
};
const pointsOf = (states: Flow['states'], traced = done, starts = ['none'], more: object = {}) => [
  ...points(traced, graph(states, more), starts),
];
/** The values with which a state is come to. */
const valuesAt = (name: string, ...from: Parameters<typeof pointsOf>) =>
  pointsOf(...from)
    .filter(({ state }) => state === name)
    .map(({ value }) => value)
    .sort();

const flow = (actions: string[]): Flow => ({
  initial: 'ask',
  states: {
    ask: task(Object.fromEntries(actions.map((action) => [action, 'told']))),
    told: end('yes'),
    never: end('yes'),
  },
});
const parallel = (branches: { [name: string]: Flow }, more: object = {}) =>
  ({
    ...{ type: 'parallel', branches, join: { outcome: 'yes', need: 'all' } },
    ...{ next: 'granted', otherwise: 'refused', ...more },
  }) as unknown as State;
const each = (join: object, more: object = {}) =>
  ({
    ...{ type: 'each', of: 'form.l', as: 'i', key: 'i.k', flow: flow(['says']), join },
    ...{ next: 'granted', otherwise: 'refused', ...more },
  }) as unknown as State;
const ends = { granted: end('granted'), refused: end('refused', 'refused') };

describe('what is traced through a flow', () => {
  it('is told for each state with each of its values once, the nearest first, with the steps to it', () => {
    const states = {
      start: task({ left: 'two', right: 'granted' }),
      two: task({ back: 'start', on: 'granted' }),
      ...ends,
    };
    const found = pointsOf(states, done, ['none', 'left']);
    expect(found.map((p) => `${p.length} ${p.state} ${p.value}`)).toEqual([
      '0 start none',
      '0 start left',
      '1 two left',
      '1 granted right',
      '2 start back',
      '2 granted on',
    ]);
    const last = found.at(-1);
    expect(last && pathOfPoint(last).map((s) => s.at)).toEqual(['start', 'two']);
    const [before] = last ? pathOfPoint(last) : [];
    expect(last && before && pathOfPoint(last, [before]).map((s) => s.at)).toEqual(['start', 'start', 'two']);
  });

  it('counts all steps inside a group to what comes after it', () => {
    const states = { group: parallel({ a: flow(['x']), b: flow(['y']) }), ...ends };
    expect(pointsOf(states).map((p) => `${p.length} ${p.state}`)).toEqual([
      '0 group',
      '3 granted',
      '3 granted',
    ]);
  });
});

describe('what branches leave', () => {
  const branches = { a: flow(['x', 'y']), b: flow(['z']) };

  it('is what any of them left, or what comes of all together where all have ended', () => {
    expect(valuesAt('granted', { group: parallel(branches), ...ends })).toEqual(['x', 'y', 'z']);
    expect(valuesAt('granted', { group: parallel(branches), ...ends }, both)).toEqual(['x+z', 'y+z']);
    const join = { when: 'form.ok' };
    expect(valuesAt('granted', { group: parallel(branches, { join }), ...ends }, both)).toEqual([
      'x+z',
      'y+z',
    ]);
  });

  it('is what one of them left where that is enough, or where the join is lost', () => {
    const any = { join: { outcome: 'yes', need: 'any' } };
    expect(valuesAt('granted', { group: parallel(branches, any), ...ends }, both)).toEqual([
      ...['x', 'x+z', 'y', 'y+z', 'z'],
    ]);
    const no: Flow = { initial: 'no', states: { no: task({ n: 'lost' }), lost: end('no') } };
    // nobody said yes: all have ended then
    const lost = { group: parallel({ c: no, d: no }, any), ...ends };
    expect(valuesAt('refused', lost, both)).toEqual(['n+n']);
    const group = parallel({ ...branches, c: no });
    expect(valuesAt('refused', { group, ...ends }, both)).toEqual([
      ...['n', 'n+x', 'n+x+z', 'n+y', 'n+y+z', 'n+z'],
    ]);
  });

  it('is not sure to be left where a deadline or the term in law leads out', () => {
    const due = { due: 'P1D', overdue: { to: 'late' }, next: 'granted' };
    const states = { group: parallel(branches, due), ...ends, late: end('late') };
    expect(valuesAt('late', states, both)).toEqual(['none', 'x', 'y', 'z']);
    expect(valuesAt('late', states)).toEqual(['none', 'x', 'y', 'z']);
    const any = { ...states, group: parallel(branches, { ...due, join: { outcome: 'yes', need: 'any' } }) };
    // whoever ends first meets it in time
    expect(valuesAt('late', any, both)).toEqual(['none']);
    const overdue = { meaning: 'consent', to: 'silence' };
    const decideWithin = { workingDays: 9, from: 'submitted', until: ['granted'], overdue };
    const more = { decideWithin };
    const silent = { group: parallel(branches), ...ends, silence: end('silence') };
    expect(valuesAt('silence', silent, both, ['none'], more)).toEqual(['none']);
    // nor does a withdrawal wait for anything
    const gone = { group: parallel(branches), ...ends, gone: end('gone', 'withdrawn') };
    expect(valuesAt('gone', gone, both)).toEqual(['none']);
  });

  it('comes of all together where as many are wanted as there are, not where fewer are', () => {
    const wants = (need: number) => ({ join: { outcome: 'yes', need } });
    expect(valuesAt('granted', { group: parallel(branches, wants(2)), ...ends }, both)).toEqual([
      'x+z',
      'y+z',
    ]);
    const three = { ...branches, c: flow(['w']) };
    expect(valuesAt('granted', { group: parallel(three, wants(2)), ...ends }, both)).toEqual([
      ...['w+x', 'w+x+z', 'w+y', 'w+y+z', 'w+z', 'x+z', 'y+z'],
    ]);
  });

  it('may be what it was before and something else', () => {
    const late: Flow = {
      initial: 'ask',
      states: {
        ask: task({ x: 'more' }, { overdue: { to: 'told' } }),
        more: { type: 'wait', for: 'P1D', next: 'told' } as State,
        told: end('yes'),
      },
    };
    expect(valuesAt('granted', { group: parallel({ late }), ...ends })).toEqual(['none', 'x']);
  });

  it('is as before where none of them changed it', () => {
    const states = { group: parallel(branches), ...ends };
    const same: Traced = { ...both, after: (_graph, _edge, value) => value };
    expect(valuesAt('granted', states, same, ['a', 'b'])).toEqual(['a', 'b']);
  });

  it('begins inside with what the group itself makes of it', () => {
    const enters: Traced = { after: (g, edge, value) => (g.at === '' && edge.kind === 'met' ? 'in' : value) };
    expect(valuesAt('granted', { group: parallel(branches), ...ends }, enters)).toEqual(['in']);
    // a group without branches is met at once
    expect(valuesAt('granted', { group: parallel({}), ...ends }, both)).toEqual(['none']);
  });
});

describe('what the items of a list leave', () => {
  it('is left, or nothing where an empty list leads the same way', () => {
    const all = { group: each({ outcome: 'yes', need: 'all' }), ...ends };
    expect(valuesAt('granted', all, both)).toEqual(['none', 'says', 'says+says']);
    expect(valuesAt('granted', all)).toEqual(['none', 'says']);
    expect(valuesAt('granted', { ...all, group: each({ outcome: 'yes', need: 'any' }) })).toEqual(['says']);
    const by = each({ when: 'form.ok' });
    expect(valuesAt('granted', { ...all, group: by })).toEqual(['none', 'says']);
    expect(valuesAt('refused', { ...all, group: by })).toEqual(['none', 'says']);
  });

  it('is lost with an empty list where somebody had to say yes', () => {
    const no: Flow = { initial: 'ask', states: { ask: task({ says: 'told' }), told: end('no') } };
    const states = { group: each({ outcome: 'yes', need: 1 }, { flow: no }), ...ends };
    expect(valuesAt('refused', states)).toEqual(['none', 'says']);
    const all = each({ outcome: 'yes', need: 'all' }, { flow: no });
    expect(valuesAt('refused', { ...states, group: all })).toEqual(['says']);
  });
});
