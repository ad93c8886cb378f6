import { isLoose, type Loose, listOf, looseIn, looseOf, textOf } from '../json.ts';
import { type Dictionaries, languageCode } from '../words.ts';
import { inside } from './component.ts';

/** A translation: of the text itself, or of an entry that holds it with a scope. */
const translated = (value: unknown): string | undefined => textOf(value) ?? textOf(looseOf(value).value);

/**
 * Whether a JSON value is a file of translations: texts by language, each with its translation (form.io's `i18n`), or lists of
 * such (NAV's global translations).
 */
export function isTranslations(value: unknown): value is Loose {
  if (!isLoose(value) || Object.keys(value).length === 0) return false;
  return Object.entries(value).every(
    ([language, entries]) =>
      /^[a-z]{2,3}([-_][A-Za-z]{2,4})?$/.test(language) &&
      (Array.isArray(entries)
        ? looseIn(entries, '').every(([one]) => isLoose(one.translations))
        : isLoose(entries) &&
          Object.values(entries).every((one) => translated(one) !== undefined || one === '')),
  );
}

/** Files of translations as dictionaries; of two translations of a text that of the later file wins. */
export function dictionariesOf(files: readonly unknown[]): Dictionaries {
  const made: { [language: string]: { [text: string]: string } } = {};
  for (const file of files)
    for (const [tag, entries] of Object.entries(looseOf(file))) {
      const language = languageCode(tag);
      const lists = Array.isArray(entries)
        ? listOf(entries).map((one) => looseOf(looseOf(one).translations))
        : [looseOf(entries)];
      const dictionary = made[language] ?? {};
      made[language] = dictionary;
      for (const list of lists)
        for (const [text, value] of Object.entries(list)) {
          const found = translated(value);
          if (found !== undefined) dictionary[text] = found;
        }
    }
  return made;
}

/** The language that the texts of a form are written in: that of a dictionary that leaves most of them as they are. */
export function ownLanguage(dictionaries: Dictionaries): string | undefined {
  const same = Object.entries(dictionaries)
    .map(([language, dictionary]): [string, number] => {
      const entries = Object.entries(dictionary);
      return [
        language,
        entries.filter(([text, found]) => text === found).length / Math.max(1, entries.length),
      ];
    })
    .filter(([, share]) => share > 0.9)
    .sort((a, b) => b[1] - a[1]);
  return same[0]?.[0];
}

/** Every label of a form, to tell its language by. */
export function labelsIn(components: readonly (readonly [Loose, string])[]): string[] {
  return components.flatMap(([one, at]) => [
    textOf(one.label) ?? '',
    textOf(one.title) ?? '',
    ...labelsIn(inside(one, at)),
  ]);
}
