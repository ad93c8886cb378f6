import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalised } from './normalised.ts';
import { type IdentifierKind, isIdentifierKind, wrongWith } from './wrong.ts';

const right: [IdentifierKind, string][] = [
  ['rnokpp', '1759013776'],
  ['unzr', '19910824-00026'],
  ['edrpou', '14360570'],
  ['iban', 'UA213223130000026007233566001'],
  ['katottg', 'UA80000000000093317'],
  ['passport', 'АА123456'],
  ['passport', '123456789'],
  ['phone', '+380441234567'],
];

describe('what is wrong with a number', () => {
  it.each(right)('nothing: %s %s', (kind, text) => {
    expect(wrongWith(kind, text)).toBeUndefined();
  });
  it.each([
    ['rnokpp', '175901377', 'length'],
    ['rnokpp', '17590137X6', 'characters'],
    ['rnokpp', '1759013770', 'check'],
    ['unzr', '19910231-00026', 'date'],
    ['unzr', '19910824-00025', 'check'],
    ['unzr', '19910824000266', 'characters'],
    ['edrpou', '32855968', 'check'],
    ['iban', 'UA813052990000026005046302901', 'check'],
    ['iban', 'UA8130529900000260050463029', 'length'],
    ['katottg', 'DE80000000000093317', 'characters'],
    ['passport', 'АА1234567', 'length'],
    ['passport', '12345678', 'length'],
    ['passport', 'ЫЪ123456', 'characters'],
    ['phone', '+38044123456', 'length'],
  ] as [IdentifierKind, string, string][])('%s %s: %s', (kind, text, reason) => {
    expect(wrongWith(kind, text)).toBe(reason);
  });
  it('is one wrong digit away, and that is always noticed in an account number', () => {
    const iban = 'UA213223130000026007233566001';
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 28 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digit = (Number(iban[at]) + by) % 10;
        expect(wrongWith('iban', `${iban.slice(0, at)}${digit}${iban.slice(at + 1)}`)).toBe('check');
      }),
    );
  });
  it('is asked only of kinds that are known', () => {
    expect([isIdentifierKind('iban'), isIdentifierKind('email'), isIdentifierKind('toString')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a number as it is kept', () => {
  it.each([
    ['rnokpp', '175 901 3776', '1759013776'],
    ['rnokpp', '31212123І4', '3121212314'],
    ['unzr', '1991082400026', '19910824-00026'],
    ['unzr', '19910824–00026', '19910824-00026'],
    ['edrpou', '1436О57О', '14360570'],
    ['iban', 'ua21 3223 1300 0002 6007 2335 6600 1', 'UA213223130000026007233566001'],
    ['katottg', 'УА80000000000093317', 'UA80000000000093317'],
    ['passport', 'aa 123456', 'АА123456'],
    ['passport', 'КМ № 123456', 'КМ№123456'],
    ['phone', '044 123-45-67', '+380441234567'],
    ['phone', '38 (044) 123 45 67', '+380441234567'],
  ] as [IdentifierKind, string, string][])('%s: %s becomes %s', (kind, text, kept) => {
    expect(normalised(kind, text)).toBe(kept);
  });
  it('is what is right already, and a second time changes nothing', () => {
    for (const [kind, text] of right) expect(normalised(kind, text)).toBe(text);
    fc.assert(
      fc.property(
        fc.constantFrom(...right.map(([kind]) => kind)),
        fc.string({ unit: fc.constantFrom(...'0123456789UAУАOОЗІl- +()і№') }),
        (kind, text) => {
          const once = normalised(kind, text);
          expect(normalised(kind, once)).toBe(once);
        },
      ),
    );
  });
});
