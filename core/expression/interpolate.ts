import { compile } from './compile.ts';
import { evaluate, type Value } from './evaluate.ts';

const hole = /\{\{([\s\S]+?)\}\}/g;

/** The expressions in a text. */
export const expressionsIn = (text: string): string[] =>
  [...text.matchAll(hole)].map(([, source = '']) => source.trim());

/**
 * A text with its `{{ FEEL }}` filled in; an absent value leaves nothing.
 * With a language, days read as people write them there and `money(n)` gives hryvnias (n in kopiikas).
 * @throws ExpressionError
 */
export function interpolate(
  text: string,
  context: Readonly<Record<string, unknown>>,
  language?: string,
): string {
  const names = { ...context, money: (amount: unknown) => asMoney(amount, language ?? 'uk') };
  return text.replace(hole, (_, source: string) =>
    readable(evaluate(compile(source.trim(), Object.keys(names)), names), language),
  );
}

/** As Ukrainian papers write a day: 02.03.2026. */
const DIGITS = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;

/** English as Europe writes it. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

function asMoney(amount: unknown, language: string): string | null {
  if (typeof amount !== 'number' || !Number.isInteger(amount)) return null;
  return new Intl.NumberFormat(localeOf(language), { style: 'currency', currency: 'UAH' }).format(
    amount / 100,
  );
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day (YYYY-MM-DD) as people write it in a language: 02.03.2026, 2 March 2026; what is no day stays as it is. */
export function sayDay(day: string, language: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (!ISO_DAY.test(day) || Number.isNaN(at.getTime())) return day;
  return new Intl.DateTimeFormat(localeOf(language), {
    ...(language === 'uk' ? DIGITS : { dateStyle: 'long' }),
    timeZone: 'UTC',
  }).format(at);
}

function readable(value: Value, language: string | undefined): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((v) => readable(v, language)).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'string' && language !== undefined) return sayDay(value, language);
  return String(value);
}
