import type { Part } from '#core/definition/types.ts';
import { textOf } from '#portal/theme/language.tsx';
import { objectOf } from '../commands/json.ts';
import { everyField, type Field } from './fields-of.ts';
import type { FormPlace } from './place.ts';

type Parts = Readonly<Record<string, Part>>;

/** What a field is called in a language: its own title, else that of the part it comes from, else its name. */
export function titleOf(form: FormPlace, field: Field, parts: Parts, language: string): string {
  const own = objectOf(objectOf(form.value('/texts'))[field.pointer]).title;
  const said = textOf(objectOf(own) as Record<string, string>, language);
  if (said) return said;
  return partTitle(form, field.pointer, parts, language) ?? String(field.schema.title ?? field.name);
}

/** The title that a shared part gives to what lies in it. */
function partTitle(form: FormPlace, pointer: string, parts: Parts, language: string): string | undefined {
  for (const outer of form.referring) {
    const part = outer.part === undefined ? undefined : parts[outer.part];
    if (!part || !(pointer === outer.pointer || pointer.startsWith(`${outer.pointer}/`))) continue;
    const inner = pointer.slice(outer.pointer.length);
    const texts = part.texts as Record<string, { title?: Record<string, string> }>;
    const said = textOf(texts[inner]?.title, language);
    if (said) return said;
  }
  return undefined;
}

/** Names that expressions of a form can use, with what the fields are called. */
export function formPaths(
  form: FormPlace,
  parts: Parts,
  language: string,
): (readonly [path: string, label: string])[] {
  return everyField(form.fields)
    .filter(({ pointer }) => !pointer.includes('*'))
    .map((field) => [`form${field.pointer.replaceAll('/', '.')}`, titleOf(form, field, parts, language)]);
}
