import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from './date-widget.tsx';
import { normal } from './normal.ts';
import { kopiikas } from './text-widgets.tsx';

describe('what people type', () => {
  it('money becomes whole kopiikas, whatever the comma', () => {
    expect(kopiikas('129,75')).toBe(12975);
    expect(kopiikas('1 234.5')).toBe(123450);
    expect(kopiikas('')).toBeUndefined();
    expect(kopiikas('сто')).toBe('сто');
    fc.assert(
      fc.property(fc.nat(100_000_000), (n) => {
        expect(kopiikas((n / 100).toFixed(2).replace('.', ','))).toBe(n);
      }),
    );
  });

  it('a date is put together from its parts, and an unfinished one is kept', () => {
    expect(dayOf(['5', '3', '1985'])).toBe('1985-03-05');
    expect(dayOf(['', '', ''])).toBeUndefined();
    expect(dayOf(['5', '', ''])).toBe('-00-05');
  });

  it('identifiers come into their written form, once and for all', () => {
    expect(normal('unzr', '1985 0615 01231')).toBe('19850615-01231');
    expect(normal('phone', '044 123-45-67')).toBe('+380441234567');
    expect(normal('passport', 'aa 123456')).toBe('АА123456');
    expect(normal('iban', 'ua21 3223 1300 0002 6007 2335 6600 1')).toBe('UA213223130000026007233566001');
    fc.assert(
      fc.property(
        fc.constantFrom('rnokpp', 'unzr', 'phone', 'iban', 'passport', ''),
        fc.string(),
        (format, text) => {
          expect(normal(format, normal(format, text))).toBe(normal(format, text));
        },
      ),
    );
  });
});
