import type { CaseView, Text } from '#core/api/types.ts';
import { namesOf } from '#core/case/names.ts';
import type { Visible } from '#core/case/visible.ts';
import { lookupDifferences } from '#core/form/lookups.ts';
import { valueAt } from '#core/form/pointer.ts';
import { resolve } from '#core/form/resolve.ts';
import type { FormDefinition } from '#core/form/types.ts';
import type { Found } from './held.ts';

/** Where the applicant entered something else than a registry answered, in fields that the officer sees. */
export function differencesOf({ service, kase, now }: Found, seen: Visible): Pick<CaseView, 'differences'> {
  const form = service.bundle.form as FormDefinition;
  if (!form.lookups) return {};
  const { form: entered } = kase.data;
  const names = namesOf(service, kase, '', now);
  const found = lookupDifferences(form, entered, names, resolve(form, entered, names), 'tellOfficer');
  const shown = found.filter(({ pointer }) => valueAt(seen.form, pointer) !== undefined);
  if (shown.length === 0) return {};
  return {
    differences: shown.map(({ lookup, pointer, found: value }) => {
      const title = service.live.connectors[form.lookups?.[lookup]?.connector ?? '']?.title;
      return { pointer, found: value as never, registry: (title ?? { uk: lookup, en: lookup }) as Text };
    }),
  };
}
