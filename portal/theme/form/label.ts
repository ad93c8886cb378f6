import { textsOf } from '#core/form/messages.ts';
import { steps } from '#core/form/pointer.ts';
import type { FormDefinition } from '#core/form/types.ts';
import { textOf } from '../language.tsx';

/** What a field is called, with the number of its row. */
export function labelOf(form: FormDefinition, pointer: string, language: string): string {
  const row = /\/(\d+)(?:\/[^/]+)*$/.exec(pointer)?.[1];
  const title = textOf(textsOf(form, pointer).title, language) || (steps(pointer).at(-1) ?? '');
  return row === undefined || /\/\d+$/.test(pointer) ? title : `${title} (${Number(row) + 1})`;
}
