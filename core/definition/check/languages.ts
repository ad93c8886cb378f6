import { pointerOf } from '../place.ts';
import type { Library, Problem } from '../types.ts';
import { mistake } from './problem.ts';

/** What holds data or schemas of others, not texts of ours. */
const strange = new Set(['schema', 'ui', 'input', 'output', 'standIn', 'parameters', '$schema']);

type Text = { readonly [language: string]: string };

/** Every text is written in the languages of the agency (uk and en if it does not say), and says the same in each. */
export function checkLanguages(library: Library, definition: { agency?: string; id: string }): Problem[] {
  return textsIn(definition, library.agencies[definition.agency ?? definition.id]?.languages ?? ['uk', 'en']);
}

/** The texts of a value, wherever in it they are. */
export function textsIn(value: unknown, languages: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  const visit = (value: unknown, path: (string | number)[]): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isText(value, languages)) problems.push(...one(value, pointerOf(path), languages));
    else if (Array.isArray(value)) for (const [n, item] of value.entries()) visit(item, [...path, n]);
    else
      for (const [key, inner] of Object.entries(value)) if (!strange.has(key)) visit(inner, [...path, key]);
  };
  visit(value, []);
  return problems;
}

/** Only what has one of the languages is a text: { "is": "…" } may be a map of expressions. */
function isText(value: object, languages: readonly string[]): value is Text {
  const entries = Object.entries(value);
  if (Array.isArray(value) || entries.length === 0) return false;
  const alike = entries.every(([k, v]) => /^[a-z]{2,3}$/.test(k) && typeof v === 'string');
  return alike && languages.some((language) => language in value);
}

function one(text: Text, at: string, languages: readonly string[]): Problem[] {
  const problems = languages
    .filter((language) => !(language in text))
    .map((language) => mistake('languageMissing', at, { language }));
  const holes = Object.entries(text).map(([language, said]) => [language, expressionsOf(said)] as const);
  const all = [...new Set(holes.flatMap(([, found]) => found))];
  for (const [language, found] of holes)
    for (const what of all.filter((source) => !found.includes(source)))
      problems.push(mistake('textsDiffer', `${at}/${language}`, { language, what }));
  return problems;
}

const expressionsOf = (text: string): string[] =>
  [...text.matchAll(/\{\{([\s\S]+?)\}\}/g)].map((m) => (m[1] ?? '').replace(/\s+/g, ' ').trim());
