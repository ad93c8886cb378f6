import { expect, it } from 'vitest';
import { fromPointers, withChanges } from './pointer.ts';

it('changes by pointer are laid over a form, null takes out what was there', () => {
  const form = { name: 'Ганна', owners: [{ name: 'Петро', email: 'p@x' }], note: 'так' };
  expect(
    withChanges(form, { '/name': 'Ольга', '/owners/0/email': null, '/note': null, '/home/city': 'Київ' }),
  ).toStrictEqual({ name: 'Ольга', owners: [{ name: 'Петро' }], home: { city: 'Київ' } });
  expect(form.note).toBe('так');
});

it('what is said by pointer is read as a form: null says nothing, at any depth', () => {
  expect(
    fromPointers({
      ...{ '/name': 'Ганна', '/note': null, '/small': false },
      '/home': { city: 'Київ', flat: null, rooms: [{ size: 12, use: null }, 'x', 0] },
    }),
  ).toStrictEqual({
    ...{ name: 'Ганна', small: false },
    home: { city: 'Київ', rooms: [{ size: 12 }, 'x', 0] },
  });
});
