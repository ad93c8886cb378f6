import { pointerOf } from '../place.ts';
import type { Kind, Library, Problem } from '../types.ts';
import { mistake } from './problem.ts';

/** What holds data or schemas of others, not texts of ours. */
const strange = new Set(['schema', 'ui', 'input', 'output', 'standIn', 'parameters', '$schema']);

/** Every text is written in the languages of the agency (uk and en if it does not say). */
export function checkLanguages(
  library: Library,
  _kind: Kind,
  definition: { agency?: string; id: string },
): Problem[] {
  const languages = library.agencies[definition.agency ?? definition.id]?.languages ?? ['uk', 'en'];
  const problems: Problem[] = [];
  const visit = (value: unknown, path: (string | number)[]): void => {
    if (Array.isArray(value)) for (const [n, item] of value.entries()) visit(item, [...path, n]);
    else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value);
      const isText =
        entries.length > 0 && entries.every(([k, v]) => /^[a-z]{2,3}$/.test(k) && typeof v === 'string');
      // only what has one of the languages is a text: { "is": "…" } may be a map of expressions
      if (isText && languages.some((language) => language in value)) {
        for (const language of languages)
          if (!(language in value)) problems.push(mistake('languageMissing', pointerOf(path), { language }));
      } else for (const [key, inner] of entries) if (!strange.has(key)) visit(inner, [...path, key]);
    }
  };
  visit(definition, []);
  return problems;
}
