import { useEffect, useMemo, useRef } from 'react';
import { schemaAt } from '#core/form/flatten.ts';
import { valueAt, withValue } from '#core/form/pointer.ts';
import type { FormDefinition, Names, ResolvedForm } from '#core/form/types.ts';
import { useLanguage } from '../language.tsx';
import type { Offers } from './form-context.ts';
import { isBlank, showValue } from './show-value.ts';

type Whole = Pick<typeof import('#core/form/whole.ts'), 'suggest'>;
type Data = Readonly<Record<string, unknown>>;

/**
 * Values that a form offers (`suggest`) for fields that show and in which nothing was entered yet. A field that once held
 * something is offered nothing any more: what one cleared stays clear.
 */
export function useOffers({
  form,
  completed,
  names,
  resolved,
  whole,
  fill,
}: {
  readonly form: FormDefinition;
  readonly completed: Data;
  readonly names: Names;
  readonly resolved: Pick<ResolvedForm, 'schema'>;
  readonly whole: Whole | undefined;
  /** Takes what was chosen. `now`: what was entered at that moment. */
  readonly fill: (change: (now: Data) => Data) => void;
}): Offers {
  const { language } = useLanguage();
  const held = useRef(new Set<string>());
  useEffect(() => {
    for (const pointer of Object.keys(form.suggest ?? {}))
      if (!isBlank(valueAt(completed, pointer))) held.current.add(pointer);
  }, [form, completed]);
  return useMemo(() => {
    let values: Record<string, unknown> = {};
    try {
      values = whole && form.suggest ? whole.suggest(form, completed, names) : {};
    } catch {
      // an expression leans on something that only the server has: nothing is offered
    }
    const offers = Object.entries(values).flatMap(([pointer, value]) => {
      if (held.current.has(pointer)) return [];
      const said = showValue(form, schemaAt(resolved.schema, pointer) ?? {}, pointer, value, language);
      return said === '' ? [] : [[pointer, said] as const];
    });
    return {
      said: Object.fromEntries(offers),
      take: (pointer) => fill((now) => withValue(now, pointer, values[pointer])),
    };
  }, [form, completed, names, resolved, whole, fill, language]);
}
