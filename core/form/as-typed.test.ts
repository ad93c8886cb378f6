import { describe, expect, it } from 'vitest';
import { asTyped } from './as-typed.ts';
import { complete } from './complete.ts';

const text = { type: 'string' };
const form = {
  schema: {
    type: 'object',
    properties: {
      street: text,
      full: text,
      owners: { type: 'array', items: { type: 'object', properties: { name: text } } },
    },
  },
  computed: { '/full': '"вул. " + form.street' },
};

/** What stands in the form after it was given `typed`. */
const drawn = (typed: Record<string, unknown>) => asTyped(form, complete(form, typed, {}), typed);

describe('a form while someone types', () => {
  it('keeps the blank between two words', () => {
    expect(drawn({ street: 'Зелена ' }).street).toBe('Зелена ');
    expect(drawn({ owners: [{}, { name: 'Бондаренко ' }] }).owners).toEqual([{}, { name: 'Бондаренко ' }]);
  });
  it('keeps what was settled where something of another kind is typed in its place', () => {
    const kept = { street: 'Зелена', owners: [{ name: 'Петро' }, { name: 'Ганна' }], group: { a: 'x' } };
    for (const other of [5, null, undefined, [1], 'text']) {
      expect(
        asTyped({ schema: {} }, kept, { street: other, owners: {}, group: other }),
        String(other),
      ).toEqual({
        ...kept,
        street: typeof other === 'string' ? other : 'Зелена',
      });
    }
    expect(asTyped({ schema: {} }, { a: null, n: 5 }, { a: {}, n: 6 })).toEqual({ a: null, n: 5 });
    expect(asTyped({ schema: {} }, kept, { owners: [{ name: 'Петро ' }] })).toEqual({
      ...kept,
      owners: [{ name: 'Петро ' }, { name: 'Ганна' }],
    });
  });
  it('shows what is computed, never what stood there before, and nothing that will not be sent', () => {
    expect(drawn({ street: 'Зелена ', full: 'вул. Інша', strange: 'щось' })).toEqual({
      street: 'Зелена ',
      full: 'вул. Зелена',
    });
  });
});
