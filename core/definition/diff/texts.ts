import { isRecord } from '#core/expression/record.ts';
import type { Text } from '../types.ts';

const LONGEST = 120;

/** A text in both of our languages. */
export const both = (uk: string, en: string): Text => ({ uk, en });

/** A text of a definition in a language; in another one where it lacks that. */
export function inLanguage(text: unknown, language: string): string | undefined {
  if (!isRecord(text)) return undefined;
  const said = text[language] ?? text.uk ?? text.en ?? Object.values(text)[0];
  return typeof said === 'string' ? said : undefined;
}

/** Whether a value is a text a person reads: a language each. */
export const isText = (value: unknown): boolean =>
  isRecord(value) &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(
    ([language, said]) => /^[a-z]{2,3}$/.test(language) && typeof said === 'string',
  );

export const short = (text: string): string =>
  [...text].length > LONGEST ? `${[...text].slice(0, LONGEST - 1).join('')}…` : text;

/** A name, or whatever stands where a name should. */
export const word = (value: unknown): string =>
  typeof value === 'string' ? value : short(JSON.stringify(value) ?? '');

export const quoted = (text: string, language: string): string =>
  language === 'uk' ? `«${short(text)}»` : `“${short(text)}”`;
