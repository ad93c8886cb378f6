import { partNamed } from '#core/definition/inline.ts';
import type { Part } from '#core/definition/types.ts';
import { steps, under } from '#core/form/pointer.ts';
import { isObject, type Json, type JsonObject, listOf, objectOf } from '../commands/json.ts';

/** A condition under which fields show: the `if` of a schema, and whether it must hold or not. */
export interface Shown {
  /** Where the entry with `if` stands, from the form's schema. */
  readonly at: string;
  readonly if: Json;
  readonly holds: boolean;
  /** Pointer of the object in whose schema it stands. */
  readonly object: string;
}

/** A field of a form as it is drawn: where its data lie, where its schema stands, when it shows. */
export interface Field {
  /** Pointer into the data; `*` for each row. */
  readonly pointer: string;
  readonly name: string;
  /** Where its schema stands, from the form's schema. */
  readonly at: string;
  /** Where the schema that has it among `properties` stands. */
  readonly holder: string;
  readonly schema: JsonObject;
  readonly required: boolean;
  readonly when: readonly Shown[];
  /** The shared part that it refers to. */
  readonly part?: string;
  /** Inside a shared part: shown, not edited here. */
  readonly foreign: boolean;
  readonly inner: readonly Field[];
}

type Parts = Readonly<Record<string, Part>>;
type Found = Map<string, Field>;

/** Something that only narrows a field defined elsewhere (`{ "minItems": 1 }` in a `then`). */
const narrows = (schema: JsonObject): boolean =>
  !['type', '$ref', 'enum', 'const', 'oneOf'].some((keyword) => keyword in schema);

class Reading {
  readonly parts: Parts;
  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Fields of an object's schema, those behind conditions too. */
  object(schema: JsonObject, at: string, data: string, when: readonly Shown[], foreign: boolean): Field[] {
    const found: Found = new Map();
    this.#collect(schema, at, data, when, foreign, found);
    return [...found.values()];
  }

  #collect(
    schema: JsonObject,
    at: string,
    data: string,
    when: readonly Shown[],
    foreign: boolean,
    found: Found,
  ): void {
    const required = listOf(schema.required);
    for (const [name, value] of Object.entries(objectOf(schema.properties))) {
      if (!isObject(value)) continue;
      const known = found.get(name);
      // what only says more of a field that is there is no second field
      if (known && !narrows(known.schema)) continue;
      if (!known && when.length > 0 && narrows(value) && Object.keys(value).length > 0) continue;
      found.set(
        name,
        this.#field(name, value, {
          at: under(under(at, 'properties'), name),
          pointer: under(data, name),
          holder: at,
          when,
          foreign,
          required: required.includes(name),
        }),
      );
    }
    const conditional = [
      ...('if' in schema ? [[schema, at] as const] : []),
      ...listOf(schema.allOf).map((one, n) => [objectOf(one), under(under(at, 'allOf'), n)] as const),
    ];
    for (const [one, place] of conditional) {
      const { if: condition } = one;
      for (const [branch, holds] of [
        ['then', true],
        ['else', false],
      ] as const) {
        const inner = one[branch];
        if (condition === undefined || !isObject(inner)) continue;
        const shown = { at: place, if: condition, holds, object: data };
        this.#collect(inner, under(place, branch), data, [...when, shown], foreign, found);
      }
      if (condition === undefined && place !== at) this.#collect(one, place, data, when, foreign, found);
    }
  }

  #field(
    name: string,
    schema: JsonObject,
    given: Pick<Field, 'at' | 'pointer' | 'holder' | 'when' | 'foreign' | 'required'>,
  ): Field {
    const { at, pointer } = given;
    const ref = typeof schema.$ref === 'string' ? partNamed(schema.$ref) : undefined;
    const part = ref === undefined ? undefined : this.parts[ref];
    const shape = part ? (part.schema as JsonObject) : schema;
    const within = given.foreign || part !== undefined;
    const inner = isObject(shape.items)
      ? this.#items(shape.items, under(at, 'items'), under(pointer, '*'), within)
      : this.object(shape, at, pointer, [], within);
    return { ...given, name, schema, inner, ...(ref === undefined ? {} : { part: ref }) };
  }

  #items(items: JsonObject, at: string, pointer: string, foreign: boolean): Field[] {
    const ref = typeof items.$ref === 'string' ? partNamed(items.$ref) : undefined;
    const part = ref === undefined ? undefined : this.parts[ref];
    return this.object(
      part ? (part.schema as JsonObject) : items,
      at,
      pointer,
      [],
      foreign || part !== undefined,
    );
  }
}

/** The fields of a form's schema as a tree, each once. */
export function fieldsOf(schema: Json | undefined, parts: Parts): Field[] {
  return new Reading(parts).object(objectOf(schema), '', '', [], false);
}

/** The field at a pointer of the data. */
export function fieldAt(fields: readonly Field[], pointer: string): Field | undefined {
  let here: Field | undefined;
  let among = fields;
  for (const step of steps(pointer)) {
    if (step === '*') continue;
    here = among.find((field) => field.name === step);
    if (!here) return undefined;
    among = here.inner;
  }
  return here;
}

/** Every field of the tree, outer ones first. */
export const everyField = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => [field, ...everyField(field.inner)]);
