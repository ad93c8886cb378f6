import { describe, expect, it } from 'vitest';
import { changeable, changesOf } from './changes.ts';

const file = { id: 'a', name: 'a.pdf', size: 1 };
const form = {
  person: { name: 'Олена', birthDate: '1991-08-24' },
  owners: [{ name: 'Петро' }],
  authority: { number: '1', proof: [file] },
};

describe('a correction of a decided case', () => {
  it('names each field that was changed, a list as one', () => {
    const to = { ...form, person: { ...form.person, name: 'Олеся' }, owners: [] };
    expect(changesOf(form, to)).toEqual({
      '/person/name': { from: 'Олена', to: 'Олеся' },
      '/owners': { from: form.owners, to: [] },
    });
  });
  it('takes what is left empty for no change', () => {
    expect(changesOf(form, { ...form, note: '', contact: { phone: undefined } })).toEqual({});
  });
  it('leaves files and what the officer does not see alone', () => {
    expect(changeable(form, ['/person', '/authority', '/hidden'])).toEqual(['/person', '/authority/number']);
  });
});
