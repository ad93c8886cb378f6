import type { Part } from '#core/definition/types.ts';
import { type JsonObject, objectOf } from '../commands/json.ts';
import type { Field } from '../form/fields-of.ts';
import type { FormPlace } from '../form/place.ts';
import confirm from './confirm.ts';
import date from './date.ts';
import type { FieldType } from './field-type.ts';
import file from './file.ts';
import { formats } from './formats.ts';
import list from './list.ts';
import longText from './long-text.ts';
import money from './money.ts';
import note from './note.ts';
import number from './number.ts';
import oneOf from './one-of.ts';
import { partType } from './part.ts';
import section from './section.ts';
import severalOf from './several-of.ts';
import territory from './territory.ts';
import text from './text.ts';
import yesNo from './yes-no.ts';

/** Every kind of field, the particular before the general: the first that fits a schema is its kind. */
const types: readonly FieldType[] = [
  ...[longText, oneOf, severalOf, confirm, yesNo, money, number, date, territory, ...formats, text],
  ...[file, section, list, note],
];

/** The palette, in the order in which it is read. */
const palette: readonly FieldType[] = [
  ...[text, longText, number, money, date, file],
  ...[oneOf, severalOf, yesNo, confirm],
  ...[...formats, territory],
  ...[section, list, note],
];

/** The kinds of field that can be added: ours, and the shared parts of this installation. */
export function paletteWith(parts: Readonly<Record<string, Part>>): FieldType[] {
  const shared = Object.entries(parts)
    .filter(([name]) => name !== 'file')
    .map(([name, part]) => partType(name, part));
  return [...palette, ...shared];
}

const widgetOf = (ui: JsonObject): string | undefined => {
  const widget = ui['ui:widget'] ?? objectOf(ui['ui:options']).widget;
  return typeof widget === 'string' ? widget : undefined;
};

/** The kind of a field; undefined for what has no control here: it is shown and kept as it is. */
export function typeOf(
  form: FormPlace,
  field: Field,
  parts: Readonly<Record<string, Part>>,
): FieldType | undefined {
  const { schema, part } = field;
  if (part !== undefined && typeof schema.$ref === 'string') {
    const known = parts[part];
    return known ? partType(part, known) : undefined;
  }
  const ui = objectOf(form.ui(field.pointer));
  return types.find((type) => type.is(schema, widgetOf(ui)));
}
