import { expect, it } from 'vitest';
import { feelValue, interpolated, isTrue, listOf } from './feel.ts';
import { Refused } from './refuse.ts';
import { small } from './small-service.testing.ts';

const names = { today: '2026-03-02', fee: 1250 };
const said = (text: { [language: string]: string }, language: string) =>
  interpolated(text, names, language, 'review').replaceAll('\u00a0', ' ');
/** What is said of a fault of the definition. */
function fault(broken: () => unknown): string | undefined {
  try {
    broken();
    return 'no fault';
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === 'definitionFault') return error.refusal.message.en;
    throw error;
  }
}

it('a text speaks days and amounts as its language writes them, Ukrainian where it lacks the language asked for', () => {
  const both = { uk: 'до {{today}}, {{money(fee)}}', en: 'by {{today}}, {{money(fee)}}' };
  expect(said(both, 'uk')).toBe('до 02.03.2026, 12,50 ₴');
  expect(said(both, 'en')).toBe('by 2 March 2026, UAH 12.50');
  expect(said({ uk: both.uk }, 'en')).toBe(said(both, 'uk'));
  expect(said({ pl: 'do {{today}}', uk: both.uk }, 'en')).toBe(said(both, 'uk'));
});

it('a text stands in whichever language it has; one that has none is a fault of the definition', () => {
  expect(said({ pl: 'do {{fee}}' }, 'uk')).toBe('do 1250');
  expect(fault(() => said({}, 'uk'))).toContain('(review): a text without a language');
});

it('the nearest office is one that serves the place, or none', () => {
  const nearest = (source: string) => feelValue(small, source, {}, { agency: 'city', role: 'registrar' });
  expect(nearest('nearest("UA80000000000093317")')).toBe('central');
  for (const none of ['nearest("UA05000000000010236")', 'nearest(5)', 'nearest(null)'])
    expect(nearest(none)).toBeNull();
  const gone = { agency: 'gone', role: 'registrar' };
  expect(feelValue(small, 'nearest("UA80000000000093317")', {}, gone)).toBeNull();
});

it('a condition is true or false, and a list is a list; all else is a fault that quotes the expression', () => {
  expect(isTrue(small, 'fee > 1000', names, 'review')).toBe(true);
  expect(fault(() => isTrue(small, 'fee', names, 'review'))).toContain(
    '(review): “fee” is neither true nor false',
  );
  expect(listOf(small, '[fee]', names, 'review')).toEqual([1250]);
  expect(fault(() => listOf(small, 'fee', names, 'consents'))).toContain('(consents): “fee” is no list');
});
