import { textsOf } from '#core/form/messages.ts';
import { steps, valueAt, within, withValue } from '#core/form/pointer.ts';
import { resolveFields } from '#core/form/resolve-fields.ts';
import type { FormDefinition } from '#core/form/types.ts';
import { textOf } from '#portal/theme/language.tsx';
import type { Data } from './merge.ts';

/** Whether every list on the way to a pointer has as many rows in both: only then does a row's number name the same row. */
function sameRows(one: Data, other: Data, pointer: string): boolean {
  const path = steps(pointer);
  return path.every((step, n) => {
    if (!/^\d+$/.test(step)) return true;
    const list = `/${path.slice(0, n).join('/')}`;
    const [before, after] = [valueAt(one, list), valueAt(other, list)];
    return Array.isArray(before) && Array.isArray(after) && before.length === after.length;
  });
}

/**
 * What was entered now, with what another answer only hides (`gone`, pointers into `before`) kept beside it: whoever changes
 * that answer back finds it again. It is never sent.
 */
export function withHidden(next: Data, before: Data, gone: readonly string[]): Data {
  let whole = next;
  for (const pointer of gone) {
    const value = valueAt(before, pointer);
    if (value === undefined || valueAt(next, pointer) !== undefined) continue;
    const holder = pointer.slice(0, pointer.lastIndexOf('/'));
    if (holder !== '' && valueAt(next, holder) === undefined) continue;
    if (sameRows(before, next, pointer)) whole = withValue(whole, pointer, value);
  }
  return whole;
}

/** Pointers of what was entered and does not show, given what the form works out itself (`completed`). */
export function hiddenIn(form: FormDefinition, entered: Data, completed: Data): readonly string[] {
  const now = Object.keys(form.computed ?? {}).reduce(
    (all, pointer) => withValue(all, pointer, valueAt(completed, pointer)),
    entered,
  );
  return resolveFields(form, now).gone;
}

/** The titles of what was entered and will not be sent, each once; what the form works out itself is nobody's entry. */
export function hiddenTitles(form: FormDefinition, gone: readonly string[], language: string): string[] {
  const entered = gone.filter(
    (pointer) => !Object.keys(form.computed ?? {}).some((one) => within(pointer, one)),
  );
  const titles = entered.map((pointer) => textOf(textsOf(form, pointer).title, language));
  return [...new Set(titles.filter(Boolean))];
}
