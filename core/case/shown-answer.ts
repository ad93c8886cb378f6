import type { Form } from '#core/definition/types.generated.ts';
import { mentions } from '#core/expression/types/index.ts';
import type { Json, JsonObject } from '#core/flow/types.ts';
import { answered, listsOf } from './lookups.ts';
import { picked } from './picked.ts';
import type { ServiceRuntime } from './runtime.ts';

/** Every expression of a form that is evaluated while it is filled in, but those over `result`. */
function expressionsOf({ computed, suggest, options, rules, files, lookups }: Form): string[] {
  return [
    ...Object.values(computed ?? {}),
    ...Object.values(suggest ?? {}),
    ...Object.values(options ?? {}),
    ...(rules ?? []).flatMap(({ when, must }) => (when === undefined ? [must] : [when, must])),
    ...Object.values(files ?? {}).flatMap(({ skipWhen }) => (skipWhen === undefined ? [] : [skipWhen])),
    ...Object.values(lookups ?? {}).flatMap(({ when, input }) => [
      ...(when === undefined ? [] : [when]),
      ...Object.values(input),
    ]),
  ];
}

const isObject = (value: Json | undefined): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * What of an answer the one who fills in the form is shown: what the form's own expressions name (`dwelling.kind`,
 * `result.kind` in `fills`), completed with null. The rest of what a registry knows is none of theirs: whoever types the
 * number of a dwelling does not learn its owners. An answer named as a whole says only that there is one, where it is an object.
 */
export function shownAnswer(service: ServiceRuntime, name: string, answer: Json): Json {
  const { form } = service.bundle;
  const lookup = Object.hasOwn(form.lookups ?? {}, name) ? form.lookups?.[name] : undefined;
  if (!lookup) return null;
  const as = lookup.as ?? name;
  const own = Object.values(lookup.fills ?? {}).flatMap((source) =>
    mentions(source, ['result'], { rows: true }),
  );
  const paths = [
    ...expressionsOf(form).flatMap((source) => mentions(source, [as], { rows: true })),
    ...own,
  ].map((path) => path.split('.').slice(1));
  if (!isObject(answer)) return paths.length > 0 ? answer : null;
  const named = paths.filter((path) => path.length > 0);
  return answered(service, lookup, picked(answer, named));
}

/** Of the answers that a case has, those from which fields choose, as whoever filled in the form is shown them; by `as`. */
export const shownLists = (service: ServiceRuntime, answers: { [as: string]: Json }): JsonObject =>
  Object.fromEntries(
    Object.entries(listsOf(service)).map(([name, { as = name }]) => [
      as,
      shownAnswer(service, name, answers[as] ?? null),
    ]),
  );
