import { steps, under } from '#core/form/pointer.ts';
import { isList, isObject, type Json, shifted, withEntry, withoutEntry } from './json.ts';

/**
 * One change of a JSON document, by JSON Pointer (RFC 6901). The order of names is part of the document: what is put
 * anew says where among them, so that undoing gives the same bytes.
 */
export type Operation =
  /** Sets a value; objects on the way that are not there are made. `index`: where among the names a new one stands (the end if not said). */
  | { readonly do: 'put'; readonly at: string; readonly value: Json; readonly index?: number }
  /** Puts a value into a list, before what stands at that number. */
  | { readonly do: 'insert'; readonly at: string; readonly value: Json }
  | { readonly do: 'take'; readonly at: string }
  /** Moves an entry of a list, or a name of an object, by its number. */
  | { readonly do: 'shift'; readonly at: string; readonly from: number; readonly to: number }
  | { readonly do: 'rename'; readonly at: string; readonly to: string };

/** An operation that cannot be done to this document. */
export class OperationError extends Error {
  readonly code = 'operation';
}

/** What a document becomes, and the operation that takes it back to the same bytes. */
export type Applied = { readonly document: Json; readonly undo: Operation };

const last = (at: string): { parent: string; name: string } => {
  const path = steps(at);
  const name = path.at(-1);
  if (name === undefined) throw new OperationError('the whole document has no name');
  return { parent: path.slice(0, -1).reduce(under, ''), name };
};

/** @throws OperationError where there is no such place */
function at(document: Json, pointer: string): Json {
  return steps(pointer).reduce<Json>((here, step) => {
    const next = isList(here)
      ? here[Number(step)]
      : isObject(here) && Object.hasOwn(here, step)
        ? here[step]
        : undefined;
    if (next === undefined) throw new OperationError(`there is nothing at ${pointer}`);
    return next;
  }, document);
}

/** The document with a new value at a place that exists. */
function replaced(document: Json, path: readonly string[], value: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (isList(document))
    return document.with(Number(step), replaced(document[Number(step)] ?? null, rest, value));
  if (isObject(document)) return { ...document, [step]: replaced(document[step] ?? null, rest, value) };
  throw new OperationError(`there is nothing at ${step}`);
}

const set = (document: Json, pointer: string, value: Json): Json => replaced(document, steps(pointer), value);

/** The objects on the way to a place that are not there yet, the outermost first. */
function missing(document: Json, pointer: string): string | null {
  let here: Json | undefined = document;
  let above = '';
  for (const step of steps(pointer)) {
    above = under(above, step);
    const next: Json | undefined = isList(here)
      ? here[Number(step)]
      : isObject(here) && Object.hasOwn(here, step)
        ? here[step]
        : undefined;
    if (next === undefined) {
      if (!isObject(here)) throw new OperationError(`there is nothing at ${pointer}`);
      return above;
    }
    here = next;
  }
  return null;
}

function put(document: Json, operation: Extract<Operation, { do: 'put' }>): Applied {
  const { at: pointer, value, index } = operation;
  if (pointer === '') return { document: value, undo: { do: 'put', at: '', value: document } };
  const { parent, name } = last(pointer);
  const outermost = missing(document, parent);
  if (outermost !== null) {
    const inner = steps(pointer).slice(steps(outermost).length);
    const made = inner.reduceRight<Json>((whole, step) => ({ [step]: whole }), value);
    return {
      document: put(document, { do: 'put', at: outermost, value: made }).document,
      undo: { do: 'take', at: outermost },
    };
  }
  const holder = at(document, parent);
  if (isList(holder)) {
    const before = holder[Number(name)];
    if (before === undefined) throw new OperationError(`there is nothing at ${pointer}`);
    return { document: set(document, pointer, value), undo: { do: 'put', at: pointer, value: before } };
  }
  if (!isObject(holder)) throw new OperationError(`nothing can be put at ${pointer}`);
  const before = Object.hasOwn(holder, name) ? holder[name] : undefined;
  return {
    document: set(document, parent, withEntry(holder, name, value, index)),
    undo: before === undefined ? { do: 'take', at: pointer } : { do: 'put', at: pointer, value: before },
  };
}

function insert(document: Json, operation: Extract<Operation, { do: 'insert' }>): Applied {
  const { parent, name } = last(operation.at);
  const list = at(document, parent);
  const index = Number(name);
  if (!isList(list) || !Number.isInteger(index) || index < 0 || index > list.length)
    throw new OperationError(`nothing can be inserted at ${operation.at}`);
  return {
    document: set(document, parent, list.toSpliced(index, 0, operation.value)),
    undo: { do: 'take', at: operation.at },
  };
}

function take(document: Json, { at: pointer }: { at: string }): Applied {
  const { parent, name } = last(pointer);
  const holder = at(document, parent);
  const before = at(document, pointer);
  if (isList(holder))
    return {
      document: set(document, parent, holder.toSpliced(Number(name), 1)),
      undo: { do: 'insert', at: pointer, value: before },
    };
  if (!isObject(holder)) throw new OperationError(`there is nothing at ${pointer}`);
  return {
    document: set(document, parent, withoutEntry(holder, name)),
    undo: { do: 'put', at: pointer, value: before, index: Object.keys(holder).indexOf(name) },
  };
}

function shift(document: Json, { at: pointer, from, to }: Extract<Operation, { do: 'shift' }>): Applied {
  const holder = at(document, pointer);
  const length = isList(holder) ? holder.length : isObject(holder) ? Object.keys(holder).length : 0;
  if (![from, to].every((n) => Number.isInteger(n) && n >= 0 && n < length))
    throw new OperationError(`nothing to move from ${from} to ${to} at ${pointer}`);
  const next = isList(holder)
    ? shifted(holder, from, to)
    : Object.fromEntries(shifted(Object.entries(holder as object), from, to));
  return { document: set(document, pointer, next), undo: { do: 'put', at: pointer, value: holder } };
}

function rename(document: Json, { at: pointer, to }: Extract<Operation, { do: 'rename' }>): Applied {
  const { parent, name } = last(pointer);
  const holder = at(document, parent);
  at(document, pointer);
  if (!isObject(holder)) throw new OperationError(`${pointer} has no name`);
  if (name !== to && Object.hasOwn(holder, to)) throw new OperationError(`there is a ${to} already`);
  const next = Object.fromEntries(
    Object.entries(holder).map(([other, value]) => [other === name ? to : other, value]),
  );
  // a name that is a number goes to the front of an object by itself: only the object as it was is sure to be the same
  return { document: set(document, parent, next), undo: { do: 'put', at: parent, value: holder } };
}

/** Does one operation. Nothing of the document is changed in place. @throws OperationError where it cannot be done */
export function apply(document: Json, operation: Operation): Applied {
  switch (operation.do) {
    case 'put':
      return put(document, operation);
    case 'insert':
      return insert(document, operation);
    case 'take':
      return take(document, operation);
    case 'shift':
      return shift(document, operation);
    case 'rename':
      return rename(document, operation);
  }
}
