import { under } from '#core/form/pointer.ts';
import { type Json, type JsonObject, listOf, objectOf } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import { containerOf, type FormPlace, freeName, requiring } from './place.ts';

/** A field as it is made: its schema and what comes along. Texts are by pointer from the field (`''` is the field itself). */
export interface Made {
  /** What it is called in the data, if that is free. */
  readonly name: string;
  readonly schema: JsonObject;
  readonly ui?: JsonObject;
  readonly texts?: Readonly<Record<string, JsonObject>>;
  /** `at` is put by the one who adds it. */
  readonly file?: JsonObject;
  readonly required?: boolean;
}

/** Where a field goes: before the n-th of a page, or before the n-th inside a section or list. */
export type Spot =
  | { readonly page: number; readonly index: number }
  | { readonly container: string; readonly index: number };

/** Puts a field into a container's order of drawing. */
export function placing(form: FormPlace, pointer: string, spot: Spot): Operation[] {
  if ('page' in spot) {
    if (form.pages.length === 0) return ordering(form, '', pointer, spot.index);
    return [{ do: 'insert', at: `${form.base}/pages/${spot.page}/fields/${spot.index}`, value: pointer }];
  }
  return ordering(form, spot.container, pointer, spot.index);
}

/** The order of drawing inside a container, with a field put before the n-th of the others. */
export function ordering(form: FormPlace, container: string, pointer: string, index: number): Operation[] {
  const name = pointer.slice(pointer.lastIndexOf('/') + 1);
  const order = form.inside(container).map((field) => field.name);
  const others = order.filter((other) => other !== name);
  const next = others.toSpliced(index, 0, name);
  // at the end it stands by itself
  if (index >= others.length && !order.includes(name) && listOf(orderOf(form, container)).length === 0)
    return [];
  return [{ do: 'put', at: `${form.uiAt(container)}/ui:order`, value: next }];
}

const orderOf = (form: FormPlace, container: string): Json | undefined =>
  objectOf(form.ui(container))['ui:order'];

/** Adds a field; answers its pointer too. */
export function addField(
  form: FormPlace,
  made: Made,
  spot: Spot,
): { operations: Operation[]; pointer: string } {
  const container = 'container' in spot ? spot.container : '';
  const name = freeName(form, container, made.name);
  const pointer = under(container, name);
  const holder = form.holderAt(container);
  const operations: Operation[] = [
    { do: 'put', at: under(form.schemaAt(`${holder}/properties`), name), value: made.schema },
    ...(made.required ? requiring(form, holder, name, true) : []),
    ...(made.ui ? [{ do: 'put' as const, at: form.uiAt(pointer), value: made.ui }] : []),
    ...Object.entries(made.texts ?? {}).map(([inner, texts]) => ({
      do: 'put' as const,
      at: form.textsAt(pointer + inner),
      value: texts,
    })),
  ];
  if (made.file) {
    const files = Object.keys(objectOf(form.value('/files')));
    let fileName = name;
    for (let n = 2; files.includes(fileName); n += 1) fileName = `${name}${n}`;
    operations.push({
      do: 'put',
      at: `${form.base}/files/${fileName}`,
      value: { at: pointer, ...made.file },
    });
  }
  operations.push(...placing(form, pointer, spot));
  return { operations, pointer };
}

/** Where a field is now: its place on its page or in its container. */
export function spotOf(form: FormPlace, pointer: string): Spot {
  for (const [page, { fields }] of form.pages.entries()) {
    const index = fields.indexOf(pointer);
    if (index >= 0) return { page, index };
  }
  const container = containerOf(pointer);
  return { container, index: form.inside(container).findIndex((field) => field.pointer === pointer) };
}
