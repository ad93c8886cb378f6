import { isReserved } from '#core/expression/types/index.ts';
import type { Problem, Service } from '../types.ts';
import { statesOf } from '../walk.ts';
import { mistake } from './problem.ts';

/** Names that expressions have already. */
const builtinNames: readonly string[] = [
  ...['form', 'identity', 'agency', 'office', 'parameters', 'case', 'about', 'now', 'today', 'files'],
  ...['outcomes', 'result', 'item', 'record', 'event', 'document', 'application', 'nearest'],
  ...['partial', 'n', 'year'],
];

const isOfList = ({ parties }: Service, name: string): boolean =>
  Object.hasOwn(parties, name) && parties[name]?.each !== undefined;

/** One namespace a service: states (those of branches included), parties, roles and `as` are unique, none a built-in. */
export function checkNames(service: Service): Problem[] {
  const problems: Problem[] = [];
  const taken = new Map<string, string>(builtinNames.map((name) => [name, 'kladka']));
  const answers = new Set<string>();
  const take = (name: string, pointer: string) => {
    const by = taken.get(name);
    if (by !== undefined) problems.push(mistake('nameTaken', pointer, { name, by }));
    else if (isReserved(name)) problems.push(mistake('feelWord', pointer, { name, other: `${name}1` }));
    if (by === undefined) taken.set(name, pointer);
  };
  for (const name of Object.keys(service.parties)) take(name, `/parties/${name}`);
  for (const name of Object.keys(service.roles ?? {})) take(name, `/roles/${name}`);
  for (const [name, lookup] of Object.entries(service.form.lookups ?? {}))
    take(lookup.as ?? name, `/form/lookups/${name}`);
  for (const { name, state, pointer } of statesOf(service.flow)) {
    take(name, pointer);
    const as = state.type === 'wait' ? state.event?.as : 'as' in state ? state.as : undefined;
    const at = state.type === 'wait' ? `${pointer}/event/as` : `${pointer}/as`;
    // an item may be called as the party that it is; any other party of that name would hide it
    const isParty = state.type === 'each' && isOfList(service, state.as);
    // an answer may keep the name of its own state, and a repeated call the name of its answer
    if (as === undefined || as === name || isParty || answers.has(taken.get(as) ?? '')) continue;
    take(as, at);
    answers.add(at);
  }
  return problems;
}
