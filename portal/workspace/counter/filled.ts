import type { ServicePage } from '#core/api/types.ts';
import { person } from '#core/case/names.ts';
import type { Identity } from '#core/case/types.ts';
import { asTyped } from '#core/form/as-typed.ts';
import { checkFields } from '#core/form/check-fields.ts';
import { schemaAt } from '#core/form/flatten.ts';
import { within } from '#core/form/pointer.ts';
import { resolveFields } from '#core/form/resolve-fields.ts';
import type { FieldProblem, Names, ResolvedForm, ResolvedPage } from '#core/form/types.ts';
import { complete, prefill, validate } from '#core/form/whole.ts';

/** What an officer enters, kept until it is handed in: whom it is about, and the form. */
export interface Entered<W> {
  readonly who: W;
  readonly form: Readonly<Record<string, unknown>>;
}

/** The form as it stands for a person before the clerk. */
export interface Filled {
  readonly data: Record<string, unknown>;
  /** The same, with texts as they are typed. */
  readonly drawn: Record<string, unknown>;
  readonly pages: readonly ResolvedPage[];
  readonly resolved: ResolvedForm;
  /** What its expressions see. */
  readonly names: Names;
  readonly problemsOf: (fields?: readonly string[]) => FieldProblem[];
}

/** How a case comes that an officer enters: for a person present, of the agency's own motion. */
export type Channel = 'counter' | 'officer';

/** What the form's expressions see of the person whom it is about, before any registry has answered; of nobody where there is none. */
export const namesOf = (
  service: ServicePage,
  who: Omit<Identity, 'person'> | undefined,
  language: string,
  channel: Channel = 'counter',
): Names => {
  const known = person(who && { ...who, person: '' }, String(service.names.now));
  const about = { language, channel, through: 'self' };
  return { ...service.names, identity: known, applicant: known, case: about };
};

/** What the form begins with: what is known of the person. */
export const begun = (...of: Parameters<typeof namesOf>): Record<string, unknown> =>
  prefill(of[0].form, namesOf(...of));

/** Whether a field holds nothing but files, none of which must be given: there is no scanner here. */
function onlyFiles({ schema, files }: ResolvedForm, field: string): boolean {
  const under = files.filter(({ at }) => within(at, field));
  if (under.length === 0 || under.some(({ needed }) => needed > 0)) return false;
  const inside = Object.keys(schemaAt(schema, field)?.properties ?? {});
  return inside.length <= under.length;
}

/** Computes, shows and judges what was entered, as a citizen's own form does. `names`: with what registries answered. */
export function filled(service: ServicePage, { form }: Pick<Entered<unknown>, 'form'>, names: Names): Filled {
  const data = complete(service.form, form, names);
  const resolved = resolveFields(service.form, data);
  const pages = resolved.pages.flatMap((page) => {
    const fields = page.fields.filter((field) => !onlyFiles(resolved, field));
    return fields.length > 0 ? [{ ...page, fields }] : [];
  });
  const problemsOf = (fields?: readonly string[]) => {
    try {
      return validate(service.form, data, names, fields);
    } catch {
      // an expression leans on something that only the server has: it judges again
      return checkFields(service.form, data, fields);
    }
  };
  return { data, drawn: asTyped(service.form, data, form), pages, resolved, names, problemsOf };
}
