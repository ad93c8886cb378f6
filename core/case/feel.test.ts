import { expect, it } from 'vitest';
import { interpolated } from './feel.ts';

const names = { today: '2026-03-02', fee: 1250 };
const said = (text: { [language: string]: string }, language: string) =>
  interpolated(text, names, language, 'review').replaceAll('\u00a0', ' ');

it('a text speaks days and amounts as its language writes them, Ukrainian where it lacks the language asked for', () => {
  const both = { uk: 'до {{today}}, {{money(fee)}}', en: 'by {{today}}, {{money(fee)}}' };
  expect(said(both, 'uk')).toBe('до 02.03.2026, 12,50 ₴');
  expect(said(both, 'en')).toBe('by 2 March 2026, UAH 12.50');
  expect(said({ uk: both.uk }, 'en')).toBe(said(both, 'uk'));
});
