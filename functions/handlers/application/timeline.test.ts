import { expect, it } from 'vitest';
import { toldOnce } from './timeline.ts';

const entry = (at: string, en: string, detail?: string) => ({
  at: `2026-06-01T${at}:00Z`,
  title: { uk: en, en },
  ...(detail ? { detail: { uk: detail, en: detail } } : {}),
});

it('a withdrawal and the end that it came to are told once', () => {
  const told = [entry('09:00', 'Submitted'), entry('10:00', 'Withdrawn')];
  expect(toldOnce([...told, entry('10:00', 'Withdrawn')])).toEqual(told);
});

it('what happened again at another time, or says more, is told again', () => {
  const told = [
    entry('09:00', 'Review'),
    entry('10:00', 'Returned'),
    entry('11:00', 'Returned'),
    entry('11:00', 'Returned', 'No seal'),
  ];
  expect(toldOnce(told)).toEqual(told);
});
