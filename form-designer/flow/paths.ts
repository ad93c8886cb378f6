import { useMemo } from 'react';
import { useLanguage } from '#portal/theme/language.tsx';
import { objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { everyField } from '../form/fields-of.ts';
import { FormPlace } from '../form/place.ts';
import { formPaths, titleOf } from '../form/titles.ts';
import { useLibrary } from '../library.tsx';
import { FlowPlace } from './flow-place.ts';

/** What expressions of the flow lean on most, to be put in by choosing: fields, what was done in a state, parameters. */
export function useFlowPaths(flow: FlowPlace): readonly (readonly [string, string])[] {
  const { definition } = useDesign();
  const { language } = useLanguage();
  const { library } = useLibrary();
  return useMemo(() => {
    const form = new FormPlace(definition, '/form', library.parts);
    const states = flow.everyState();
    const acted = states
      .filter(({ type }) => type === 'task' || type === 'party')
      .map(({ name }): [string, string] => [`${name}.action`, name]);
    const parameters = Object.keys(objectOf(objectOf(definition).parameters)).map(
      (name): [string, string] => [`parameters.${name}`, name],
    );
    return [...formPaths(form, library.parts, language), ...acted, ...parameters];
  }, [definition, flow, language, library.parts]);
}

type Paths = readonly (readonly [path: string, label: string])[];

/** What an expression of the form of a state can take from the case, and of that the lists of the application. */
export function useCasePaths(): { readonly paths: Paths; readonly lists: Paths } {
  const { definition } = useDesign();
  const { language } = useLanguage();
  const { library } = useLibrary();
  const flow = useMemo(() => new FlowPlace(definition), [definition]);
  const paths = useFlowPaths(flow);
  const lists = useMemo(() => {
    const form = new FormPlace(definition, '/form', library.parts);
    return everyField(form.fields)
      .filter(({ schema, pointer }) => schema.type === 'array' && !pointer.includes('*'))
      .map((field): [string, string] => [
        `form${field.pointer.replaceAll('/', '.')}`,
        titleOf(form, field, library.parts, language),
      ]);
  }, [definition, language, library.parts]);
  return { paths, lists };
}
