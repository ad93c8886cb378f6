import type { Asking, Sight } from './ask.ts';

/** A text in every language. */
export function askTexts(
  asking: Asking,
  text: { readonly [language: string]: string },
  at: string,
  sight: Sight,
): void {
  for (const [language, said] of Object.entries(text))
    asking.text(said, `${at}/${language}`, sight, readable);
}

/** What reads as a text; groups of fields do not. */
const readable = [
  'string',
  'number',
  'boolean',
  'date',
  'time',
  'date and time',
  'duration',
  'list',
] as const;
