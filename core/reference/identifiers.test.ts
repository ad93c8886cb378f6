import { describe, expect, it } from 'vitest';
import { isDay, isEdrpou, isIban, isKatottg, isPassport, isPhone, isRnokpp, isUnzr } from './identifiers.ts';

describe('identifiers with check digits', () => {
  it.each(['1759013776', '2530414071', '3121212314', '3121210130'])('takes RNOKPP %s', (one) => {
    expect(isRnokpp(one)).toBe(true);
  });
  it.each(['1759013770', '175901377', '17590137766', ''])('refuses RNOKPP %s', (one) => {
    expect(isRnokpp(one)).toBe(false);
  });
  it.each(['32855961', '14360570', '00032129', '00015622', '01000098', '35000016', '01000730', '35000120'])(
    'takes EDRPOU %s',
    (one) => {
      expect(isEdrpou(one)).toBe(true);
    },
  );
  it('refuses an EDRPOU with a wrong check', () => {
    expect(isEdrpou('32855968')).toBe(false);
  });
  it('takes UNZR of real days only, with its check', () => {
    expect(isUnzr('19910824-00026')).toBe(true);
    expect(isUnzr('19850615-01231')).toBe(true);
    expect(isUnzr('19910824-00025')).toBe(false);
    expect(isUnzr('19910231-00026')).toBe(false);
  });
  it('takes an account number whose remainder is one', () => {
    expect(isIban('UA213223130000026007233566001')).toBe(true);
    expect(isIban('UA903052992990004149123456789')).toBe(true);
    expect(isIban('UA813052990000026005046302901')).toBe(false);
  });
  it.each([isRnokpp, isUnzr, isDay, isEdrpou, isIban, isKatottg, isPhone, isPassport])(
    'is no text of another shape: %o',
    (is) => {
      const near = ['1759013776', '19910824-00026', '2024-02-29', '32855961', 'UA80000000000093317'];
      for (const text of [
        '',
        ' ',
        'завтра',
        '٣٢٨٥٥٩٦١',
        ...near.flatMap((one) => [`${one}\n`, ` ${one}`, `${one}0x`]),
      ])
        expect([text, is(text)]).toEqual([text, false]);
    },
  );
  it('takes the shapes of the rest', () => {
    expect(isKatottg('UA80000000000093317')).toBe(true);
    expect(isPhone('+380441234567')).toBe(true);
    expect(isPassport('АА123456')).toBe(true);
    expect(isPassport('123456789')).toBe(true);
    expect(isPassport('ЫЪ123456')).toBe(false);
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2023-02-29')).toBe(false);
  });
});
