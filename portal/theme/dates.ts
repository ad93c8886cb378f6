import type { Language } from './language.tsx';

const locales = { uk: 'uk-UA', en: 'en-GB' };
/** What law and offices go by, wherever the reader is. */
const zone = 'Europe/Kyiv';

/** «р.» stays with its year at the end of a line. */
const withYear = (text: string): string => text.replace(/ (?=р\.)/, '\u00a0');

/** `2026-03-01` or an instant as a day a person reads: «1 березня 2026 р.». */
export function showDay(value: string, language: Language): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const date = new Date(day ? `${value}T00:00:00Z` : value);
  if (Number.isNaN(date.getTime())) return value;
  const said = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeZone: day ? 'UTC' : zone,
  });
  return withYear(said.format(date));
}

/** The day of an instant in Kyiv: `2026-03-01`. */
export const dayOf = (instant: Date | number): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(instant);

/** The calendar day of an instant in Kyiv, in days since 1970: what «tomorrow» is counted by. */
export const dayNumber = (instant: number): number => Date.parse(`${dayOf(instant)}T00:00:00Z`) / 86_400_000;

/** A day as a day, an instant with its hour. */
export const showWhen = (value: string, language: Language): string =>
  value.length === 10 ? showDay(value, language) : showInstant(value, language);

/** An instant with its hour, in Kyiv time. */
export function showInstant(value: string, language: Language): string {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  const said = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zone,
  });
  return withYear(said.format(date));
}

/** Money of the smallest unit (kopiikas) as a person reads it: 12975 -> «129,75 ₴». */
export function showMoney(kopiikas: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency: 'UAH',
    currencyDisplay: 'narrowSymbol',
  }).format(kopiikas / 100);
}

/** A size of a file in the largest unit that reads well. */
export function showSize(bytes: number, language: Language): string {
  const [value, unit] =
    bytes >= 1048576
      ? ([bytes / 1048576, 'megabyte'] as const)
      : ([Math.max(1, Math.round(bytes / 1024)), 'kilobyte'] as const);
  return new Intl.NumberFormat(locales[language], {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(value);
}
