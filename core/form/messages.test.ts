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
  it.each<[Schema, string, string]>([
    [{ type: 'string' }, 'Заповніть це поле', 'Fill in this field'],
    [{ const: true }, 'Поставте позначку, щоб підтвердити', 'Tick the box to confirm'],
    [{ type: 'boolean' }, 'Виберіть «так» або «ні»', 'Choose yes or no'],
    [{ enum: ['a'] }, 'Виберіть один варіант', 'Choose one option'],
    [{ oneOf: [] }, 'Виберіть один варіант', 'Choose one option'],
    [{ type: 'string', format: 'date' }, 'Введіть дату: день, місяць, рік', 'Enter a date: day, month, year'],
    [{ type: 'string', format: 'katottg' }, 'Виберіть населений пункт', 'Choose a settlement'],
    [{ type: 'array' }, 'Додайте хоча б один запис', 'Add at least one entry'],
    [{ type: 'integer' }, 'Введіть число', 'Enter a number'],
    [{ type: 'number' }, 'Введіть число', 'Enter a number'],
  ])('of %j says what to do', (schema, words, inEnglish) => {
    expect(said('required', schema)).toEqual({ uk: words, en: inEnglish });
    expect(said('dependentRequired', schema)).toEqual({ uk: words, en: inEnglish });
  });

  it('of files asks for a file, however many are missing', () => {
    expect(said('required', { type: 'array' }, { file: true })).toEqual({
      uk: 'Додайте файл',
      en: 'Attach a file',
    });
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
    const check = { uk: 'Перевірте, як це записано', en: 'Check how this is written' };
    expect(said('format', { format: 'other' })).toEqual(check);
    expect(said('format', { format: 'rnokpp' }, { value: 5 })).toEqual(check);
    expect(said('pattern', {})).toEqual(check);
  });

  it('says what is wrong with a number in English too', () => {
    const en = (format: string, value: string) => said('format', { format }, { value }).en;
    expect(en('rnokpp', '12')).toBe('Wrong length: enter 10 digits');
    expect(en('phone', '+380a00000000')).toBe(
      'There is a sign that does not belong: enter +380 and 9 digits',
    );
    expect(en('unzr', '19859915-01231')).toBe('The first 8 digits must be a date of birth: year, month, day');
    expect(en('rnokpp', '1759013770')).toBe(
      'One of the digits is wrong: compare the number with the document',
    );
  });

  it('says its bounds as people write numbers and money', () => {
    expect(said('minimum', { minimum: 0.5 })).toEqual({
      uk: 'Має бути не менше ніж 0,5',
      en: 'Must be 0.5 or more',
    });
    expect(said('exclusiveMinimum', { exclusiveMinimum: 3 })).toEqual({
      uk: 'Має бути більше ніж 3',
      en: 'Must be more than 3',
    });
    expect(uk('maximum', { maximum: 10 })).toBe('Має бути не більше ніж 10');
    expect(said('exclusiveMaximum', { exclusiveMaximum: 10 })).toEqual({
      uk: 'Має бути менше ніж 10',
      en: 'Must be less than 10',
    });
    expect(said('maximum', { maximum: 12_550 }, { widget: 'money' })).toEqual({
      uk: 'Має бути не більше ніж 125,50 грн',
      en: 'Must be UAH 125.50 or less',
    });
    expect(said('multipleOf', { multipleOf: 5 })).toEqual({
      uk: 'Має ділитися на 5 без остачі',
      en: 'Must be a multiple of 5',
    });
  });

  it('says what to choose, tick, enter or remove', () => {
    expect(said('uniqueItems', {})).toEqual({
      uk: 'Два записи однакові: приберіть один',
      en: 'Two entries are the same: remove one',
    });
    expect(said('const', { const: true })).toEqual({
      uk: 'Поставте позначку, щоб підтвердити',
      en: 'Tick the box to confirm',
    });
    expect(said('const', { const: 'a' })).toEqual({
      uk: 'Виберіть інший варіант',
      en: 'Choose another option',
    });
    for (const keyword of ['enum', 'oneOf', 'anyOf'])
      expect(said(keyword, {})).toEqual({
        uk: 'Виберіть один із варіантів',
        en: 'Choose one of the options',
      });
    for (const type of ['integer', 'number'])
      expect(said('type', { type })).toEqual({ uk: 'Введіть число цифрами', en: 'Enter a number in digits' });
    expect(uk('type', { type: 'boolean' })).toBe('Виберіть «так» або «ні»');
    expect(said('somethingNew', {})).toEqual({ uk: 'Перевірте це поле', en: 'Check this field' });
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
    expect(said('minLength', { minLength: 2 })).toEqual({
      uk: 'Потрібно щонайменше 2 знаки',
      en: 'Enter at least 2 characters',
    });
    expect([1, 5].map((n) => said('maxItems', { maxItems: n }).uk)).toEqual([
      'Залиште не більше ніж 1 запис',
      'Залиште не більше ніж 5 записів',
    ]);
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
