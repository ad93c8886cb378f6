import { steps, under, within } from '#core/form/pointer.ts';
import { changedStrings, isList, isObject, type Json, objectOf } from '../commands/json.ts';
import { apply, type Operation } from '../commands/operation.ts';
import type { Field } from './fields-of.ts';
import { containerOf, type FormPlace } from './place.ts';

/** A pointer with a field renamed on the way. */
const moved = (pointer: string, from: string, to: string): string =>
  within(pointer, from) ? to + pointer.slice(from.length) : pointer;

/** The path by which expressions name a field: form.person.name; inside a list only the list has one. */
const path = (pointer: string): string => ['form', ...steps(pointer)].join('.');

/** Renames in a schema of the container: among properties, in `required`, in conditions; not in what lies deeper. */
function inSchema(schema: Json, path: readonly string[], from: string, to: string): Json {
  if (!isObject(schema)) return schema;
  const [step, ...rest] = path;
  const entries = Object.entries(schema).map(([keyword, value]): readonly [string, Json] => {
    if (['if', 'then', 'else', 'not'].includes(keyword)) return [keyword, inSchema(value, path, from, to)];
    if (['allOf', 'anyOf', 'oneOf'].includes(keyword) && isList(value))
      return [keyword, value.map((one) => inSchema(one, path, from, to))];
    if (step === '*' && keyword === 'items') return [keyword, inSchema(value, rest, from, to)];
    if (step === undefined && keyword === 'required' && isList(value))
      return [keyword, value.map((name) => (name === from ? to : name))];
    if (keyword !== 'properties') return [keyword, value];
    const properties = Object.entries(objectOf(value)).map(([name, inner]): readonly [string, Json] => {
      if (step === undefined) return [name === from ? to : name, inner];
      return [name, name === step ? inSchema(inner, rest, from, to) : inner];
    });
    return [keyword, Object.fromEntries(properties)];
  });
  return Object.fromEntries(entries);
}

const maps = ['texts', 'prefill', 'suggest', 'computed', 'rows', 'options'] as const;

/** Gives a field another name in the data, wherever the definition speaks of it: schema, texts, pages, expressions. */
export function renameField(form: FormPlace, field: Field, name: string): Operation[] {
  const { pointer: from } = field;
  const container = containerOf(from);
  const to = under(container, name);
  const { base } = form;
  const operations: Operation[] = [];
  const schema = form.value('/schema') ?? {};
  operations.push({
    do: 'put',
    at: `${base}/schema`,
    value: inSchema(schema, steps(container), field.name, name),
  });
  // in the service's own form these are found with the other pointers
  for (const map of base === '/form' ? [] : maps)
    for (const key of Object.keys(objectOf(form.value(`/${map}`))))
      if (within(key, from))
        operations.push({ do: 'rename', at: under(`${base}/${map}`, key), to: moved(key, from, to) });
  if (form.ui(from) !== undefined) operations.push({ do: 'rename', at: form.uiAt(from), to: name });
  const order = `${form.uiAt(container)}/ui:order`;
  const names = form.value(order.slice(base.length));
  if (isList(names) && names.includes(field.name))
    operations.push({ do: 'put', at: order, value: names.map((one) => (one === field.name ? name : one)) });

  // what is left are strings: pointers of pages, files, rules, edits, and expressions
  const renamed = operations.reduce((now, one) => apply(now, one).document, form.definition);
  const spoken = new RegExp(`(?<![\\w.])${path(from).replaceAll('.', '\\.')}(?![\\w])`, 'g');
  const change = (text: string): string =>
    text.startsWith('/') && base === '/form'
      ? moved(text, from, to)
      : from.includes('*') || base !== '/form'
        ? text
        : text.replace(spoken, path(to));
  const whole = isObject(renamed) ? renamed : {};
  for (const [part, value] of Object.entries(whole)) {
    const next = changedStrings(value, change, true);
    if (next !== value) operations.push({ do: 'put', at: under('', part), value: next });
  }
  return operations;
}
