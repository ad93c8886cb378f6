import { useMemo } from 'react';
import { useLanguage } from '#portal/theme/language.tsx';
import { objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { FormPlace } from '../form/place.ts';
import { formPaths } from '../form/titles.ts';
import { useLibrary } from '../library.tsx';
import type { FlowPlace } from './flow-place.ts';

const always = [
  'form',
  'identity',
  'applicant',
  'agency',
  'office',
  'parameters',
  'case',
  'about',
  'now',
  'today',
  'files',
  'outcomes',
  'item',
  'nearest',
];

/** Names that expressions of the flow can use: what is always there, what states and answers are known as. */
export function useFlowNames(flow: FlowPlace): {
  names: readonly string[];
  paths: readonly (readonly [string, string])[];
} {
  const { definition } = useDesign();
  const { language } = useLanguage();
  const { library } = useLibrary();
  return useMemo(() => {
    const form = new FormPlace(definition, '/form', library.parts);
    const states = flow.everyState();
    const own = [
      ...states.flatMap(({ name, state }) => [name, ...(typeof state.as === 'string' ? [state.as] : [])]),
      ...Object.keys(objectOf(objectOf(definition).parties)),
      ...Object.keys(objectOf(objectOf(objectOf(definition).form).lookups)),
    ];
    const acted = states
      .filter(({ type }) => type === 'task' || type === 'party')
      .map(({ name }): [string, string] => [`${name}.action`, name]);
    const parameters = Object.keys(objectOf(objectOf(definition).parameters)).map(
      (name): [string, string] => [`parameters.${name}`, name],
    );
    return {
      names: [...new Set([...always, ...own])],
      paths: [...formPaths(form, library.parts, language), ...acted, ...parameters],
    };
  }, [definition, flow, language, library.parts]);
}
