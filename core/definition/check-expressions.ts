import { compile, ExpressionError, expressionsIn } from '#core/expression/index.ts';
import { mistake } from './check/problem.ts';
import { pointerOf } from './place.ts';
import type { Library, Problem, Service, State } from './types.ts';
import { flowsOf } from './walk.ts';

const base = ['form', 'identity', 'agency', 'parameters', 'case', 'about', 'now', 'today'];
const ofCase = [...base, 'office', 'files', 'outcomes'];

/** Texts in which {{ FEEL }} may stand, and words that hold one expression or a map of them. */
const single = new Set([
  'when',
  'skipWhen',
  'must',
  'of',
  'key',
  'until',
  'amount',
  'where',
  'opens',
  'closes',
  'match',
  'value',
  'total',
  'each',
  'label',
  'validUntil',
  'represents',
]);
const maps = new Set([
  'input',
  'fills',
  'prefill',
  'suggest',
  'computed',
  'rows',
  'options',
  'data',
  'identify',
  'contact',
]);
/** What holds no expressions of ours. */
const strange = new Set(['schema', 'ui', 'texts', 'parameters', 'actions', 'branches', 'flow', 'states']);

/** Expressions parse, stay in their bounds and use names that exist where they stand. */
export function checkExpressions(_library: Library, service: Service): Problem[] {
  const problems: Problem[] = [];
  const one = (source: string, names: readonly string[], pointer: string) => {
    try {
      compile(source, [...new Set(names)]);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      problems.push(
        mistake('expression', pointer, { source, what: error.message, at: String(error.position.from + 1) }),
      );
    }
  };
  const visit = (
    value: unknown,
    names: readonly string[],
    path: readonly (string | number)[],
    inMap = false,
  ): void => {
    const word = path.at(-1);
    if (typeof value === 'string') {
      if (inMap || single.has(String(word))) one(value, names, pointerOf(path));
      else for (const source of expressionsIn(value)) one(source, names, pointerOf(path));
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const isMap = maps.has(String(word));
    for (const [key, inner] of Object.entries(value)) {
      if (strange.has(key) && !inMap) continue;
      visit(inner, scoped(names, key, value), [...path, key], isMap && typeof inner === 'string');
    }
  };

  const places = flowsOf(service.flow);
  const parties = Object.keys(service.parties);
  const lookups = Object.entries(service.form.lookups ?? {}).map(([name, lookup]) => lookup.as ?? name);
  const draft = [...base, ...parties, ...lookups];
  const everything = [...ofCase, ...parties, ...lookups, ...places.flatMap((p) => p.seen)];
  visit(service.needs ?? [], draft, ['needs']);
  visit(service.form, draft, ['form']);
  for (const [name, party] of Object.entries(service.parties)) visit(party, everything, ['parties', name]);
  for (const [name, role] of Object.entries(service.roles ?? {}))
    if (role.office) one(role.office, [...everything, 'nearest'], `/roles/${name}/office`);
  for (const { flow, pointer, seen } of places) {
    const names = [...ofCase, ...parties, ...lookups, ...seen];
    for (const [name, state] of Object.entries(flow.states)) {
      const path = [...pointer.slice(1).split('/'), 'states', name];
      visit(state, stateNames(names, state), path);
      if (state.type === 'task' || state.type === 'party')
        for (const [action, body] of Object.entries(state.actions))
          visit(body, names, [...path, 'actions', action]);
    }
  }
  for (const [name, document] of Object.entries(service.documents ?? {}))
    visit(document, [...everything, 'document', 'n', 'year'], ['documents', name]);
  for (const [name, message] of Object.entries(service.messages ?? {}))
    visit(message, [...everything, 'document'], ['messages', name]);
  return problems;
}

/** Names that are known only at some words. */
function scoped(names: readonly string[], key: string, holder: object): readonly string[] {
  if (key === 'fills') return [...names, 'result'];
  if (key === 'columns' || key === 'identify' || key === 'contact') return [...names, 'item'];
  if ((key === 'label' || key === 'value') && 'each' in holder) return [...names, 'item'];
  return names;
}

function stateNames(names: readonly string[], state: State): readonly string[] {
  if (state.type === 'each') return [...names, state.as];
  if (state.type === 'reserve') return [...names, 'record'];
  return state.type === 'wait' ? [...names, 'event'] : names;
}
