import { expect, it } from 'vitest';
import { identifier, plainName } from './latin.ts';

it('a name in Ukrainian becomes an identifier', () => {
  expect(identifier('Дозвіл на паркування')).toBe('dozvil-na-parkuvannia');
  expect(identifier('Їжа для Юлії')).toBe('yizha-dlia-yulii');
  expect(identifier('2 довідки')).toBe('dovidky');
  expect(identifier('Дуже довга назва послуги, якої не вимовити за один подих')).toMatch(
    /^[a-z][a-z0-9-]{0,38}[a-z0-9]$/,
  );
});

it('a label becomes the plain name of a field', () => {
  expect(plainName('Прізвище, імʼя, по батькові')).toBe('prizvyshcheImiaPoBatkovi');
  expect(plainName('Кількість дітей')).toBe('kilkistDitei');
});
