import type { Part } from '#core/definition/types.ts';
import { PartGroup } from '../panel/part.tsx';
import { type FieldType, fieldType } from './field-type.ts';

const titles: { readonly [part: string]: { uk: string; en: string } } = {
  person: { uk: 'Особа', en: 'Person' },
  address: { uk: 'Адреса (КАТОТТГ)', en: 'Address (KATOTTG)' },
  document: { uk: 'Документ особи', en: 'Identity document' },
  owner: { uk: 'Власник', en: 'Owner' },
};

/** A shared part, kept as a reference. `file` is a field of its own. */
export function partType(name: string, part: Part): FieldType {
  const own = (part.texts as Record<string, { title?: Record<string, string> }>)['']?.title;
  const title = own?.uk ? { uk: own.uk, en: own.en ?? own.uk } : (titles[name] ?? { uk: name, en: name });
  return fieldType({
    id: name,
    group: 'structure',
    sign: '▤',
    title,
    made: { schema: { $ref: `../../parts/${name}/schema.json` }, required: true },
    is: (schema) => String(schema.$ref ?? '').endsWith(`/${name}/schema.json`),
    panel: [PartGroup],
  });
}
