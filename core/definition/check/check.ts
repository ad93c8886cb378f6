import { collections, fileOf } from '../library.ts';
import { placesIn } from '../place.ts';
import type {
  Agency,
  Connector,
  DefinitionRef,
  Kind,
  Library,
  Part,
  Problem,
  Registry,
  Service,
} from '../types.ts';
import { checkAgency } from './agency.ts';
import { asIfMended } from './as-if-mended.ts';
import { checkBeginnings } from './beginnings.ts';
import { checkConnector } from './connector.ts';
import { checkDates } from './dates.ts';
import { checkExpressions } from './expressions/expressions.ts';
import { askConnector, askRegistry } from './expressions/others.ts';
import { checkFilledTexts } from './filled-texts.ts';
import { checkFlow } from './flow.ts';
import { checkForms } from './form/form.ts';
import { checkLanguages } from './languages.ts';
import { checkMigration } from './migration.ts';
import { checkNames } from './names.ts';
import { checkPart } from './part.ts';
import { checkParties } from './parties.ts';
import { checkReferences } from './references.ts';
import { checkRegistry } from './registry.ts';
import { checkScenarios } from './scenarios.ts';
import { checkSees } from './sees.ts';
import { shape } from './shape.ts';
import { unbuiltOfRegistry, unbuiltOfService } from './unbuilt.ts';
import { checkUnused } from './unused.ts';

/**
 * What a check is told of the world: the day (YYYY-MM-DD), by which calendars end; that the library holds no published versions,
 * so that what a migration is from cannot be asked.
 */
export type Given = { readonly today?: string; readonly withoutVersions?: true };

/**
 * Every mistake of a library, or of one definition (of a service with its scenarios): shape, references, targets, names, languages, expressions, fields, deadlines,
 * grounds, retention, what is seen. What leans on the shape is asked where the shape is right, or its slips are plain.
 */
export function check(library: Library, only?: DefinitionRef, given: Given = {}): Problem[] {
  const problems: Problem[] = [];
  for (const [kind, collection] of Object.entries(collections) as [Kind, (typeof collections)[Kind]][])
    for (const [id, definition] of Object.entries(library[collection])) {
      if (only && (only.kind !== kind || only.id !== id)) continue;
      problems.push(...placed(library, fileOf(kind, id), checkOne(library, kind, definition, given)));
    }
  if (!only || only.kind === 'service')
    for (const { file, found } of checkScenarios(library, only?.id))
      problems.push(...placed(library, file, found));
  if (only) return problems;
  for (const [name, part] of Object.entries(library.parts))
    for (const [piece, found] of Object.entries(checkPart(library, part)) as [keyof Part, Problem[]][])
      problems.push(...placed(library, `parts/${name}/${piece}.json`, found));
  return problems;
}

/** Problems with the file and the place in it. */
function placed(library: Library, file: string, found: readonly Problem[]): Problem[] {
  if (found.length === 0) return [];
  const text = library.files[file];
  const place = text === undefined ? () => ({}) : placesIn(text);
  return found.map((problem) => ({ ...problem, file, ...place(problem.pointer, problem.within?.from) }));
}

function checkOne(library: Library, kind: Kind, definition: unknown, given: Given): Problem[] {
  const found = shape(kind, definition);
  const right = found.length > 0 ? asIfMended(kind, definition, found) : definition;
  return right === undefined ? found : [...found, ...checkRight(library, kind, right, given)];
}

/** A definition whose shape is right. */
function checkRight(library: Library, kind: Kind, definition: unknown, given: Given): Problem[] {
  const found: Problem[] = [];
  const references = checkReferences(library, kind, definition);
  found.push(...checkLanguages(library, definition as { agency?: string; id: string }), ...references);
  // what a schema leads to must be there before anything can be said of its fields
  const isWhole = !references.some((p) => p.code === 'unknownPart' || p.code === 'circularPart');
  switch (kind) {
    case 'agency':
      return [...found, ...checkAgency(library, definition as Agency, given.today)];
    case 'connector': {
      const connector = definition as Connector;
      return [...found, ...checkConnector(connector), ...(isWhole ? askConnector(library, connector) : [])];
    }
    case 'registry': {
      const registry = definition as Registry;
      found.push(...unbuiltOfRegistry(registry));
      return isWhole
        ? [...found, ...checkRegistry(library, registry), ...askRegistry(library, registry)]
        : found;
    }
    case 'service':
      return [...found, ...checkService(library, definition as Service, isWhole, given)];
  }
}

function checkService(library: Library, service: Service, isWhole: boolean, given: Given): Problem[] {
  const found = [
    ...checkBeginnings(service),
    ...checkNames(service),
    ...checkFlow(service),
    ...checkParties(service),
    ...checkDates(service, given.today),
    ...checkFilledTexts(service),
    ...checkUnused(library, service),
    ...unbuiltOfService(service),
  ];
  if (!isWhole) return found;
  return [
    ...found,
    ...checkForms(library, service),
    ...checkExpressions(library, service),
    ...checkSees(library, service),
    ...(given.withoutVersions ? [] : checkMigration(library, service)),
  ];
}
