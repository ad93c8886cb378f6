/** Latin letters that look Cyrillic, as they are typed into a passport's series by mistake. */
const lookalikes: { readonly [letter: string]: string } = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  I: 'І',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
};

const tidies: { readonly [format: string]: (text: string) => string } = {
  rnokpp: (text) => text.replace(/[\s-]/g, ''),
  edrpou: (text) => text.replace(/[\s-]/g, ''),
  unzr: (text) => text.replace(/[\s-]/g, '').replace(/^(\d{8})(\d{5})$/, '$1-$2'),
  iban: (text) => text.replace(/[\s-]/g, '').toUpperCase(),
  phone: (text) => {
    const digits = text.replace(/[\s()-]/g, '');
    if (/^0\d{9}$/.test(digits)) return `+38${digits}`;
    return /^380\d{9}$/.test(digits) ? `+${digits}` : digits;
  },
  passport: (text) =>
    [...text.replace(/[\s-]/g, '').toUpperCase()].map((letter) => lookalikes[letter] ?? letter).join(''),
};

/** Brings what was typed into the written form of its format: blanks out, hyphen in, country code before. */
export function normal(format: string, text: string): string {
  return (tidies[format] ?? ((same: string) => same))(text.trim());
}
