import { useMemo } from 'react';
import type { FormDefinition, Names } from '#core/form/types.ts';
import type { Looked } from './use-lookups.ts';

type Whole = Pick<typeof import('#core/form/whole.ts'), 'withChoices'>;

/**
 * The form with the choices that its `options` come to now: of what is entered and of what registries answered. As it is
 * written until the engine has come: then these fields say that their choices are on the way.
 */
export function useChoices({
  form,
  completed,
  names,
  whole,
  looked,
}: {
  readonly form: FormDefinition;
  readonly completed: Readonly<Record<string, unknown>>;
  readonly names: Names;
  readonly whole: Whole | undefined;
  readonly looked: readonly Looked[];
}): FormDefinition {
  return useMemo(() => {
    if (!whole || !form.options) return form;
    const answered = looked.filter(({ state }) => state !== 'asking').map(({ name }) => name);
    const asking = Object.keys(form.lookups ?? {}).filter((name) => !answered.includes(name));
    try {
      return whole.withChoices(form, completed, names, asking);
    } catch {
      // an expression leans on something that only the server has: it judges what is chosen
      return form;
    }
  }, [whole, form, completed, names, looked]);
}
