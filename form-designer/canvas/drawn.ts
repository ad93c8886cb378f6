import { whole } from '#core/definition/bundle.ts';
import type { JsonSchema, Part, Texts, UiSchema } from '#core/definition/types.ts';
import type { FormDefinition } from '#core/form/types.ts';
import { isList, isObject, type Json, type JsonObject, listOf, objectOf } from '../commands/json.ts';
import type { Field } from '../form/fields-of.ts';
import { type FormPlace, keysWithin } from '../form/place.ts';

/** A schema without conditions: everything shows that could ever show, as a plan of the form must. */
function unconditional(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const { allOf, if: _if, then: own, else: other, ...rest } = schema;
  const branches = [
    own,
    other,
    ...listOf(allOf).flatMap((one) => {
      const { then: inner, else: outer, if: condition, ...always } = objectOf(one);
      return condition === undefined ? [always] : [inner, outer];
    }),
  ].filter(isObject);
  const properties: Record<string, Json> = {};
  for (const branch of [rest, ...branches.map((one) => objectOf(unconditional(one)))])
    for (const [name, value] of Object.entries(objectOf(branch.properties)))
      properties[name] = name in properties ? { ...objectOf(value), ...objectOf(properties[name]) } : value;
  const inner = Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, unconditional(value)]),
  );
  return {
    ...rest,
    ...(Object.keys(inner).length > 0 ? { properties: inner } : {}),
    ...(isObject(rest.items) ? { items: unconditional(rest.items) } : {}),
  };
}

/** What a drawing of one field leans on: where none of it changed, the same drawing stays. */
interface Ground {
  readonly schema: Json;
  readonly ui: Json | undefined;
  readonly texts: readonly (Json | undefined)[];
  readonly keys: string;
  readonly required: boolean;
  readonly parts: unknown;
  readonly file: Json | undefined;
  readonly computed: Json | undefined;
  readonly offered: boolean;
}
const kept = new Map<string, { ground: Ground; drawn: FormDefinition }>();

const alike = (a: Ground, b: Ground): boolean =>
  a.schema === b.schema &&
  a.ui === b.ui &&
  a.keys === b.keys &&
  a.required === b.required &&
  a.parts === b.parts &&
  a.file === b.file &&
  a.computed === b.computed &&
  a.offered === b.offered &&
  a.texts.every((text, n) => text === b.texts[n]);

/** One field as a form of its own, to be drawn by the theme of the portal: the citizen will see the same. */
export function drawnField(
  form: FormPlace,
  field: Field,
  parts: Readonly<Record<string, Part>>,
): FormDefinition {
  const { pointer, name, schema, required } = field;
  const keys = keysWithin(form, 'texts', pointer);
  const known = objectOf(form.value('/texts'));
  const ui = form.ui(pointer);
  const file = Object.values(objectOf(form.value('/files'))).find((one) => objectOf(one).at === pointer);
  const computed = objectOf(form.value('/computed'))[pointer];
  const ground: Ground = {
    schema,
    ui,
    texts: keys.map((key) => known[key]),
    keys: keys.join(),
    required,
    parts,
    file,
    computed,
    offered: objectOf(form.value('/options'))[pointer] !== undefined,
  };
  const before = kept.get(form.base + pointer);
  if (before && alike(before.ground, ground)) return before.drawn;
  const texts = Object.fromEntries(
    keys.map((key) => [`/${name}${key.slice(pointer.length)}`, known[key] ?? {}]),
  );
  const found = whole(
    {
      schema: {
        type: 'object',
        properties: { [name]: schema },
        ...(required ? { required: [name] } : {}),
      } as JsonSchema,
      ui: (ui === undefined ? {} : { [name]: ui }) as UiSchema,
      texts: texts as Texts,
    },
    { parts },
  );
  const drawn = {
    ...found,
    schema: unconditional(found.schema as Json) as JsonObject,
    ...(file ? { files: { [name]: { ...objectOf(file), at: `/${name}` } } } : {}),
    ...(computed === undefined ? {} : { computed: { [`/${name}`]: String(computed) } }),
    // a list that data give is there once the form is filled in: here an empty select stands for it
    ...(ground.offered ? { offered: { [`/${name}`]: {} } } : {}),
  } as unknown as FormDefinition;
  kept.set(form.base + pointer, { ground, drawn });
  return drawn;
}

/** Whether a field is drawn with its fields as blocks of their own: a section or a list that is not a shared part. */
export function opensUp(field: Field): boolean {
  const { schema, part, inner } = field;
  if (part !== undefined || inner.some(({ foreign }) => foreign)) return false;
  const items = objectOf(schema.items);
  if (schema.type === 'array')
    return (
      isObject(schema.items) &&
      items.$ref === undefined &&
      !isList(items.enum) &&
      (items.type === 'object' || items.properties !== undefined)
    );
  return schema.type === 'object' || schema.properties !== undefined;
}
