import { describe, expect, it } from 'vitest';
import { absent, strip, withObjects } from './entered.ts';
import { flatten } from './flatten.ts';
import { settled } from './resolve-fields.ts';
import type { Schema } from './types.ts';

const text = { type: 'string' };
const person: Schema = { type: 'object', properties: { name: text, email: text }, required: ['name'] };
const schema: Schema = {
  type: 'object',
  properties: {
    street: text,
    rnokpp: { type: 'string', format: 'rnokpp' },
    person,
    owners: { type: 'array', items: person },
    tags: { type: 'array', items: text },
    sizes: { type: 'array', items: { type: 'number' } },
    anything: true,
    never: false,
    loose: { type: 'object' },
  },
  required: ['person'],
};

/** What is kept of an entry, and what is told not to show any more. */
function kept(data: Record<string, unknown>) {
  const gone: string[] = [];
  return { kept: strip(flatten(schema, schema, data), data, gone), gone };
}

describe('what is kept of an entry', () => {
  it('is without blanks at the ends of a text, and nothing where only blanks were entered', () => {
    expect(kept({ street: ' Зелена ' }).kept).toEqual({ street: 'Зелена' });
    expect(kept({ street: '  ' })).toStrictEqual({ kept: {}, gone: [] });
  });

  it('is a number of a person as registers write it', () => {
    expect(kept({ rnokpp: '1759 013 776' }).kept).toEqual({ rnokpp: '1759013776' });
  });

  it('is nothing of an object in which nothing was entered', () => {
    expect(kept({ person: { name: ' ', email: null } }).kept).toStrictEqual({});
    expect(kept({ person: { name: ' ', email: 'a@b.ua' } }).kept).toStrictEqual({
      person: { email: 'a@b.ua' },
    });
    expect(kept({}).kept).toStrictEqual({});
  });

  it('leaves every row in its place, also one in which nothing was entered', () => {
    expect(kept({ owners: [{ name: ' ' }, { name: 'Петро ' }] }).kept).toStrictEqual({
      owners: [{}, { name: 'Петро' }],
    });
    expect(kept({ tags: ['', ' a '] }).kept).toStrictEqual({ tags: ['', 'a'] });
    expect(kept({ sizes: [null, 2] }).kept).toStrictEqual({ sizes: [null, 2] });
  });

  it('is all of a field that may hold anything', () => {
    expect(kept({ anything: { deep: [1] }, loose: { a: 1 } }).kept).toStrictEqual({
      anything: { deep: [1] },
      loose: { a: 1 },
    });
  });

  it('is without what the form does not have, which is named where something was entered there', () => {
    expect(kept({ never: 'a', strange: { a: 'b' }, empty: { a: ' ' } })).toEqual({
      kept: {},
      gone: ['/never', '/strange'],
    });
    expect(kept({ owners: [{ name: 'Петро', 'a/b': 1 }] })).toEqual({
      kept: { owners: [{ name: 'Петро' }] },
      gone: ['/owners/0/a~1b'],
    });
    expect(kept({ toString: 1 }).gone).toEqual(['/toString']);
  });

  it('of a list follows the schema of its rows also where no row was looked at', () => {
    const gone: string[] = [];
    const flat = { type: 'array', items: person } as Schema;
    expect(strip(flat, [{ name: 'Петро', age: 5 }], gone)).toEqual([{ name: 'Петро' }]);
    expect(gone).toEqual(['/0/age']);
    expect(strip({ type: 'array' }, [{ name: 'Петро ' }])).toEqual([{ name: 'Петро ' }]);
  });
});

describe('what shows and what is kept', () => {
  it('agree, however long the chain of what leans on what', () => {
    const names = Array.from({ length: 30 }, (_, n) => `f${n}`);
    const chain: Schema = {
      type: 'object',
      properties: { f0: text },
      allOf: names.slice(1).map((name, n) => ({
        if: { required: [names[n]] },
        // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
        then: { properties: { [name]: text } },
      })),
    };
    const all = Object.fromEntries(names.map((name) => [name, 'x']));
    expect(settled(chain, all).kept).toEqual(all);
    const { f0: _, ...withoutFirst } = all;
    expect(settled(chain, withoutFirst).kept).toEqual({});
    expect(Object.keys(settled(chain, withoutFirst).flat.properties ?? {})).toEqual(['f0']);
  });

  it('agree where only blanks were entered in what decides', () => {
    const asks: Schema = {
      type: 'object',
      properties: { spouse: text },
      if: { required: ['spouse'] },
      // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
      then: { properties: { since: text }, required: ['since'] },
    };
    expect(Object.keys(settled(asks, { spouse: 'Петро' }).flat.properties ?? {})).toEqual([
      'spouse',
      'since',
    ]);
    expect(Object.keys(settled(asks, { spouse: '  ' }).flat.properties ?? {})).toEqual(['spouse']);
  });
});

describe('an object that must be there', () => {
  it('is there, so that what is missing in it is said field by field; one that may be left out is not', () => {
    const flat = flatten(schema, schema, {});
    expect(withObjects(flat, {})).toStrictEqual({ person: {} });
    expect(withObjects(flat, { person: { name: 'Олена' } })).toStrictEqual({ person: { name: 'Олена' } });
    const open: Schema = { type: 'object', properties: { person, street: text, anything: true } };
    expect(withObjects(open, {})).toStrictEqual({});
    expect(withObjects({ ...open, required: ['street', 'anything'] }, {})).toStrictEqual({});
    expect(withObjects({ type: 'object' }, { a: 1 })).toStrictEqual({ a: 1 });
  });

  it('is there in every row, and in objects that were begun', () => {
    const inner: Schema = { type: 'object', properties: { person }, required: ['person'] };
    const outer: Schema = {
      type: 'object',
      properties: { rows: { type: 'array', items: inner }, group: inner },
    };
    const data = { rows: [{}, 'text'], group: {} };
    expect(withObjects(flatten(outer, outer, data), data)).toStrictEqual({
      rows: [{ person: {} }, 'text'],
      group: { person: {} },
    });
    expect(withObjects(outer, { rows: [{}] })).toStrictEqual({ rows: [{}] });
    expect(withObjects(outer, { group: 'text' })).toStrictEqual({ group: 'text' });
  });
});

it('nothing was entered where there is nothing, null, blanks, or an object of these', () => {
  const data = { no: null, blank: ' ', empty: {}, hollow: { a: '', b: { c: null } }, half: { a: '', b: 1 } };
  for (const pointer of ['/gone', '/no', '/blank', '/empty', '/hollow'])
    expect(absent(data, pointer), pointer).toBe(true);
  const entered = { zero: 0, no: false, list: [], text: 'a', half: data.half };
  for (const pointer of ['/zero', '/no', '/list', '/text', '/half'])
    expect(absent(entered, pointer), pointer).toBe(false);
});
