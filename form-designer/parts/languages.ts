import { objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { useLibrary } from '../library.tsx';

/** The languages in which a definition must speak: those of its agency. */
export function useLanguages(): readonly string[] {
  const { definition, keeper } = useDesign();
  const { library } = useLibrary();
  const whole = objectOf(definition);
  if (keeper.kind === 'agency')
    return Array.isArray(whole.languages) ? whole.languages.map(String) : ['uk', 'en'];
  return library.agencies[String(whole.agency)]?.languages ?? ['uk', 'en'];
}

/** What a language is called in itself: «українська». */
export const languageName = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
