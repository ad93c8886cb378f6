import { isRecord } from '#core/expression/record.ts';
import { durationWords } from './durations.ts';
import { labelOf } from './labels.ts';
import { inLanguage, isText, quoted, short } from './texts.ts';

type Language = 'uk' | 'en';

const WORDS = {
  uk: { nothing: 'нічого', yes: 'так', no: 'ні', none: 'порожньо' },
  en: { nothing: 'nothing', yes: 'yes', no: 'no', none: 'none' },
} as const;

/** A value as people read it: words for what the format knows, shortened where it is long. */
export function shown(value: unknown, language: Language): string {
  const words = WORDS[language];
  if (value === undefined || value === null) return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return String(value);
  const duration = durationWords(value);
  if (duration) return duration[language];
  if (typeof value === 'string') return quoted(value, language);
  if (isText(value)) return quoted(inLanguage(value, language) ?? '', language);
  const parts = Array.isArray(value)
    ? value.map((item) => shown(item, language))
    : Object.entries(value).map(([name, inner]) => `${labelOf(name)[language]} ${shown(inner, language)}`);
  const separator = Array.isArray(value) && value.some((item) => isRecord(item)) ? '; ' : ', ';
  return parts.length === 0 ? words.none : short(parts.join(separator));
}

/** How a text changed: in the reader's language if it did there, else in the language in which it did. */
export function textChange(before: unknown, after: unknown, language: Language): string {
  const [a, b] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  const languages = [language, ...new Set([...Object.keys(a), ...Object.keys(b)])];
  const changed = languages.find((l) => a[l] !== b[l]) ?? language;
  const mark = changed === language ? '' : ` (${changed})`;
  return `${shown(a[changed], language)} → ${shown(b[changed], language)}${mark}`;
}
