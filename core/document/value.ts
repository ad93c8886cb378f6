import { words } from './words.ts';

type TextOf = { [language: string]: string };

/** A text in a language, else in Ukrainian, else in whichever there is. */
export const inLanguage = (text: TextOf, language: string): string =>
  text[language] ?? text.uk ?? Object.values(text)[0] ?? '';

/** A day (`2026-11-24`) in full: «24 листопада 2026 року». */
export function dayInWords(day: string, language: string): string {
  const said = new Intl.DateTimeFormat(words(language).locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`));
  return language === 'uk' ? said.replace(/\s?р\.$/, ' року') : said;
}

/** The day of an instant in a time zone, `2026-11-24`. */
export const dayOf = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(instant));

/** An instant in figures: `24.11.2026, 15:30`. */
export const momentInFigures = (instant: string, zone: string): string =>
  `${dayInFigures(dayOf(instant, zone))}, ${new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(instant))}`;

const dayInFigures = (day: string) => day.split('-').reverse().join('.');

/** Days and instants inside a text as people write them. */
export const readable = (text: string, zone: string): string =>
  text
    .replace(/(?<![\d-])\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})/g, (instant) =>
      Number.isNaN(Date.parse(instant)) ? instant : momentInFigures(instant, zone),
    )
    .replace(/(?<![\d-])\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\d-])/g, dayInFigures);

/** A value as a document says it: a dash for nothing, days in figures, yes and no, numbers grouped, lists joined. */
export function shown(value: unknown, language: string, zone: string): string {
  const say = words(language);
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (typeof value === 'number')
    return new Intl.NumberFormat(say.locale, { maximumFractionDigits: 6 }).format(value);
  if (typeof value === 'string') return readable(value, zone);
  if (Array.isArray(value))
    return value.length === 0 ? '—' : value.map((item) => shown(item, language, zone)).join('; ');
  if (typeof value !== 'object') return String(value);
  const object = value as Record<string, unknown>;
  if (typeof object[language] === 'string' && Object.values(object).every((text) => typeof text === 'string'))
    return object[language];
  const name = ['surname', 'name', 'patronymic']
    .map((part) => object[part])
    .filter((part) => typeof part === 'string');
  if (typeof object.surname === 'string') return name.join(' ');
  const parts = Object.values(object).filter((part) => part !== null && part !== undefined && part !== '');
  return parts.length === 0 ? '—' : parts.map((part) => shown(part, language, zone)).join(', ');
}
