import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRow, steps, under, valueAt, within, withValue } from './pointer.ts';

const step = fc.string({ maxLength: 5 }).filter((one) => one !== '__proto__');
const pointer = fc
  .array(step, { minLength: 1, maxLength: 4 })
  .map((all) => all.reduce<string>((above, one) => under(above, one), ''));

describe('a pointer into a form', () => {
  it('gives back what was put there, and nothing once it was emptied', () => {
    fc.assert(
      fc.property(pointer, fc.integer(), (where, value) => {
        const data = withValue({}, where, value);
        expect(valueAt(data, where)).toBe(value);
        expect(valueAt(withValue(data, where, undefined), where)).toBeUndefined();
      }),
    );
  });

  it('lies in itself and in all above it, and in nothing below', () => {
    fc.assert(
      fc.property(pointer, step, (above, one) => {
        expect(within(under(above, one), above)).toBe(true);
        expect(within(above, under(above, one))).toBe(false);
        expect(within(above, '')).toBe(true);
        expect(steps(under(above, one)).at(-1)).toBe(one);
      }),
    );
    expect(steps('')).toEqual([]);
  });

  it('lies in any row where a star stands', () => {
    expect(within('/owners/3/name', '/owners/*')).toBe(true);
    expect(within('/owners/3/name', '/owners/*/name')).toBe(true);
    expect(within('/owners/3/name', '/owners/*/email')).toBe(false);
    expect(within('/owners', '/owners/*')).toBe(false);
    expect(within('/others/3', '/owners/*')).toBe(false);
    expect(within('', '')).toBe(true);
    expect(within('/owners', '/own')).toBe(false);
  });

  it('changes, adds and takes out rows, and makes no hole in a list', () => {
    const rows = { owners: ['Петро', 'Ганна'] };
    expect(withValue(rows, '/owners/1', 'Ольга')).toEqual({ owners: ['Петро', 'Ольга'] });
    expect(withValue(rows, '/owners/0', undefined)).toEqual({ owners: ['Ганна'] });
    expect(withValue(rows, '/owners/2', 'Ія')).toEqual({ owners: ['Петро', 'Ганна', 'Ія'] });
    for (const nowhere of ['/owners/2', '/owners/3', '/owners/-1', '/owners/x'])
      expect(withValue(rows, nowhere, undefined), nowhere).toEqual(rows);
    for (const nowhere of ['/owners/5', '/owners/-1', '/owners/0.5', '/owners/x'])
      expect(withValue(rows, nowhere, 'Ія'), nowhere).toEqual(rows);
  });

  it('reaches nothing that was not entered, and spoils nothing', () => {
    expect(valueAt({}, '/constructor')).toBeUndefined();
    expect(valueAt('text', '/length')).toBeUndefined();
    expect(valueAt({ a: null }, '/a/b')).toBeUndefined();
    expect(withValue({ a: null }, '/a/b', 1)).toEqual({ a: { b: 1 } });
    expect(withValue({ a: { b: 1 }, c: 2 }, '/a', undefined)).toStrictEqual({ c: 2 });
    expect(withValue({ a: { b: 1, c: 2 } }, '/a/b', undefined)).toStrictEqual({ a: { c: 2 } });
    expect(withValue({ a: 1 }, '/__proto__/polluted', true)).toEqual({ a: 1 });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(withValue({ a: 1 }, '/b/c', undefined)).toEqual({ a: 1 });
  });

  it('of a row names the texts of every row', () => {
    expect(anyRow('/owners/12/name')).toBe('/owners/*/name');
    expect(anyRow('/owners/12')).toBe('/owners/*');
    expect(anyRow('/street2/5a')).toBe('/street2/5a');
  });
});
