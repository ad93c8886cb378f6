import { listsOf, lookupNames } from '#core/case/lookups.ts';
import { namesOf } from '#core/case/names.ts';
import type { Case } from '#core/case/types.ts';
import type { Json, JsonObject } from '#core/flow/types.ts';
import { complete } from '#core/form/complete.ts';
import { lookupInput } from '#core/form/lookups.ts';
import { withChoices } from '#core/form/options.ts';
import type { FormDefinition } from '#core/form/types.ts';
import { type Run, standInLookup } from './run.ts';

/** The form of an application as it is corrected in a trial: with the choices that stand-ins give for what is entered now. */
export function corrected(
  run: Run,
  kase: Case,
  data: Readonly<Record<string, unknown>>,
): { readonly form: FormDefinition; readonly lookups: { [name: string]: Json } } {
  const { service, now } = run;
  const form = service.bundle.form as unknown as FormDefinition;
  const lookups: { [name: string]: Json } = {};
  if (!form.options) return { form, lookups };
  const lists = listsOf(service);
  const none = Object.fromEntries(Object.entries(lists).map(([name, { as = name }]) => [as, null]));
  const names = (): JsonObject => ({
    ...namesOf(service, kase, '', now),
    ...lookupNames(service, { ...kase.data.lookups, ...none, ...lookups }),
  });
  for (const name of Object.keys(lists)) {
    const input = lookupInput(form, name, complete(form, data, names()), names());
    const answer = input === null ? undefined : standInLookup(run, name, input as JsonObject);
    if (answer !== undefined) lookups[name] = answer;
  }
  return { form: withChoices(form, complete(form, data, names()), names()), lookups };
}

/** The form with the choices that an application was made from, so that what was chosen is read by its words. */
export const chosenFrom = ({ service, now }: Run, kase: Case): FormDefinition =>
  withChoices(
    service.bundle.form as unknown as FormDefinition,
    kase.data.form,
    namesOf(service, kase, '', now),
  );
