import { type IdentifierKind, isIdentifierKind, type Wrong, wrongWith } from '#core/reference/wrong.ts';
import type { Text } from './types.ts';

const both = (uk: string, en: string): Text => ({ uk, en });

/** How each is written, for a sentence. */
const shapes: { readonly [kind in IdentifierKind]: Text } = {
  rnokpp: both('10 цифр', '10 digits'),
  unzr: both('8 цифр, дефіс і 5 цифр', '8 digits, a hyphen and 5 digits'),
  edrpou: both('8 цифр', '8 digits'),
  iban: both('UA і 27 цифр', 'UA and 27 digits'),
  katottg: both('UA і 17 цифр', 'UA and 17 digits'),
  passport: both(
    '9 цифр ID-картки або дві українські літери і 6 цифр',
    '9 digits of an ID card, or two Ukrainian letters and 6 digits',
  ),
  phone: both('+380 і 9 цифр', '+380 and 9 digits'),
};

const reasons: { readonly [wrong in Wrong]: (shape: Text) => Text } = {
  characters: ({ uk, en }) =>
    both(`Є зайвий знак: потрібно ${uk}`, `There is a sign that does not belong: enter ${en}`),
  length: ({ uk, en }) => both(`Не та кількість знаків: потрібно ${uk}`, `Wrong length: enter ${en}`),
  date: () =>
    both(
      'Перші 8 цифр мають бути датою народження: рік, місяць, день',
      'The first 8 digits must be a date of birth: year, month, day',
    ),
  check: () =>
    both(
      'Одна з цифр помилкова: звірте номер із документом',
      'One of the digits is wrong: compare the number with the document',
    ),
};

/** Why a number is wrong and what to enter; undefined where the format is none of a number, or nothing is wrong. */
export function whyWrong(format: unknown, value: unknown): Text | undefined {
  // a settlement is chosen from a list: its code says nothing to the one who chooses
  if (!isIdentifierKind(format) || format === 'katottg' || typeof value !== 'string') return undefined;
  const wrong = wrongWith(format, value);
  return wrong && reasons[wrong](shapes[format]);
}
