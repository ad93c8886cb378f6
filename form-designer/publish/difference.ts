import { under } from '#core/form/pointer.ts';
import { isList, isObject, type Json, same } from '../commands/json.ts';

/** A part of a definition that is not what it was. Undefined: it is not there on that side. */
export interface Change {
  readonly pointer: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** What differs, as far down as both sides have the same shape; the order of an object's names is no difference. */
export function difference(before: Json | undefined, after: Json | undefined, pointer = ''): Change[] {
  if (same(before, after)) return [];
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => difference(own(before, name), own(after, name), under(pointer, name)));
  }
  if (isList(before) && isList(after) && before.length === after.length)
    return before.flatMap((one, n) => difference(one, after[n], under(pointer, n)));
  return [{ pointer, before, after }];
}

const own = (value: { readonly [name: string]: Json }, name: string): Json | undefined =>
  Object.hasOwn(value, name) ? value[name] : undefined;
