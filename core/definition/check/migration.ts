import { nearest } from '#core/expression/types/index.ts';
import { bundle } from '../bundle.ts';
import { carriedStates } from '../carried.ts';
import { hash } from '../hash.ts';
import { pointerOf } from '../place.ts';
import { wholeSchema } from '../scope/answers.ts';
import type { Library, Migrate, Problem, Service, ServiceBundle } from '../types.ts';
import { flowsOf, namesOf, statesOf } from '../walk.ts';
import { askMigration } from './expressions/migration.ts';
import { type Fields, fieldsOf } from './form/fields.ts';
import { missingField, missingKeys } from './form/unknown-field.ts';
import { mistake } from './problem.ts';

/** How open cases come over: from a version that there is, by names and fields that both have; which would stay though nobody said so. */
export function checkMigration(library: Library, service: Service): Problem[] {
  const { migrate } = service;
  if (!migrate) return [];
  const published = library.published[service.id] ?? {};
  const before = published[migrate.from];
  const numbers = Object.keys(published);
  if (!before) {
    const holes = { version: String(migrate.from), known: numbers.join(', ') || '—' };
    return [mistake('migratesFromNothing', '/migrate/from', holes)];
  }
  return [
    ...passesOver(library, service, Math.max(...numbers.map(Number)), migrate),
    ...names(migrate, before, service),
    ...fields(library, migrate, before, service),
    ...askMigration(library, migrate, before, service),
    ...notCarried(migrate, before, service),
  ];
}

/** Versions between have open cases too, unless the working copy is what was published last. */
function passesOver(library: Library, { id }: Service, last: number, { from }: Migrate): Problem[] {
  if (from === last || hash(bundle(library, id, last)) === hash(library.published[id]?.[last])) return [];
  const mend = [{ op: 'replace', path: '/migrate/from', value: last }] as const;
  const holes = { version: String(from), last: String(last) };
  return [mistake('migrationPassesOver', '/migrate/from', holes, mend)];
}

function names(migrate: Migrate, before: ServiceBundle, service: Service): Problem[] {
  const old = namesIn(before);
  const now = namesIn(service);
  const version = String(before.version);
  const unknown = (name: string, at: string, known: readonly string[]) =>
    known.includes(name) ? [] : [mistake('notInVersion', at, { version, name, known: known.join(', ') })];
  const renamed = Object.entries(migrate.renamed ?? {}).flatMap(([name, to]) => {
    const at = `/migrate/renamed${pointerOf([name])}`;
    return [...unknown(name, at, old), ...(now.includes(to) ? [] : [renamedToNothing(to, at, now)])];
  });
  const oldStates = statesOf(before.flow).map(({ name }) => name);
  const nowStates = statesOf(service.flow).map(({ name }) => name);
  const states = Object.entries(migrate.states ?? {}).flatMap(([name, { enter }]) => {
    const at = `/migrate/states${pointerOf([name])}`;
    const isThere = enter === undefined || nowStates.includes(enter);
    return [
      ...unknown(name, at, oldStates),
      ...(isThere
        ? []
        : [mistake('unknownState', `${at}/enter`, { name: enter, known: nowStates.join(', ') })]),
    ];
  });
  return [...renamed, ...states];
}

function renamedToNothing(name: string, at: string, known: readonly string[]): Problem {
  const near = nearest(name, known);
  const mend = near === undefined ? undefined : ([{ op: 'replace', path: at, value: near }] as const);
  return mistake('renamedToNothing', at, { name, known: known.join(', ') }, mend);
}

/** Every name that may be another in a later version. */
function namesIn(service: Service): string[] {
  const flows = flowsOf(service.flow).flatMap(({ flow }) =>
    Object.entries(flow.states).flatMap(([name, state]) => [
      name,
      ...namesOf(name, state),
      ...(state.type === 'parallel' ? Object.keys(state.branches) : []),
      ...(state.type === 'each' ? [state.as] : []),
    ]),
  );
  const lookups = Object.entries(service.form.lookups ?? {}).map(([name, { as }]) => as ?? name);
  return [
    ...new Set([
      ...flows,
      ...Object.keys(service.parties),
      ...lookups,
      ...Object.keys(service.documents ?? {}),
    ]),
  ];
}

function fields(library: Library, migrate: Migrate, before: ServiceBundle, service: Service): Problem[] {
  return Object.entries(migrate.data ?? {}).flatMap(([name, { move, fill }]) => {
    const at = `/migrate/data/${name}`;
    const now = formFields(library, service, name);
    if (!now) {
      const known = ['form', ...statesOf(service.flow).flatMap((s) => ('form' in s.state ? [s.name] : []))];
      return [mistake('unknownState', at, { name, known: known.join(', ') })];
    }
    const old = formFields(library, before, oldName(migrate, name)) ?? new Map();
    const version = String(before.version);
    const known = [...old.keys()].join(', ');
    const moves = Object.entries(move ?? {}).flatMap(([from, to]) => {
      const here = `${at}/move${pointerOf([from])}`;
      const isOld = old.has(from) ? [] : [mistake('notInVersion', here, { version, name: from, known })];
      return [...isOld, ...missingField(to, here, now)];
    });
    return [...moves, ...missingKeys(fill, `${at}/fill`, now)];
  });
}

export const oldName = ({ renamed = {} }: Migrate, name: string): string =>
  Object.entries(renamed).find(([, to]) => to === name)?.[0] ?? name;

/** The fields of the form, or of what is entered in a state; undefined where nothing is. */
function formFields(library: Library, service: Service, name: string): Fields | undefined {
  if (name === 'form') return fieldsOf(wholeSchema(service.form.schema, library));
  const state = statesOf(service.flow).find((one) => one.name === name)?.state;
  return state && 'form' in state && state.form
    ? fieldsOf(wholeSchema(state.form.schema, library))
    : undefined;
}

/** States of the earlier version from which cases would not come over though nothing says that they stay. */
function notCarried(migrate: Migrate, before: ServiceBundle, service: Service): Problem[] {
  const told: string[] = [];
  return carriedStates(migrate, before, service).flatMap(({ name, state, pointer, top, said, goes }) => {
    const isInside = told.some((other) => pointer.startsWith(`${other}/`));
    if (said !== undefined || isInside || goes === 'yes' || (top && state.type === 'end')) return [];
    told.push(pointer);
    return [mistake('notCarried', '/migrate', { name, version: String(before.version) })];
  });
}
