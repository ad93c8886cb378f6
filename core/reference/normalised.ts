import type { IdentifierKind } from './wrong.ts';

/** Letters of the two alphabets that look the same, in the same order. */
const LATIN = 'ABCEHIKMOPTXY';
const CYRILLIC = 'АВСЕНІКМОРТХУ';
const toCyrillic = new Map([...LATIN].map((letter, n) => [letter, CYRILLIC[n] ?? letter]));

/** Letters that stand where a digit was meant. */
const DIGITS = new Map([...'OОI|ІLЗ'].map((letter, n) => [letter, '0011113'[n] ?? letter]));

const each = (text: string, map: ReadonlyMap<string, string>): string =>
  [...text].map((sign) => map.get(sign) ?? sign).join('');

/** “UA” in whichever alphabet, then digits. */
const afterUa = (text: string): string =>
  /^[UУ][AА]/.test(text) ? `UA${each(text.slice(2), DIGITS)}` : each(text, DIGITS);

/** A telephone number in international form, where it is written as it is dialled within Ukraine. */
function phone(text: string): string {
  const digits = text.replace(/[()]/g, '');
  if (/^0\d{9}$/.test(digits)) return `+38${digits}`;
  return /^380\d{9}$/.test(digits) ? `+${digits}` : digits;
}

const write: { readonly [kind in IdentifierKind]: (text: string) => string } = {
  rnokpp: (text) => each(text, DIGITS),
  edrpou: (text) => each(text, DIGITS),
  unzr: (text) => each(text, DIGITS).replace(/^(\d{8})(\d{5})$/, '$1-$2'),
  iban: afterUa,
  katottg: afterUa,
  passport: (text) =>
    /^\D{2}/.test(text)
      ? each(text.slice(0, 2), toCyrillic) + each(text.slice(2), DIGITS)
      : each(text, DIGITS),
  phone,
};

/**
 * A number as it is kept: without blanks and dashes, in capitals, look-alike signs of the other alphabet (and letters for
 * digits) put right. What is not understood stays for `wrongWith` to name. A second time it changes nothing.
 */
export function normalised(kind: IdentifierKind, text: string): string {
  return write[kind](text.replace(/[\s\u00ad\u2010-\u2015\u2212-]/g, '').toUpperCase());
}
