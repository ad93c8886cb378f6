import { describe, expect, it } from 'vitest';
import type { Flow, State } from '#core/definition/index.ts';
import { edgesOf, type FlowGraph, innerOf } from './flow-graph.ts';
import { given } from './flows.testing.ts';
import { flowsIn, graphOf, stepsAround, stepsInto } from './graph.ts';
import { end, task } from './small-flow.testing.ts';

const call = (next: string, failed: string) =>
  ({ type: 'call', connector: 'c', input: {}, due: 'P1D', next, failed }) as State;
const group = (branches: { [name: string]: Flow }, next = 'granted') =>
  ({
    ...{ type: 'parallel', branches, join: { outcome: 'yes', need: 'all' } },
    ...{ next, otherwise: 'granted' },
  }) as unknown as State;
const list = (flow: Flow) =>
  ({
    ...{ type: 'each', of: 'form.l', as: 'i', key: 'i.k', flow, join: { outcome: 'yes', need: 'any' } },
    ...{ next: 'granted', otherwise: 'granted' },
  }) as unknown as State;
const flow = (states: Flow['states']): Flow => ({ initial: Object.keys(states)[0] ?? '', states });
const graph = (states: Flow['states'], more: object = {}, most = 1000): FlowGraph => {
  const service = given(flow(states));
  Object.assign(service.bundle, more);
  return graphOf(service, { most, seen: 0, reached: false });
};
const granted = end('granted');
const only = (of: FlowGraph, state: string): FlowGraph => {
  const [inner, ...more] = innerOf(of, state);
  if (!inner || more.length > 0) throw new Error(`${state} has ${more.length + 1} flows`);
  return inner;
};
const pointers = (steps: readonly { pointer: string }[]) => steps.map(({ pointer }) => pointer);

describe('the graph of a flow', () => {
  it('has each way that leads to a state, where it is written, and its step', () => {
    const limited = task({ yes: 'granted', odd: 'nowhere' });
    if (limited.type === 'task' && limited.actions.yes) limited.actions.yes.atMost = 2;
    const [way, ...more] = edgesOf(graph({ limited, granted }), 'limited');
    expect(more).toEqual([]);
    const pointer = '/flow/states/limited/actions/yes/to';
    expect(way).toEqual({
      ...{ from: 'limited', to: 'granted', kind: 'act', action: 'yes', atMost: 2, pointer, alone: null },
      steps: [expect.objectContaining({ at: 'limited', to: 'granted', kind: 'act', pointer })],
    });
  });

  it('tells which ways are gone without a person', () => {
    const ways = graph({
      ask: call('granted', 'sign'),
      sign: { ...call('granted', 'granted'), type: 'pay' } as State,
      granted,
    });
    expect(edgesOf(ways, 'ask').map(({ kind, alone, steps }) => [kind, alone === steps])).toEqual([
      ['answered', true],
      ['failed', true],
    ]);
    expect(edgesOf(ways, 'sign').map(({ kind, alone }) => [kind, alone])).toEqual([['answered', null]]);
    expect(edgesOf(ways, 'gone')).toEqual([]);
    expect(innerOf(ways, 'ask')).toEqual([]);
  });

  it('has the term and the withdrawal beside the ways of the whole, not of what lies inside', () => {
    const inside = flow({ ask: task({ on: 'yes' }), yes: end('yes'), gone: end('gone', 'withdrawn') });
    const states = { group: group({ one: inside }), granted, gone: end('gone', 'withdrawn') };
    const whole = graph(states);
    expect(edgesOf(whole, 'group').map(({ kind }) => kind)).toEqual(['met', 'withdraw']);
    expect(edgesOf(only(whole, 'group'), 'ask').map(({ kind }) => kind)).toEqual(['act']);
  });
});

describe('the ways out of a group', () => {
  const asks = flow({ ask: call('yes', 'no'), yes: end('yes'), no: end('no') });
  const late = { due: 'P1D', overdue: { to: 'granted' } };

  it('are written at the group, and tell what happens inside and without a person', () => {
    const ways = edgesOf(graph({ group: { ...group({ one: asks }), ...late } as State, granted }), 'group');
    const at = '/flow/states/group';
    const ask = `${at}/branches/one/states/ask`;
    expect(ways.map(({ kind, pointer }) => [kind, pointer])).toEqual([
      ['met', `${at}/next`],
      ['lost', `${at}/otherwise`],
      ['due', `${at}/overdue/to`],
    ]);
    for (const steps of [ways.map((way) => way.steps), ways.map((way) => way.alone ?? [])])
      expect(steps.map(pointers)).toEqual([
        [`${ask}/next`, `${at}/next`],
        [`${ask}/failed`, `${at}/otherwise`],
        [`${at}/overdue/to`],
      ]);
    expect(ways[0]?.steps[1]?.says.en).toBe('“group”: the join is met → “granted”');
  });

  it('say that a list is empty only where it is', () => {
    const ways = (need: string) =>
      edgesOf(graph({ list: { ...list(asks), join: { outcome: 'yes', need } } as State, granted }), 'list');
    const says = (need: string) =>
      ways(need).map(({ steps, alone }) => [steps, alone].map((all) => all?.at(-1)?.says.en));
    const [met, lost] = ['“list”: the join is met', '“list”: the join can no longer be met'];
    const empty = ' (the list is empty) → “granted”';
    const some = ' → “granted”';
    expect(says('any')).toEqual([
      [met + some, met + some],
      [lost + empty, lost + empty],
    ]);
    expect(says('all')).toEqual([
      [met + empty, met + empty],
      [lost + some, lost + some],
    ]);
  });
});

