import { type Answers, listsOf, lookupNames } from '#core/case/lookups.ts';
import { namesOf } from '#core/case/names.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import type { Case, JsonObject } from '#core/case/types.ts';
import type { ApiProblem } from '../http/problem.ts';
import type { CaseStore } from '../store/load.ts';
import type { Looked } from './gather.ts';
import { lookUp } from './look-up.ts';

/**
 * What registries answer for a case whose form is being corrected: of the lists alone from which its fields choose. All else
 * that they were asked stays as it was answered when the application was sent.
 * @param only one of them is asked, of the others kept answers count alone
 */
export function lookUpLists(
  {
    store,
    service,
    case: kase,
    person,
  }: { store: CaseStore; service: ServiceRuntime; case: Case; person: string },
  data: JsonObject,
  only?: { lookup: string; refused(problem: ApiProblem): void },
): Promise<Map<string, Looked>> {
  const lookups = listsOf(service);
  const form = { ...service.bundle.form, lookups };
  const lists: ServiceRuntime = { ...service, bundle: { ...service.bundle, form } };
  const known = namesOf(service, kase, '', new Date().toISOString());
  const names = (answers: Answers): JsonObject => ({
    ...known,
    ...lookupNames(service, { ...withoutLists(kase, lookups), ...answers }),
  });
  return lookUp({ store, service: lists, case: kase.id, person }, { data, names }, only);
}

const withoutLists = ({ data }: Case, lists: ReturnType<typeof listsOf>): Answers => {
  const gone = new Set(Object.entries(lists).map(([name, { as = name }]) => as));
  return Object.fromEntries(Object.entries(data.lookups).filter(([as]) => !gone.has(as)));
};
