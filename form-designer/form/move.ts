import { within } from '#core/form/pointer.ts';
import { type JsonObject, objectOf } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import { addField, type Made, ordering, type Spot, spotOf } from './add.ts';
import type { Field } from './fields-of.ts';
import { containerOf, type FormPlace, keysWithin } from './place.ts';
import { removeField } from './remove.ts';

/** A field as it would be made anew, with its texts, ui and files. */
export function madeOf(form: FormPlace, field: Field): Made {
  const { pointer, name, schema, required } = field;
  const texts = Object.fromEntries(
    keysWithin(form, 'texts', pointer).map((key) => [
      key.slice(pointer.length),
      objectOf(objectOf(form.value('/texts'))[key]),
    ]),
  );
  const ui = form.ui(pointer);
  const file = Object.values(objectOf(form.value('/files')))
    .map(objectOf)
    .find(({ at }) => at === pointer);
  const { at: _, ...rest }: JsonObject = file ?? {};
  return {
    name,
    schema,
    required,
    texts,
    ...(ui === undefined ? {} : { ui: objectOf(ui) }),
    ...(file ? { file: rest } : {}),
  };
}

/** Moves a field to another place; out of its section or into one it is made anew there. Answers where it is then. */
export function moveField(
  form: FormPlace,
  field: Field,
  to: Spot,
): { operations: Operation[]; pointer: string } {
  const { pointer } = field;
  const from = spotOf(form, pointer);
  if ('page' in from && 'page' in to) {
    const sinks = from.page === to.page && to.index > from.index;
    const index = sinks ? to.index - 1 : to.index;
    if (from.page === to.page && index === from.index) return { operations: [], pointer };
    return {
      operations: [
        { do: 'take', at: `${form.base}/pages/${from.page}/fields/${from.index}` },
        { do: 'insert', at: `${form.base}/pages/${to.page}/fields/${index}`, value: pointer },
      ],
      pointer,
    };
  }
  const container = containerOf(pointer);
  if ('container' in from && ('container' in to ? to.container === container : form.pages.length === 0)) {
    const index = to.index > from.index ? to.index - 1 : to.index;
    return { operations: index === from.index ? [] : ordering(form, container, pointer, index), pointer };
  }
  // nothing can be put into itself
  if ('container' in to && within(to.container, pointer)) return { operations: [], pointer };
  return across(form, field, to);
}

function across(form: FormPlace, field: Field, to: Spot): { operations: Operation[]; pointer: string } {
  const removing = removeField(form, field);
  const without = form.after(removing);
  const spot = 'page' in to ? { page: to.page, index: sunk(form, field.pointer, to) } : to;
  const adding = addField(without, madeOf(form, field), spot);
  return { operations: [...removing, ...adding.operations], pointer: adding.pointer };
}

/** The place on a page once the field itself is off it. */
function sunk(form: FormPlace, pointer: string, to: { page: number; index: number }): number {
  const before = form.pages[to.page]?.fields.slice(0, to.index).filter((one) => within(one, pointer)).length;
  return to.index - (before ?? 0);
}
