import { expect, it } from 'vitest';
import { feelValue, interpolated } from './feel.ts';
import { small } from './small-service.testing.ts';

const names = { today: '2026-03-02', fee: 1250 };
const said = (text: { [language: string]: string }, language: string) =>
  interpolated(text, names, language, 'review').replaceAll('\u00a0', ' ');

it('a text speaks days and amounts as its language writes them, Ukrainian where it lacks the language asked for', () => {
  const both = { uk: 'до {{today}}, {{money(fee)}}', en: 'by {{today}}, {{money(fee)}}' };
  expect(said(both, 'uk')).toBe('до 02.03.2026, 12,50 ₴');
  expect(said(both, 'en')).toBe('by 2 March 2026, UAH 12.50');
  expect(said({ uk: both.uk }, 'en')).toBe(said(both, 'uk'));
});

it('a text stands in whichever language it has; one that has none is a fault of the definition', () => {
  expect(said({ pl: 'do {{fee}}' }, 'uk')).toBe('do 1250');
  expect(() => said({}, 'uk')).toThrow('definitionFault');
});

it('the nearest office is one that serves the place, or none', () => {
  const nearest = (source: string) => feelValue(small, source, {}, { agency: 'city', role: 'registrar' });
  expect(nearest('nearest("UA80000000000093317")')).toBe('central');
  for (const none of ['nearest("UA05000000000010236")', 'nearest(5)', 'nearest(null)'])
    expect(nearest(none)).toBeNull();
});
