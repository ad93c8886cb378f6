import { steps } from '#core/form/pointer.ts';

/** A pointer into what is entered as FEEL: `form.a.b`; of a row's field `row.b`, with the list that it is a row of. */
export function feelOf(pointer: string): { x: string; list?: string; at: string } | undefined {
  const path = steps(pointer);
  const star = path.indexOf('*');
  const dotted = (names: readonly string[]) => names.join('.');
  if (star < 0) return { x: `form.${dotted(path)}`, at: pointer };
  // lists in lists would have to be gone through one inside the other
  if (path.lastIndexOf('*') !== star || star === path.length - 1) return undefined;
  return {
    x: `row.${dotted(path.slice(star + 1))}`,
    list: `form.${dotted(path.slice(0, star))}`,
    at: pointer.slice(0, pointer.indexOf('/*')),
  };
}

/** A constant in FEEL. */
export const literal = (value: string | number | boolean): string =>
  typeof value === 'string' ? JSON.stringify(value) : String(value);

/** Must hold; of fields of rows, in every row that has all of `entered`. What is empty elsewhere is waited for anyway. */
export function wherever(must: string, entered: readonly string[], list: string | undefined): string {
  if (list === undefined) return must;
  const empty = entered.map((x) => `${x} = null`).join(' or ');
  return `every row in ${list} satisfies (${empty === '' ? must : `if ${empty} then true else ${must}`})`;
}
