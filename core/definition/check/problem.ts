import type { Problem, Text } from '../types.ts';
import { words } from './words.ts';

/** What fills the holes of a message. */
export type Holes = Readonly<Record<string, string>>;

const filled = (text: string, holes: Holes): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => holes[name] ?? whole);
const said = (uk: string, en: string, holes: Holes): Text => ({
  uk: filled(uk, holes),
  en: filled(en, holes),
});

/** A problem of a known code, in the analyst's words. */
export function mistake(code: keyof typeof words, pointer: string, holes: Holes): Problem {
  const word = words[code];
  return {
    pointer,
    code,
    severity: 'warning' in word ? 'warning' : 'mistake',
    message: said(word.uk[0], word.en[0], holes),
    hint: said(word.uk[1], word.en[1], holes),
  };
}
