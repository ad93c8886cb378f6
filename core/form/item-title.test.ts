import { describe, expect, it } from 'vitest';
import { headOf, optionOf } from './item-title.ts';

const same = (text: string) => ({ uk: text, en: text });
const experience = { uk: 'Досвід', en: 'Experience' };

describe('a choice that an item of data is', () => {
  it('is the item itself, where it is a text, a number or a yes', () => {
    expect(optionOf('Ціна')).toEqual([{ value: 'Ціна', title: same('Ціна') }]);
    expect(optionOf(0)).toEqual([{ value: 0, title: same('0') }]);
    expect(optionOf(false)).toEqual([{ value: false, title: same('false') }]);
  });

  it('is none where there is nothing to keep of the item', () => {
    for (const item of ['', null, [1], {}, { label: 'x' }, { value: '' }, { id: { a: 1 } }])
      expect(optionOf(item), JSON.stringify(item)).toEqual([]);
  });

  it('is the value of an item that has fields, else its id, key or code', () => {
    const values = (item: { [name: string]: string | number | boolean | null }) =>
      optionOf(item).map(({ value }) => value);
    expect(values({ code: 'c', key: 'k', id: 'i', value: 'v' })).toEqual(['v']);
    expect(values({ code: 'c', key: 'k', id: 7, value: '' })).toEqual([7]);
    expect(values({ code: 'c', key: 'k', id: null })).toEqual(['k']);
    expect(values({ code: false })).toEqual([false]);
  });

  it('is called by the title of the item, else by its name, else by its value', () => {
    const titled = (item: { [name: string]: string | number | { [language: string]: string | number } }) =>
      optionOf({ id: 'x1', ...item })[0]?.title;
    expect(titled({ title: experience, name: 'Інша' })).toEqual(experience);
    expect(titled({ title: 'Досвід', name: 'Інша' })).toEqual(same('Досвід'));
    expect(titled({ title: 2026 })).toEqual(same('2026'));
    expect(titled({ title: '', name: 'Лесі Українки' })).toEqual(same('Лесі Українки'));
    expect(titled({ title: { uk: 5 }, name: experience })).toEqual(experience);
    expect(titled({ name: { en: 'Only English' } })).toEqual(same('x1'));
    expect(titled({})).toEqual(same('x1'));
  });

  it('that is a person is called by surname, name and patronymic, as far as they have them', () => {
    const person = (parts: object) => optionOf({ id: 1, ...parts })[0]?.title.uk;
    expect(person({ patronymic: 'Петрівна', name: 'Ірина', surname: 'Коваль' })).toBe(
      'Коваль Ірина Петрівна',
    );
    expect(person({ patronymic: '', name: 'Ірина', surname: null })).toBe('Ірина');
    expect(person({ patronymic: '', name: '' })).toBe('1');
  });
});

describe('what a row is headed by', () => {
  it('is the item itself, and of one that has fields its title or its name', () => {
    expect(headOf('Ціна')).toEqual(same('Ціна'));
    expect(headOf(3)).toEqual(same('3'));
    expect(headOf({ first: 'x', title: experience })).toEqual(experience);
    expect(headOf({ rnokpp: '1', surname: 'Коваль', name: 'Ірина' })).toEqual(same('Коваль Ірина'));
  });

  it('is else the first text that the item has, and nothing where it has none', () => {
    expect(headOf({ n: 5, empty: '', rnokpp: '2', other: '3' })).toEqual(same('2'));
    for (const item of [null, [], ['a'], {}, { n: null, empty: '' }])
      expect(headOf(item), JSON.stringify(item)).toEqual({});
  });
});
