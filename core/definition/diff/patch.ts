import { isRecord } from '#core/expression/record.ts';
import { isSame } from './equal.ts';

/** An operation of JSON Patch (RFC 6902), as far as differences need them. */
export type Operation =
  | { op: 'add' | 'replace'; path: string; value: unknown }
  | { op: 'remove'; path: string }
  | { op: 'move'; from: string; path: string };

/** A pointer one step further. */
export const below = (pointer: string, name: string | number): string =>
  `${pointer}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The operations that make one value of another: objects name by name, lists as a whole, so that their order does not matter. */
export function patch(before: unknown, after: unknown, pointer: string): Operation[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ op: 'add', path: pointer, value: after }];
  if (after === undefined) return [{ op: 'remove', path: pointer }];
  if (isSame(before, after)) return [];
  if (!isRecord(before) || !isRecord(after)) return [{ op: 'replace', path: pointer, value: after }];
  return namesOf(before, after).flatMap((name) =>
    patch(own(before, name), own(after, name), below(pointer, name)),
  );
}

/** The names of both, those of the first in its order, then the new ones. */
export function namesOf(before: unknown, after: unknown): string[] {
  return [
    ...new Set([
      ...Object.keys(isRecord(before) ? before : {}),
      ...Object.keys(isRecord(after) ? after : {}),
    ]),
  ];
}

export const own = (value: unknown, name: string): unknown =>
  isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** A patch that does not fit what it is applied to. */
export class PatchError extends Error {
  readonly code = 'patch';
}

/** The value with operations applied, in their order; what was given is left as it is. @throws PatchError */
export function applied(value: unknown, operations: readonly Operation[]): unknown {
  return operations.reduce((here, operation) => {
    if (operation.op !== 'move') return put(here, steps(operation.path), operation);
    const moved = at(here, steps(operation.from));
    const without = put(here, steps(operation.from), { op: 'remove' });
    return put(without, steps(operation.path), { op: 'add', value: moved });
  }, value);
}

const steps = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (here, step) => (Array.isArray(here) ? here[Number(step)] : own(here, step)),
    value,
  );
}

type Put = { op: 'add' | 'replace' | 'remove'; value?: unknown };

function put(here: unknown, [step, ...rest]: readonly string[], change: Put): unknown {
  if (step === undefined) return change.value;
  if (Array.isArray(here)) {
    const index = Number(step);
    const last = change.op === 'add' && rest.length === 0 ? here.length : here.length - 1;
    if (!Number.isInteger(index) || index < 0 || index > last)
      throw new PatchError(`there is no item ${step}`);
    const list = [...here];
    if (rest.length > 0) list[index] = put(here[index], rest, change);
    else if (change.op === 'remove') list.splice(index, 1);
    else list.splice(index, change.op === 'add' ? 0 : 1, change.value);
    return list;
  }
  if (!isRecord(here)) throw new PatchError(`${step}: there is nothing that could hold it`);
  const there = Object.hasOwn(here, step);
  if (!there && (rest.length > 0 || change.op !== 'add')) throw new PatchError(`there is no ${step}`);
  if (rest.length === 0 && change.op === 'remove')
    return Object.fromEntries(Object.entries(here).filter(([name]) => name !== step));
  const value = rest.length > 0 ? put(here[step], rest, change) : change.value;
  // from entries: a name as __proto__ is a name like any other
  return there
    ? Object.fromEntries(Object.entries(here).map(([name, old]) => [name, name === step ? value : old]))
    : Object.fromEntries([...Object.entries(here), [step, value]]);
}
