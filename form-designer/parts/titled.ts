import { type Localised, useLocalised } from '#portal/theme/language.tsx';
import { objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { useLibrary } from '../library.tsx';

/** Roles, parties or documents of the definition by their titles, to be chosen among. */
export function useTitled(): (part: 'roles' | 'parties' | 'documents') => [string, string][] {
  const read = useLocalised();
  const { definition } = useDesign();
  return (part) =>
    Object.entries(objectOf(objectOf(definition)[part])).map(([name, one]) => [
      name,
      read(objectOf(objectOf(one).title) as Localised) || name,
    ]);
}

/** What is released, by its titles, to be chosen among. */
export function useReleased(): (part: 'connectors' | 'registries' | 'services') => [string, string][] {
  const read = useLocalised();
  const { library } = useLibrary();
  return (part) =>
    Object.entries(library[part]).map(([name, one]) => [name, read(one.title as Localised) || name]);
}