describe('the graphs of flows inside', () => {
  const deep = flow({ ask: task({ on: 'told' }), told: end('yes') });
  const middle = flow({
    first: task({ on: 'all' }),
    all: { ...list(deep), next: 'over' } as State,
    over: end('yes'),
  });
  const nested = () =>
    graph({ start: task({ on: 'group' }), group: group({ one: middle, two: deep }), granted });

  it('stand where they are written, under the state that they belong to', () => {
    const whole = nested();
    const [one, two] = innerOf(whole, 'group');
    if (!one || !two) throw new Error('no branches');
    const items = only(one, 'all');
    expect([whole, one, two, items].map(({ at, pointer }) => [at, pointer])).toEqual([
      ['', '/flow'],
      ['group/one', '/flow/states/group/branches/one'],
      ['group/two', '/flow/states/group/branches/two'],
      ['group/one/all/*', '/flow/states/group/branches/one/states/all/flow'],
    ]);
    expect(whole.outer).toBeUndefined();
    expect([items.outer?.graph, items.outer?.name]).toEqual([one, 'all']);
    expect([one.outer?.graph, one.outer?.name]).toEqual([whole, 'group']);
  });

  it('are come to by the steps to all that is around them', () => {
    const whole = nested();
    const [one] = innerOf(whole, 'group');
    const items = one && only(one, 'all');
    if (!items) throw new Error('no items');
    const [start, first] = ['/flow/states/start/actions/on/to', `${one.pointer}/states/first/actions/on/to`];
    expect(pointers(stepsAround(whole))).toEqual([]);
    expect(pointers(stepsAround(items))).toEqual([start, first]);
    expect(pointers(stepsInto(items, 'told'))).toEqual([
      start,
      first,
      `${items.pointer}/states/ask/actions/on/to`,
    ]);
    expect(pointers(stepsInto(items, 'gone'))).toEqual([start, first]);
  });

  it('are looked at from the outermost inwards, but not where nothing leads to their group', () => {
    expect(flowsIn(nested()).map(({ at }) => at)).toEqual(['', 'group/one', 'group/one/all/*', 'group/two']);
    const lost = graph({ start: task({ on: 'granted' }), group: group({ one: middle }), granted });
    expect(flowsIn(lost).map(({ at }) => at)).toEqual(['']);
  });
});

describe('how a flow inside may end', () => {
  const endings = (states: Flow['states']) =>
    Object.fromEntries(
      [...only(graph({ group: group({ one: flow(states) }), granted }), 'group').endings].map(
        ([outcome, { steps, alone }]) => [
          outcome,
          [steps, alone].map((found) => found?.map((s) => `${s.at.split('/').at(-1)}.${s.action ?? s.kind}`)),
        ],
      ),
    );

  it('is known by outcome, with the shortest steps to the nearest end of it, and those without a person', () => {
    const ask = call('near', 'review');
    expect(
      endings({
        ask,
        review: task({ yes: 'far', no: 'no' }),
        near: end('yes'),
        far: end('yes'),
        no: end('no'),
      }),
    ).toEqual({
      yes: [['ask.answered'], ['ask.answered']],
      no: [['ask.failed', 'review.no'], undefined],
    });
  });

  it('takes a longer way where the shortest needs a person', () => {
    const late = task({ yes: 'one' }, { overdue: { to: 'ask' } });
    const states = { late, ask: call('two', 'two'), one: end('yes'), two: end('yes') };
    expect(endings(states)).toEqual({ yes: [['late.yes'], ['late.due', 'ask.answered']] });
    // and the first of two that are as short
    const both = { late: task({ yes: 'one' }, { overdue: { to: 'two' } }), one: end('yes'), two: end('yes') };
    expect(endings(both)).toEqual({ yes: [['late.yes'], ['late.due']] });
  });

  it('is not known of what it never comes to, nor of the whole', () => {
    expect(endings({ ask: task({ on: 'yes' }), yes: end('yes'), no: end('no') })).toEqual({
      yes: [['ask.on'], undefined],
    });
    expect([...graph({ start: task({ on: 'granted' }), granted }).endings]).toEqual([]);
  });
});
