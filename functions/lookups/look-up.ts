import { createHash } from 'node:crypto';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import type { Json } from '#core/case/types.ts';
import { lookupsLimit } from '../http/limits.ts';
import type { ApiProblem } from '../http/problem.ts';
import { keepAnswer, keptAnswers } from '../store/kept-answers.ts';
import type { CaseStore } from '../store/load.ts';
import { askConnector, isResting, type Told } from './connector.ts';
import { type Gathering, gather, type Looked } from './gather.ts';

/** Whose form it is: who asks, for which draft or case. A clerk who asks for others is not held to a limit. */
export type Asking = { store: CaseStore; service: ServiceRuntime; case: string; person?: string };

const hashOf = (input: Json) => createHash('sha256').update(JSON.stringify(input)).digest('hex');

/** All lookups of one form have so long together, in milliseconds: the function that waits for them has 15 s. */
const TOGETHER_MS = 9_000;

/**
 * What registries answer for what is entered, by lookup. An answer that is kept of the same question is taken as it is; else
 * the registry is asked, within the limit of the person, and its answer kept. `only`: the lookup that is asked, of the others
 * kept answers count alone.
 * @param refused told of the limit where it is reached; the lookup is then `unanswered`
 */
export async function lookUp(
  { store, service, case: id, person }: Asking,
  { data, names }: Pick<Gathering, 'data' | 'names'>,
  only?: { lookup: string; refused(problem: ApiProblem): void },
): Promise<Map<string, Looked>> {
  const { bundle } = service;
  const lookups = bundle.form.lookups ?? {};
  if (Object.keys(lookups).length === 0) return new Map();
  const now = new Date().toISOString();
  const of = { service: bundle.id, case: id };
  const kept = await keptAnswers(store, of, Object.keys(lookups), now);
  const until = performance.now() + TOGETHER_MS;

  const ask = async (lookup: string, input: Json): Promise<Told> => {
    const definition = lookups[lookup];
    const hash = hashOf(input);
    const known = kept.get(lookup);
    if (known?.input === hash) return { result: known.result };
    if (!definition || (only && only.lookup !== lookup)) return { code: 'notAsked' };
    if (performance.now() > until) return { code: 'timedOut' };
    if (isResting(definition.connector)) return { code: 'busy' };
    const limit = person && (await lookupsLimit(store, { service: bundle.id, person }, now));
    if (limit) {
      only?.refused(limit);
      return { code: limit.code };
    }
    const { connector, operation, purpose = lookup } = definition;
    const reason = bundle.data?.purposes?.[purpose];
    const told = await askConnector(connector, {
      ...of,
      lookup,
      ...(operation === undefined ? {} : { operation }),
      ...(reason === undefined ? {} : { purpose: String(reason) }),
      input,
    });
    if ('result' in told) {
      kept.set(lookup, { input: hash, result: told.result });
      await keepAnswer(store, of, lookup, { input: hash, result: told.result }, now);
    }
    return told;
  };
  return gather({ form: bundle.form as never, data, names, ask });
}

/** The answers there are, by lookup: what a submission takes. */
export const answersIn = (looked: ReadonlyMap<string, Looked>): { [lookup: string]: Json } =>
  Object.fromEntries(
    [...looked].flatMap(([name, one]) => (one.state === 'answered' ? [[name, one.answer]] : [])),
  );
