import { steps, under, valueAt } from '#core/form/pointer.ts';
import { type Json, type JsonObject, listOf, same } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import { type Condition, commonObject, written } from './condition.ts';
import type { Field } from './fields-of.ts';
import { containerOf, type FormPlace, requiring } from './place.ts';
import { takingSchema } from './taking.ts';

/** The schema that gives an object a field, seen from an object above it. */
function nested(path: readonly string[], name: string, schema: Json, required: boolean): JsonObject {
  const [step, ...rest] = path;
  if (step === undefined)
    return { properties: { [name]: schema }, ...(required ? { required: [name] } : {}) };
  if (step === '*') return { items: nested(rest, name, schema, required) };
  return { properties: { [step]: nested(rest, name, schema, required) } };
}

/** Makes a field show only when a sentence holds; null: always. Written as JSON Schema `if`/`then`. */
export function showWhen(form: FormPlace, field: Field, condition: Condition | null): Operation[] {
  const removing = takingSchema(form, field);
  const without = form.after(removing);
  const container = containerOf(field.pointer);
  const { name, schema, required } = field;
  if (!condition) {
    const holder = without.holderAt(container);
    return [
      ...removing,
      { do: 'put', at: under(without.schemaAt(`${holder}/properties`), name), value: schema },
      ...(required ? requiring(without, holder, name, true) : []),
    ];
  }
  const object = commonObject([...condition.tests.map((test) => test.field), field.pointer]);
  const holder = without.holderAt(object);
  const wanted = written(condition, object);
  const list = without.schemaAt(`${holder}/allOf`);
  const entries = listOf(valueAt(without.definition, list));
  const down = steps(container).slice(steps(object).length);
  const found = entries.findIndex(
    (entry) => same((entry as JsonObject).if, wanted) && (entry as JsonObject).then !== undefined,
  );
  // one condition for several fields of one object is written once
  if (found >= 0 && down.length === 0) {
    const branch = `${holder}/allOf/${found}/then`;
    return [
      ...removing,
      { do: 'put', at: under(without.schemaAt(`${branch}/properties`), name), value: schema },
      ...(required ? requiring(without, branch, name, true) : []),
    ];
  }
  const entry: JsonObject = Object.fromEntries([
    ['if', wanted],
    ['then', nested(down, name, schema, required)],
  ]);
  return [
    ...removing,
    entries.length === 0
      ? { do: 'put', at: list, value: [entry] }
      : { do: 'insert', at: under(list, entries.length), value: entry },
  ];
}
