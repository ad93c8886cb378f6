import type { Json } from '../commands/json.ts';
import { type DurationUnit, durationParts, durationUnits, type Plain, writtenDuration } from './duration.ts';

type Language = 'uk' | 'en';
/** Ukrainian by the plural of the number (1, 2, 5); English: one, more. */
const words: { readonly [unit in DurationUnit]: { uk: readonly string[]; en: readonly string[] } } = {
  workingDays: { uk: ['робочий день', 'робочі дні', 'робочих днів'], en: ['working day', 'working days'] },
  Y: { uk: ['рік', 'роки', 'років'], en: ['year', 'years'] },
  M: { uk: ['місяць', 'місяці', 'місяців'], en: ['month', 'months'] },
  W: { uk: ['тиждень', 'тижні', 'тижнів'], en: ['week', 'weeks'] },
  D: { uk: ['день', 'дні', 'днів'], en: ['day', 'days'] },
  hours: { uk: ['година', 'години', 'годин'], en: ['hour', 'hours'] },
  minutes: { uk: ['хвилина', 'хвилини', 'хвилин'], en: ['minute', 'minutes'] },
  seconds: { uk: ['секунда', 'секунди', 'секунд'], en: ['second', 'seconds'] },
};
const forms = ['one', 'few', 'many'];
const plural = { uk: new Intl.PluralRules('uk'), en: new Intl.PluralRules('en') };

/** So many of a unit in words: «3 робочі дні», “2 weeks”. */
export function unitWords({ n, unit }: Plain, language: Language): string {
  const list = words[unit][language];
  const form = plural[language].select(n);
  return `${n} ${list[form === 'other' ? list.length - 1 : forms.indexOf(form)]}`;
}

/** A duration in words; null where the value is none. */
export const durationWords = (value: Json | undefined, language: Language): string | null =>
  durationParts(value)
    ?.map((part) => unitWords(part, language))
    .join(' ') ?? null;

/** What people write for a unit, in either language: whole words, their endings and what is short for them. */
const written: readonly (readonly [DurationUnit, RegExp])[] = [
  [
    'workingDays',
    /^(роб(\.|оч\p{L}*)? ?(день|дн\p{L}*\.?|д\.?)|р\. ?д\.|(working|work|business) ?days?|w\.?d\.?)$/u,
  ],
  ['Y', /^(рік|рок\p{L}*|р\.?|years?|yrs?|y)$/u],
  ['M', /^(міс(\.|яц\p{L}*)?|months?|mo)$/u],
  ['W', /^(тиж(\.|день|н\p{L}*)?|weeks?|wks?|w)$/u],
  ['D', /^((кал(\.|ендарн\p{L}*) ?)?(день|дн(\.|і|ів|я)|доб\p{L}*)|(calendar )?days?|d)$/u],
  ['hours', /^(год(\.|ин\p{L}*)?|hours?|hrs?|h)$/u],
  ['minutes', /^(хв(\.|илин\p{L}*)?|minutes?|mins?)$/u],
  ['seconds', /^(с|сек(\.|унд\p{L}*)?|seconds?|secs?|s)$/u],
];
const numbers: { readonly [word: string]: number } = Object.fromEntries(
  [
    ['один', 'одна', 'одне', 'one', 'a', 'an'],
    ['два', 'дві', 'two'],
    ['три', 'three'],
    ['чотири', 'four'],
    ['пʼять', 'five'],
    ['шість', 'six'],
    ['сім', 'seven'],
    ['вісім', 'eight'],
    ['девʼять', 'nine'],
    ['десять', 'ten'],
  ].flatMap((all, n) => all.map((word) => [word, n + 1])),
);

/** Why a text is no duration. `mixed`: working days beside another unit; `most`: more than the format takes. */
export type DurationMistake = 'unknown' | 'zero' | 'mixed' | 'twice' | 'calendar' | 'most';
/** The most that the format takes (core/definition/common.schema.json). */
const most: { readonly [unit in DurationUnit]?: number } = { workingDays: 1000, hours: 10_000 };

/**
 * A duration as it was typed, in words of either language or after ISO 8601: «3 робочі дні», “2 weeks”, «1 рік 6 місяців», P14D.
 * `calendar`: working days are none.
 */
export function typedDuration(
  typed: string,
  calendar = false,
): { readonly value: Json } | { readonly mistake: DurationMistake } {
  const text = typed.trim().toLowerCase().replace(/[’']/g, 'ʼ');
  const parts = /^p(?=[\dt])/.test(text) ? durationParts(text.toUpperCase()) : spoken(text);
  if (!parts) return { mistake: /^p[\dt]/.test(text) && /^\D*0\D*$/.test(text) ? 'zero' : 'unknown' };
  if (parts.some(({ n }) => n === 0)) return { mistake: 'zero' };
  const units = new Set(parts.map(({ unit }) => unit));
  if (units.size < parts.length) return { mistake: 'twice' };
  if (units.has('workingDays') && units.size > 1) return { mistake: 'mixed' };
  if (units.has('workingDays') && calendar) return { mistake: 'calendar' };
  const value = writtenDuration(parts, calendar);
  const isTooMuch = typeof value !== 'string' && parts.some(({ n, unit }) => n > (most[unit] ?? n));
  return isTooMuch ? { mistake: 'most' } : { value };
}

/** Numbers with their units; null where one is not known. */
function spoken(text: string): Plain[] | null {
  const plain = text
    .replace(/(^|\s)(\p{L}+)(?=\s)/gu, (all, before, word) => {
      const n = numbers[word];
      return n === undefined ? all : `${before}${n}`;
    })
    .replace(/(?<=\D)[,\s]+(і|й|та|and)\s+(?=\d)|,/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // a unit alone is one of it: «тиждень»
  const found = [...(/^\d/.test(plain) ? plain : `1 ${plain}`).matchAll(/(\d+) ?([^\d]+)/gu)];
  const parts = found.map(([, n, name = '']) => ({ n: Number(n), unit: unitOf(name.trim()) }));
  const isWhole = found.map(([all]) => all).join('').length >= plain.length;
  return isWhole && parts.length > 0 && parts.every(isKnown) ? parts : null;
}

const unitOf = (name: string): DurationUnit | undefined =>
  written.find(([, pattern]) => pattern.test(name))?.[0];
const isKnown = (part: { n: number; unit: DurationUnit | undefined }): part is Plain =>
  part.unit !== undefined && durationUnits.includes(part.unit);
