import type { JsonPatch, Problem, Text } from '../types.ts';
import { type Code, words } from './words.ts';

/** What fills the holes of a message: the same in every language, or as each says it. */
export type Holes = Readonly<Record<string, string | { readonly uk: string; readonly en: string }>>;

const filled = (text: string, holes: Holes, language: 'uk' | 'en'): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const hole = Object.hasOwn(holes, name) ? holes[name] : undefined;
    return hole === undefined ? whole : typeof hole === 'string' ? hole : hole[language];
  });
const said = (uk: string, en: string, holes: Holes): Text => ({
  uk: filled(uk, holes, 'uk'),
  en: filled(en, holes, 'en'),
});

/** A problem of a known code, in the analyst's words; `mend` is the change that removes it, where it is mechanical. */
export function mistake(code: Code, pointer: string, holes: Holes, mend?: JsonPatch): Problem {
  const word = words[code];
  return {
    pointer,
    code,
    severity: 'warning' in word ? 'warning' : 'mistake',
    message: said(word.uk[0], word.en[0], holes),
    hint: said(word.uk[1], word.en[1], holes),
    ...(mend ? { mend } : {}),
  };
}

/** A value as it stands in the definition, for a message: shortened where it is long. */
export const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : String(JSON.stringify(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};
