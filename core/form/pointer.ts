import type { Pointer } from './types.ts';

/** The steps of a pointer, unescaped (RFC 6901). */
export function steps(pointer: Pointer): string[] {
  return pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A pointer one step further. */
export function under(pointer: Pointer, step: string | number): Pointer {
  return `${pointer}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** True when `pointer` is `above` or lies in it. `*` in `above` stands for any step. */
export function within(pointer: Pointer, above: Pointer): boolean {
  const outer = steps(above);
  const inner = steps(pointer);
  return inner.length >= outer.length && outer.every((step, n) => step === '*' || step === inner[n]);
}

/** The pointer with every row number replaced by `*`, as texts name it. */
export function anyRow(pointer: Pointer): Pointer {
  return pointer.replace(/\/\d+(?=\/|$)/g, '/*');
}

function own(value: unknown, step: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, step) ? (value as Record<string, unknown>)[step] : undefined;
}

/** What is at the pointer, or undefined. Reads own properties only. */
export function valueAt(data: unknown, pointer: Pointer): unknown {
  return steps(pointer).reduce(own, data);
}

/** A copy with the value at the pointer; objects on the way are made, `undefined` removes. */
export function withValue<T>(data: T, pointer: Pointer, value: unknown): T {
  return put(data, steps(pointer), value) as T;
}

function put(data: unknown, [step, ...rest]: string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (step === '__proto__') return data;
  if (Array.isArray(data)) {
    const row = Number(step);
    if (!Number.isInteger(row) || row < 0 || row > data.length) return data;
    const next = put(data[row], rest, value);
    if (row === data.length) return next === undefined ? data : [...data, next];
    return next === undefined ? data.filter((_, n) => n !== row) : data.with(row, next);
  }
  const before = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  if (value === undefined && !Object.hasOwn(before, step)) return data;
  const next = put(before[step], rest, value);
  const { [step]: _, ...others } = before;
  return next === undefined ? others : { ...before, [step]: next };
}
