import type { ComponentType } from 'react';
import type { Localised } from '#portal/theme/language.tsx';
import type { JsonObject } from '../commands/json.ts';
import type { Made } from '../form/add.ts';
import type { Field } from '../form/fields-of.ts';
import type { FormPlace } from '../form/place.ts';

/** What a group of the property panel is given. */
export interface GroupProps {
  readonly form: FormPlace;
  readonly field: Field;
}

/** A kind of field: how it stands in the palette, what it is made of, what can be set of it. */
export interface FieldType {
  readonly id: string;
  readonly group: 'common' | 'choice' | 'state' | 'structure';
  /** Two or three signs that stand for it. */
  readonly sign: string;
  readonly title: Localised;
  readonly made: Made;
  /** Whether a schema is of this kind; the first kind of the index that says so is. */
  readonly is: (schema: JsonObject, widget: string | undefined) => boolean;
  /** Groups of the panel beside those that every field has. */
  readonly panel: readonly ComponentType<GroupProps>[];
}

/** A kind, its label being the name of a new field until it gets its own. */
export function fieldType(type: Omit<FieldType, 'made'> & { made: Omit<Made, 'name'> }): FieldType {
  return { ...type, made: { name: type.id, texts: { '': { title: { ...type.title } } }, ...type.made } };
}

/** A line of text with a known format. */
export const formatType = (
  id: string,
  sign: string,
  title: Localised,
  panel: FieldType['panel'] = [],
): FieldType =>
  fieldType({
    id,
    group: 'state',
    sign,
    title,
    made: { schema: { type: 'string', format: id }, required: true },
    is: (schema) => schema.type === 'string' && schema.format === id,
    panel,
  });
