import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageFor } from './messages.ts';
import type { FormDefinition, Schema, Text } from './types.ts';

const form: FormDefinition = { schema: { type: 'object' } };
/** What is said about a breach of a keyword. */
const said = (
  keyword: string,
  schema: Schema,
  more: { widget?: string; file?: boolean; value?: unknown; form?: FormDefinition; at?: string } = {},
): Text =>
  messageFor(
    more.form ?? form,
    more.at ?? '/field',
    keyword,
    schema,
    more.widget,
    more.file ?? false,
    more.value,
  );
const uk = (...given: Parameters<typeof said>) => said(...given).uk;

describe('a field that is missing', () => {
  it.each<[Schema, string]>([
    [{ type: 'string' }, 'Заповніть це поле'],
    [{ const: true }, 'Поставте позначку, щоб підтвердити'],
    [{ type: 'boolean' }, 'Виберіть «так» або «ні»'],
    [{ enum: ['a'] }, 'Виберіть один варіант'],
    [{ oneOf: [] }, 'Виберіть один варіант'],
    [{ type: 'string', format: 'date' }, 'Введіть дату: день, місяць, рік'],
    [{ type: 'string', format: 'katottg' }, 'Виберіть населений пункт'],
    [{ type: 'array' }, 'Додайте хоча б один запис'],
    [{ type: 'integer' }, 'Введіть число'],
    [{ type: 'number' }, 'Введіть число'],
  ])('of %j says what to do', (schema, words) => {
    expect(uk('required', schema)).toBe(words);
    expect(uk('dependentRequired', schema)).toBe(words);
  });

  it('of files asks for a file, however many are missing', () => {
    expect(uk('required', { type: 'array' }, { file: true })).toBe('Додайте файл');
    expect(uk('minItems', { type: 'array', minItems: 1 }, { file: true })).toBe('Додайте файл');
    expect(uk('minItems', { type: 'array', minItems: 2 }, { file: true })).toBe(
      'Додайте щонайменше 2 записи',
    );
  });
});

describe('a field that is wrong', () => {
  it('is said in the service’s own words where it has some, of any row of a list', () => {
    const own = { uk: 'Це не ваша адреса', en: 'This is not your address' };
    const words: FormDefinition = { ...form, texts: { '/owners/*/email': { errors: { format: own } } } };
    expect(said('format', { format: 'email' }, { form: words, at: '/owners/3/email' })).toEqual(own);
    expect(uk('format', { format: 'email' }, { form: words, at: '/email' })).toMatch(/^Перевірте адресу/);
  });

  it('says how its kind is written', () => {
    expect(uk('format', { format: 'date' }, { value: '2026-02-30' })).toMatch(/^Такої дати немає/);
    expect(uk('format', { format: 'time' })).toBe('Введіть час як 14:30');
    expect(uk('format', { format: 'uri' })).toContain('https://');
    expect(uk('format', { format: 'katottg' }, { value: 'UA1' })).toBe('Виберіть населений пункт зі списку');
    expect(uk('format', { format: 'rnokpp' }, { value: '12' })).toBe(
      'Не та кількість знаків: потрібно 10 цифр',
    );
    expect(uk('format', { format: 'unzr' }, { value: '19859915-01231' })).toContain('датою народження');
    expect(uk('format', { format: 'phone' }, { value: '+380a00000000' })).toContain('+380 і 9 цифр');
    expect(uk('format', { format: 'other' })).toBe('Перевірте, як це записано');
    expect(uk('pattern', {})).toBe('Перевірте, як це записано');
  });

  it('says its bounds as people write numbers and money', () => {
    expect(said('minimum', { minimum: 0.5 })).toEqual({
      uk: 'Має бути не менше ніж 0,5',
      en: 'Must be 0.5 or more',
    });
    expect(uk('exclusiveMinimum', { exclusiveMinimum: 3 })).toBe('Має бути більше ніж 3');
    expect(uk('maximum', { maximum: 10 })).toBe('Має бути не більше ніж 10');
    expect(uk('exclusiveMaximum', { exclusiveMaximum: 10 })).toBe('Має бути менше ніж 10');
    expect(said('maximum', { maximum: 12_550 }, { widget: 'money' })).toEqual({
      uk: 'Має бути не більше ніж 125,50 грн',
      en: 'Must be UAH 125.50 or less',
    });
    expect(uk('multipleOf', { multipleOf: 5 })).toBe('Має ділитися на 5 без остачі');
  });

  it('says what to choose, tick, enter or remove', () => {
    expect(uk('uniqueItems', {})).toContain('приберіть один');
    expect(uk('const', { const: true })).toBe('Поставте позначку, щоб підтвердити');
    expect(uk('const', { const: 'a' })).toBe('Виберіть інший варіант');
    for (const keyword of ['enum', 'oneOf', 'anyOf'])
      expect(uk(keyword, {})).toBe('Виберіть один із варіантів');
    expect(uk('type', { type: 'integer' })).toBe('Введіть число цифрами');
    expect(uk('type', { type: 'number' })).toBe('Введіть число цифрами');
    expect(uk('type', { type: 'boolean' })).toBe('Виберіть «так» або «ні»');
    expect(uk('somethingNew', {})).toBe('Перевірте це поле');
  });
});

describe('a count', () => {
  it('takes the form of the word that Ukrainian and English want', () => {
    const of = (n: number) => said('maxLength', { maxLength: n });
    expect([1, 2, 5, 11, 21, 104].map((n) => of(n).uk)).toEqual([
      'Скоротіть: не більше ніж 1 знак',
      'Скоротіть: не більше ніж 2 знаки',
      'Скоротіть: не більше ніж 5 знаків',
      'Скоротіть: не більше ніж 11 знаків',
      'Скоротіть: не більше ніж 21 знак',
      'Скоротіть: не більше ніж 104 знаки',
    ]);
    expect(of(1).en).toBe('Shorten it to at most 1 character');
    expect(said('maxItems', { maxItems: 1 }).en).toBe('Keep at most 1 entry');
    expect(said('maxItems', { maxItems: 3 })).toEqual({
      uk: 'Залиште не більше ніж 3 записи',
      en: 'Keep at most 3 entries',
    });
  });

  it('is in both languages of every message, whatever the keyword', () => {
    const keyword = fc.constantFrom('minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum');
    fc.assert(
      fc.property(keyword, fc.nat(10_000), (word, limit) => {
        const { uk: one = '', en: other = '' } = said(word, { [word]: limit });
        expect(one).toContain(String(limit));
        expect(other).toContain(String(limit));
        expect(one).not.toBe(other);
      }),
    );
  });
});
