import type { Part } from '#core/definition/types.ts';
import { steps, under, valueAt, within } from '#core/form/pointer.ts';
import { isObject, type Json, listOf, objectOf } from '../commands/json.ts';
import { apply, type Operation } from '../commands/operation.ts';
import { everyField, type Field, fieldAt, fieldsOf } from './fields-of.ts';

/** A form inside a definition: of the service (`/form`) or of a state, with the parts it may refer to. */
export class FormPlace {
  readonly definition: Json;
  /** Where the form stands. */
  readonly base: string;
  readonly fields: readonly Field[];
  readonly #parts: Readonly<Record<string, Part>>;
  // looked up for each of hundreds of blocks at every drawing: made once a form, when first asked
  #byPointer: ReadonlyMap<string, Field> | undefined;
  #referring: readonly Field[] | undefined;
  readonly #keys = new Map<string, ReadonlyMap<string, readonly string[]>>();
  readonly #values = new Map<string, Json | undefined>();
  readonly #uis = new Map<string, Json | undefined>();

  constructor(definition: Json, base: string, parts: Readonly<Record<string, Part>>) {
    this.definition = definition;
    this.base = base;
    this.#parts = parts;
    this.fields = fieldsOf(this.value('/schema'), parts);
  }

  /** The same form in the definition as it will be. */
  after(operations: readonly Operation[]): FormPlace {
    const definition = operations.reduce((now, one) => apply(now, one).document, this.definition);
    return new FormPlace(definition, this.base, this.#parts);
  }

  /** What stands at a pointer below the form. */
  value(pointer: string): Json | undefined {
    const known = this.#values.get(pointer);
    if (known !== undefined) return known;
    const value = valueAt(this.definition, this.base + pointer) as Json | undefined;
    this.#values.set(pointer, value);
    return value;
  }

  /** The ui of a field. */
  ui(pointer: string): Json | undefined {
    const known = this.#uis.get(pointer);
    if (known !== undefined) return known;
    const value = uiSteps(pointer).reduce<Json | undefined>(
      (here, step) => (isObject(here) && Object.hasOwn(here, step) ? here[step] : undefined),
      this.value('/ui'),
    );
    this.#uis.set(pointer, value);
    return value;
  }

  /** The field of a pointer; that of `/list/*` is the list. */
  field(pointer: string): Field | undefined {
    this.#byPointer ??= new Map(everyField(this.fields).map((field) => [field.pointer, field]));
    return this.#byPointer.get(pointer) ?? fieldAt(this.fields, pointer);
  }

  /** The fields that refer to a shared part, outer ones first. */
  get referring(): readonly Field[] {
    this.#referring ??= everyField(this.fields).filter(({ part }) => part !== undefined);
    return this.#referring;
  }

  /** Names of a map by pointer in the form (`texts`, …), by each pointer that they lie at or below. */
  keys(map: string): ReadonlyMap<string, readonly string[]> {
    const known = this.#keys.get(map) ?? byAncestor(Object.keys(objectOf(this.value(`/${map}`))));
    this.#keys.set(map, known);
    return known;
  }

  /** Whether the choices or rows of a field are made of what the case holds. */
  ofCase(pointer: string): boolean {
    return ['/options', '/rows'].some((map) => objectOf(this.value(map))[pointer] !== undefined);
  }

  /** Where the schema of a field stands in the definition. */
  schemaAt(at: string): string {
    return `${this.base}/schema${at}`;
  }

  /** Where the texts of a field stand. */
  textsAt(pointer: string): string {
    return under(`${this.base}/texts`, pointer);
  }

  /** Where the ui of a field stands; that of rows under `items`. */
  uiAt(pointer: string): string {
    return uiSteps(pointer).reduce<string>(under, `${this.base}/ui`);
  }

  /** Where the schema of an object stands whose fields these are: the form, a section, the rows of a list. */
  holderAt(container: string): string {
    const field = this.field(container);
    if (!field) return '';
    return container.endsWith('/*') ? under(field.at, 'items') : field.at;
  }

  /** The fields right inside a container, in the order in which they are drawn. */
  inside(container: string): readonly Field[] {
    const inner = container === '' ? this.fields : (this.field(container)?.inner ?? []);
    const order = listOf(valueAt(this.definition, `${this.uiAt(container)}/ui:order`));
    const at = (name: string) => {
      const n = order.indexOf(name);
      return n < 0 ? order.length : n;
    };
    return inner.toSorted((a, b) => at(a.name) - at(b.name));
  }

  /** The pages with the pointers of their fields; none in the form of a state. */
  get pages(): readonly { id: string; fields: readonly string[] }[] {
    return listOf(this.value('/pages')).map((page) => ({
      id: String(objectOf(page).id ?? ''),
      fields: listOf(objectOf(page).fields).filter((one) => typeof one === 'string'),
    }));
  }
}

/** The way to the ui of a field: that of rows lies under `items`. */
const uiSteps = (pointer: string): string[] => steps(pointer).map((step) => (step === '*' ? 'items' : step));

/** Where the current version of a registry's record stands: it is a form without pages. */
export const currentVersion = (definition: unknown): string =>
  `/versions/${Math.max(0, listOf(objectOf(definition).versions).length - 1)}`;

/** What holds a field: the pointer one step up, rows included. */
export const containerOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

/** A name that no field of the container has yet. */
export function freeName(form: FormPlace, container: string, wanted: string): string {
  const taken = new Set(form.inside(container).map(({ name }) => name));
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n += 1) if (!taken.has(`${wanted}${n}`)) return `${wanted}${n}`;
}

/** Adds a name to the `required` of a schema, or takes it out. An empty list goes. */
export function requiring(form: FormPlace, holder: string, name: string, yes: boolean): Operation[] {
  const at = form.schemaAt(`${holder}/required`);
  const list = listOf(valueAt(form.definition, at));
  const n = list.indexOf(name);
  if (yes === n >= 0) return [];
  if (yes)
    return list.length === 0
      ? [{ do: 'put', at, value: [name] }]
      : [{ do: 'insert', at: under(at, list.length), value: name }];
  return [{ do: 'take', at: list.length === 1 ? at : under(at, n) }];
}

function byAncestor(pointers: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const pointer of pointers)
    for (let at = pointer; at !== ''; at = containerOf(at)) {
      const keys = found.get(at);
      if (keys) keys.push(pointer);
      else found.set(at, [pointer]);
    }
  return found;
}

/** Names of maps by pointer in a form (`prefill`, …) that lie at a field or in it. */
export function keysWithin(form: FormPlace, map: string, pointer: string): readonly string[] {
  if (!pointer.includes('*')) return form.keys(map).get(pointer) ?? [];
  return Object.keys(objectOf(form.value(`/${map}`))).filter((key) => within(key, pointer));
}
