import { compile, evaluate, interpolate } from '#core/expression/index.ts';
import type { Json, JsonObject, Path } from '#core/flow/types.ts';
import { nearestOffice } from '#core/reference/territories.ts';
import { fault } from './refuse.ts';
import type { ServiceRuntime } from './runtime.ts';

/** Whose office `nearest(katottg)` looks for. */
export type Looking = { agency: string; role: string };

/** The id of the office that serves a territory; null where there is none, or the value is no code. */
function nearest(service: ServiceRuntime, { agency, role }: Looking, katottg: unknown): string | null {
  if (typeof katottg !== 'string') return null;
  const offices = service.live.agencies[agency]?.offices ?? [];
  return nearestOffice(offices, role, katottg, service.territoryAbove)?.id ?? null;
}

/** The value of an expression. @throws ExpressionError, which `decide` turns into a named refusal. */
export function feelValue(
  service: ServiceRuntime,
  source: string,
  names: JsonObject,
  looking?: Looking,
): Json {
  const context = looking
    ? { ...names, nearest: (katottg: unknown) => nearest(service, looking, katottg) }
    : names;
  return evaluate(compile(source, Object.keys(context)), context) as Json;
}

/** A condition: true or false, anything else is a fault of the definition. */
export function isTrue(service: ServiceRuntime, source: string, names: JsonObject, where: Path): boolean {
  const value = feelValue(service, source, names);
  return typeof value === 'boolean' ? value : fault(where, `“${source}” is neither true nor false`);
}

export function listOf(service: ServiceRuntime, source: string, names: JsonObject, where: Path): Json[] {
  const value = feelValue(service, source, names);
  return Array.isArray(value) ? value : fault(where, `“${source}” is no list`);
}

/** A map of expressions, each evaluated. Keys may be pointers (`/person/name`); those make an object. */
export function feelValues(
  service: ServiceRuntime,
  sources: { [name: string]: string },
  names: JsonObject,
): JsonObject {
  return Object.fromEntries(
    Object.entries(sources).map(([key, source]) => [key, feelValue(service, source, names)]),
  );
}

/**
 * A text of the definition in a language (Ukrainian where it lacks that one), with its `{{ FEEL }}` filled in, days and
 * amounts as that language writes them.
 */
export function interpolated(
  text: { [language: string]: string },
  names: JsonObject,
  language: string,
  where: Path,
): string {
  const [said] = [language, 'uk', ...Object.keys(text)].flatMap((written) => {
    const source = text[written];
    return source === undefined ? [] : [{ written, source }];
  });
  return said ? interpolate(said.source, names, said.written) : fault(where, 'a text without a language');
}
