import { contractOf } from '#core/definition/contract.ts';
import type { Json, JsonObject } from '#core/flow/types.ts';
import { complete } from '#core/form/complete.ts';
import { filled } from '#core/form/filled.ts';
import { lookupInput } from '#core/form/lookups.ts';
import { choosesFrom } from '#core/form/options.ts';
import type { FormDefinition } from '#core/form/types.ts';
import type { ServiceRuntime } from './runtime.ts';

/** Answers of lookups by the name under which each is known (`as`, else that of the lookup). */
export type Answers = { [as: string]: Json };

const lookupsOf = ({ bundle }: ServiceRuntime) => Object.entries(bundle.form.lookups ?? {});

/** Answers that are given by lookup or by `as`, all by `as`; what no lookup of the service is called is left out. */
export function answersByAs(service: ServiceRuntime, given: { [name: string]: Json }): Answers {
  const known = lookupsOf(service).flatMap(([name, { as = name }]): [string, Json][] => {
    const answer = given[as] ?? given[name];
    return answer === undefined || answer === null ? [] : [[as, answer]];
  });
  return Object.fromEntries(known);
}

/** What lookups of the form were answered, as expressions see it; null as a whole where nothing was asked. */
export function lookupNames(service: ServiceRuntime, given: { [name: string]: Json }): JsonObject {
  const answers = answersByAs(service, given);
  return Object.fromEntries(
    lookupsOf(service).map(([name, lookup]) => {
      const answer = answers[lookup.as ?? name] ?? null;
      return [lookup.as ?? name, answer === null ? null : answered(service, lookup, answer)];
    }),
  );
}

/** An answer completed from what the connector says it answers, so that expressions know its fields while there is none. */
export const answered = (
  service: ServiceRuntime,
  use: { connector: string; operation?: string },
  answer: Json,
): Json => filled(contractOf(service.live, use).output ?? {}, answer);

/** The lookups from whose answers fields of the form choose, by name. */
export function listsOf({
  bundle,
}: ServiceRuntime): NonNullable<ServiceRuntime['bundle']['form']['lookups']> {
  const form = bundle.form as unknown as FormDefinition;
  return Object.fromEntries(
    Object.entries(bundle.form.lookups ?? {}).filter(([name]) => choosesFrom(form, name).length > 0),
  );
}

/**
 * Answers from which fields choose, where a form as changed asks for something else than before: what was `given` for it, or
 * null where nothing was. Undefined where all is asked as it was: then the answers that the case has go on.
 */
export function answersAnew(
  service: ServiceRuntime,
  { form: before }: { form: JsonObject },
  after: JsonObject,
  names: JsonObject,
  given: { [name: string]: Json },
): Answers | undefined {
  const form = service.bundle.form as unknown as FormDefinition;
  const anew: Answers = {};
  let now = names;
  for (const [name, { as = name }] of Object.entries(listsOf(service))) {
    const input = lookupInput(form, name, complete(form, after, now), now);
    if (alike(input, lookupInput(form, name, complete(form, before, names), names))) continue;
    anew[as] = (input === null ? null : (given[name] ?? given[as])) ?? null;
    now = { ...now, [as]: lookupNames(service, anew)[as] ?? null };
  }
  return Object.keys(anew).length > 0 ? anew : undefined;
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The form as it is handed to be filled in: with the names of the registries that it asks. */
export function drawnForm({ bundle, live }: ServiceRuntime): FormDefinition {
  const form = bundle.form as unknown as FormDefinition;
  if (!form.lookups) return form;
  const lookups = Object.entries(form.lookups).map(([name, lookup]) => {
    const title = live.connectors[lookup.connector]?.title;
    return [name, title ? { ...lookup, title: { ...title } } : lookup] as const;
  });
  return { ...form, lookups: Object.fromEntries(lookups) };
}
