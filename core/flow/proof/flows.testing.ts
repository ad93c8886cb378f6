import fc from 'fast-check';
import type { Flow, ServiceBundle, State } from '#core/definition/index.ts';
import type { Given } from './flow-graph.ts';

/** Generated flows for laws: only tests import this. */
const text = { uk: 'т', en: 't' };
/** A service that has nothing but a flow. */
export const given = (flow: Flow): Given => ({
  bundle: {
    id: 'law',
    agency: 'a',
    startedBy: { applicant: true },
    parties: { applicant: {} },
    roles: { r: { title: text, sees: [] } },
    form: { schema: {}, pages: [] },
    flow,
    retention: {},
  } as unknown as ServiceBundle,
  live: { connectors: {}, agencies: {}, registries: {} },
});

/** A flow of a few states that lead anywhere within it, groups in it to a depth. Names are unique by their prefix. */
export function flows(prefix: string, depth: number): fc.Arbitrary<Flow> {
  const size = depth === 0 ? 3 : 2;
  return fc.integer({ min: 1, max: size }).chain((count) => {
    const names = Array.from({ length: count }, (_, i) => `${prefix}s${i}`);
    const ends = [`${prefix}yes`, `${prefix}no`];
    const anywhere = fc.constantFrom(...names, ...ends);
    const task = fc.array(anywhere, { minLength: 1, maxLength: 2 }).map((targets) => ({
      type: 'task',
      role: 'r',
      due: 'P1D',
      overdue: { raise: 'r' },
      actions: Object.fromEntries(targets.map((to, i) => [`do${i}`, { to }])),
    }));
    const group = (name: string): fc.Arbitrary<unknown> => {
      const join = fc.record({
        outcome: fc.constantFrom('yes', 'no'),
        need: fc.constantFrom('all', 'any', 1, 2),
      });
      const ways = { join, next: anywhere, otherwise: anywhere };
      const late = fc.option(anywhere, { nil: undefined });
      const due = (to: string | undefined) => (to === undefined ? {} : { due: 'P1D', overdue: { to } });
      const parallel = fc
        .record({ ...ways, late, a: flows(`${name}a`, depth - 1), b: flows(`${name}b`, depth - 1) })
        .map(({ a, b, late, ...rest }) => ({ ...rest, ...due(late), type: 'parallel', branches: { a, b } }));
      const each = fc
        .record({ ...ways, late, flow: flows(`${name}e`, depth - 1) })
        .map(({ late, ...rest }) => ({
          ...rest,
          ...due(late),
          type: 'each',
          of: 'form.list',
          as: `${name}item`,
          key: '"k"',
        }));
      return fc.oneof(parallel, each);
    };
    const state = (name: string) =>
      depth === 0 ? task : fc.oneof({ weight: 2, arbitrary: task }, { weight: 1, arbitrary: group(name) });
    return fc.tuple(...names.map(state)).map((states) => ({
      initial: names[0] ?? '',
      states: Object.fromEntries([
        ...names.map((name, i) => [name, states[i] as State] as const),
        [`${prefix}yes`, { type: 'end', outcome: 'yes', kind: 'granted' } as State],
        [`${prefix}no`, { type: 'end', outcome: 'no', kind: 'refused' } as State],
      ]),
    }));
  });
}
