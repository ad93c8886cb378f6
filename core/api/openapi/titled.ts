import { under } from '#core/form/pointer.ts';
import type { FieldTexts } from '#core/form/types.ts';

type Texts = { readonly [pointer: string]: FieldTexts };

/** Keywords whose schemas are about the same place. */
const SAME = /^(then|else)$/;
const SAME_EACH = /^(allOf|anyOf|oneOf)$/;

/** A form's schema with what people read at each field: its name in Ukrainian, name and hint in English. */
export function titled(schema: unknown, texts: Texts, pointer = ''): unknown {
  if (schema === null || typeof schema !== 'object' || Array.isArray(schema)) return schema;
  const at = Object.entries(schema).map(([key, value]) => [key, inner(key, value, texts, pointer)]);
  const { title, hint } = texts[pointer] ?? {};
  const description = [title?.en, hint?.en].filter(Boolean).join('. ');
  return {
    ...(title?.uk ? { title: title.uk } : {}),
    ...(description ? { description } : {}),
    ...Object.fromEntries(at),
  };
}

function inner(key: string, value: unknown, texts: Texts, pointer: string): unknown {
  if (key === 'properties' && value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, titled(one, texts, under(pointer, name))]),
    );
  if (key === 'items') return titled(value, texts, `${pointer}/*`);
  if (SAME.test(key)) return titled(value, texts, pointer);
  if (SAME_EACH.test(key) && Array.isArray(value)) return value.map((one) => titled(one, texts, pointer));
  return value;
}
