import { collections, fileOf } from '../library.ts';
import { placesIn } from '../place.ts';
import type { DefinitionRef, Kind, Library, Problem, Service } from '../types.ts';
import { checkAgency } from './agency.ts';
import { checkExpressions } from './expressions/expressions.ts';
import { askConnector, askRegistry } from './expressions/others.ts';
import { checkFlow } from './flow.ts';
import { checkForms } from './form/form.ts';
import { checkLanguages } from './languages.ts';
import { checkNames } from './names.ts';
import { checkReferences } from './references.ts';
import { checkSees } from './sees.ts';
import { shape } from './shape.ts';

/**
 * Every mistake of a library, or of one definition: shape, references, targets, names, languages, expressions, fields, deadlines,
 * grounds, retention. What leans on the shape is asked only where the shape is right.
 */
export function check(library: Library, only?: DefinitionRef): Problem[] {
  const problems: Problem[] = [];
  for (const [kind, collection] of Object.entries(collections) as [Kind, (typeof collections)[Kind]][])
    for (const [id, definition] of Object.entries(library[collection])) {
      if (only && (only.kind !== kind || only.id !== id)) continue;
      const found = checkOne(library, kind, definition);
      const file = fileOf(kind, id);
      const text = library.files[file];
      if (found.length === 0) continue;
      const place = text === undefined ? () => ({}) : placesIn(text);
      for (const problem of found)
        problems.push({ ...problem, file, ...place(problem.pointer, problem.within?.from) });
    }
  return problems;
}

function checkOne(library: Library, kind: Kind, definition: unknown): Problem[] {
  const found = shape(kind, definition);
  if (found.length) return found;
  found.push(...checkLanguages(library, kind, definition as { agency?: string; id: string }));
  if (kind === 'agency') found.push(...checkAgency(library, definition as Library['agencies'][string]));
  if (kind === 'connector') found.push(...askConnector(library, definition as Library['connectors'][string]));
  if (kind === 'registry') found.push(...askRegistry(library, definition as Library['registries'][string]));
  if (kind !== 'service') return [...found, ...checkReferences(library, kind, definition)];
  const service = definition as Service;
  const references = checkReferences(library, kind, service);
  found.push(...references, ...checkNames(service), ...checkFlow(service));
  if (references.some((p) => p.code === 'unknownPart' || p.code === 'circularPart')) return found;
  return [
    ...found,
    ...checkForms(library, service),
    ...checkExpressions(library, service),
    ...checkSees(library, service),
  ];
}
