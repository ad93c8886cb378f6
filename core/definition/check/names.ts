import type { Problem, Service } from '../types.ts';
import { flowsOf } from '../walk.ts';
import { mistake } from './problem.ts';

/** Names that expressions have already. */
export const builtinNames: readonly string[] = [
  ...[
    'form',
    'identity',
    'agency',
    'office',
    'parameters',
    'case',
    'about',
    'now',
    'today',
    'files',
    'outcomes',
  ],
  ...['result', 'item', 'nearest', 'total', 'failure', 'money', 'partial', 'n', 'year'],
];

/** One namespace a service: states (those of branches included), parties, roles and `as` are unique, none a built-in. */
export function checkNames(service: Service): Problem[] {
  const problems: Problem[] = [];
  const taken = new Map<string, string>(builtinNames.map((name) => [name, 'kladka']));
  const answers = new Set<string>();
  const take = (name: string, pointer: string) => {
    const by = taken.get(name);
    if (by !== undefined) problems.push(mistake('nameTaken', pointer, { name, by }));
    else taken.set(name, pointer);
  };
  for (const name of Object.keys(service.parties)) take(name, `/parties/${name}`);
  for (const name of Object.keys(service.roles ?? {})) take(name, `/roles/${name}`);
  for (const [name, lookup] of Object.entries(service.form.lookups ?? {}))
    take(lookup.as ?? name, `/form/lookups/${name}`);
  for (const { flow, pointer } of flowsOf(service.flow))
    for (const [name, state] of Object.entries(flow.states)) {
      const at = `${pointer}/states/${name}`;
      take(name, at);
      const as = state.type === 'wait' ? state.event?.as : 'as' in state ? state.as : undefined;
      // an item may be called as the party that it is
      const isParty = state.type === 'each' && as !== undefined && Object.hasOwn(service.parties, as);
      // an answer may keep the name of its own state, and a repeated call the name of its answer
      if (as !== undefined && as !== name && !isParty && !answers.has(taken.get(as) ?? '')) {
        take(as, `${at}/as`);
        answers.add(`${at}/as`);
      }
    }
  return problems;
}
