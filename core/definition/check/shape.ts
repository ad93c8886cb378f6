import { isRecord } from '#core/expression/record.ts';
import { nearest } from '#core/expression/types/index.ts';
import { pointerOf } from '../place.ts';
import { allSchemas } from '../schemas.ts';
import type { JsonPatch, JsonSchema, Kind, Problem } from '../types.ts';
import { type Holes, mistake, shown } from './problem.ts';
import type { Code } from './words.ts';

type Path = readonly (string | number)[];
type Report = (code: Code, path: Path, holes: Holes, mend?: JsonPatch) => void;

const MOST = 200;
/** Mistakes in the shape of a definition or a scenario: what its JSON Schema says, in the analyst's words. */
export function shape(kind: Kind | 'scenario', value: unknown): Problem[] {
  const problems: Problem[] = [];
  match(value, allSchemas[kind] ?? {}, kind, [], (code, path, holes, mend) => {
    if (problems.length < MOST) problems.push(mistake(code, pointerOf(path), holes, mend));
  });
  return problems;
}

const led = new WeakMap<JsonSchema, [JsonSchema, string]>();

/** The schema that a $ref leads to, and the file it lies in. */
function lead(schema: JsonSchema, file: string): [JsonSchema, string] {
  if (typeof schema.$ref !== 'string') return [schema, file];
  const known = led.get(schema);
  if (known) return known;
  const [name = '', path = ''] = schema.$ref.split('#');
  const home = name === '' ? file : name.replace(/\.json$/, '');
  const found = path
    .split('/')
    .slice(1)
    .reduce<unknown>((at, step) => (isRecord(at) ? at[step] : undefined), allSchemas[home]);
  // what the reference says about the property is nearer to the analyst than what the shared word says
  const whole: [JsonSchema, string] = [{ ...(found as JsonSchema), ...schema, $ref: undefined }, home];
  led.set(schema, whole);
  return whole;
}

const patterns = new Map<string, RegExp>();

/** The patterns of our own schemas, each made once. */
function patternOf(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source, 'u');
  patterns.set(source, known);
  return known;
}

function match(value: unknown, given: JsonSchema, from: string, path: Path, report: Report): void {
  const [schema, file] = lead(given, from);
  const about = typeof schema.description === 'string' ? schema.description : '';
  const alternatives = (schema.oneOf ?? schema.anyOf) as JsonSchema[] | undefined;
  if (alternatives && !alternatives.every((a) => Object.keys(a).join() === 'required')) {
    choose(value, alternatives, file, path, report, about);
    return;
  }
  if (schema.const !== undefined && value !== schema.const) {
    notAmong(value, [schema.const], path, report);
    return;
  }
  const list = schema.enum as unknown[] | undefined;
  if (list && !list.includes(value)) {
    notAmong(value, list, path, report);
    return;
  }
  if (schema.type !== undefined && ![schema.type].flat().some((t) => isOf(value, String(t)))) {
    report('wrongType', path, {
      expected: kindsOf(schema),
      about,
    });
    return;
  }
  if (typeof value === 'string') text(value, schema, path, report, about);
  if (typeof value === 'number') number(value, schema, path, report, about);
  if (Array.isArray(value)) array(value, schema, file, path, report, about);
  if (isRecord(value)) object(value, schema, file, path, report, about);
}

type Said = { uk: string; en: string };

/** What each kind of value is called. */
const kinds: Record<string, Said> = {
  object: { uk: 'обʼєкт {…}', en: 'an object {…}' },
  array: { uk: 'список […]', en: 'a list […]' },
  string: { uk: 'текст "…"', en: 'a text "…"' },
  integer: { uk: 'ціле число', en: 'a whole number' },
  number: { uk: 'число', en: 'a number' },
  boolean: { uk: 'true або false', en: 'true or false' },
};

/** What may stand where a schema says so. */
function kindsOf(schema: JsonSchema): Said {
  const types = schema.type === undefined ? [] : [schema.type].flat().map(String);
  const said = types.map((type) => kinds[type] ?? { uk: type, en: type });
  if (said.length === 0) return { uk: 'інше значення', en: 'another value' };
  return { uk: said.map((k) => k.uk).join(' / '), en: said.map((k) => k.en).join(' / ') };
}

const alike = (text: string): Said => ({ uk: text, en: text });
const eitherOf = (said: Said[]): Said => ({
  uk: [...new Set(said.map((k) => k.uk))].join(' / '),
  en: [...new Set(said.map((k) => k.en))].join(' / '),
});

/** A value that is none of those allowed; the only one, or the one that is nearest, is meant. */
function notAmong(value: unknown, allowed: readonly unknown[], path: Path, report: Report): void {
  const near = typeof value === 'string' ? nearest(value, allowed.map(String)) : undefined;
  const meant = allowed.length === 1 ? allowed[0] : near;
  const mend =
    meant === undefined ? undefined : ([{ op: 'replace', path: pointerOf(path), value: meant }] as const);
  report('notAllowed', path, { value: shown(value), allowed: allowed.join(', ') }, mend);
}

function isOf(value: unknown, type: string): boolean {
  if (type === 'object') return isRecord(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'null') return value === null;
  return type === typeof value;
}

/** The alternative that is meant: by its `type`, else by the kind of value; its mistakes are told, not those of the others. */
function choose(
  value: unknown,
  alternatives: JsonSchema[],
  file: string,
  path: Path,
  report: Report,
  about: string,
): void {
  const all = alternatives.map((a) => lead(a, file));
  if (isRecord(value)) {
    const tags: unknown[] = all.map(
      ([s]) => (s.properties as Record<string, JsonSchema> | undefined)?.type?.const,
    );
    if (!tags.includes(undefined)) {
      const tag = tags.indexOf(value.type);
      const [meant] = tag < 0 ? [] : [alternatives[tag]];
      if (meant) {
        match(value, meant, file, path, report);
        return;
      }
      if (value.type === undefined) {
        report('missing', path, { name: 'type', about: tags.join(', '), wants: alike(tags.join(', ')) });
        return;
      }
      notAmong(value.type, tags, [...path, 'type'], report);
      return;
    }
  }
  const fits = alternatives.filter((_, n) => {
    const type = all[n]?.[0].type;
    return type === undefined || isOf(value, String(type));
  });
  if (fits.length === 0) {
    report('wrongType', path, { expected: eitherOf(all.map(([s]) => kindsOf(s))), about });
    return;
  }
  let best: Parameters<Report>[] | undefined;
  for (const one of fits) {
    const found: Parameters<Report>[] = [];
    match(value, one, file, path, (...args) => found.push(args));
    if (!best || found.length < best.length) best = found;
  }
  for (const args of best ?? []) report(...args);
}

function text(value: string, schema: JsonSchema, path: Path, report: Report, about: string): void {
  if (typeof schema.minLength === 'number' && value.length < schema.minLength)
    report('outOfBounds', path, { limit: `≥ ${schema.minLength}`, about });
  if (typeof schema.maxLength === 'number' && value.length > schema.maxLength)
    report('outOfBounds', path, { limit: `≤ ${schema.maxLength}`, about });
  if (typeof schema.pattern === 'string' && !patternOf(schema.pattern).test(value))
    report('wrongForm', path, { value: shown(value), about, pattern: schema.pattern });
  if (schema.format === 'uri' && !URL.canParse(value))
    report('wrongForm', path, { value: shown(value), about, pattern: 'https://…' });
  if (schema.format === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))
    report('wrongForm', path, { value: shown(value), about, pattern: 'name@example.ua' });
}

function number(value: number, schema: JsonSchema, path: Path, report: Report, about: string): void {
  if (typeof schema.minimum === 'number' && value < schema.minimum)
    report('outOfBounds', path, { limit: `≥ ${schema.minimum}`, about });
  if (typeof schema.maximum === 'number' && value > schema.maximum)
    report('outOfBounds', path, { limit: `≤ ${schema.maximum}`, about });
  if (typeof schema.exclusiveMinimum === 'number' && value <= schema.exclusiveMinimum)
    report('outOfBounds', path, { limit: `> ${schema.exclusiveMinimum}`, about });
}

function array(
  value: unknown[],
  schema: JsonSchema,
  file: string,
  path: Path,
  report: Report,
  about: string,
): void {
  if (typeof schema.minItems === 'number' && value.length < schema.minItems)
    report('outOfBounds', path, { limit: `≥ ${schema.minItems}`, about });
  if (typeof schema.maxItems === 'number' && value.length > schema.maxItems)
    report('outOfBounds', path, { limit: `≤ ${schema.maxItems}`, about });
  if (schema.uniqueItems === true) {
    const seen = value.map((v) => JSON.stringify(v));
    const again = seen.findIndex((v, n) => seen.indexOf(v) < n);
    const at = [...path, again];
    if (again >= 0) report('repeated', at, {}, [{ op: 'remove', path: pointerOf(at) }]);
  }
  const { items } = schema;
  if (isRecord(items)) for (const [n, v] of value.entries()) match(v, items, file, [...path, n], report);
}

function object(
  value: Record<string, unknown>,
  schema: JsonSchema,
  file: string,
  path: Path,
  report: Report,
  about: string,
): void {
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  for (const name of (schema.required ?? []) as string[])
    if (value[name] === undefined)
      report('missing', path, {
        name,
        about: String(properties[name]?.description ?? about),
        wants: properties[name] ? kindsOf(lead(properties[name], file)[0]) : kindsOf({}),
      });
  together(value, schema, path, report);
  const count = Object.keys(value).length;
  if (typeof schema.minProperties === 'number' && count < schema.minProperties)
    report('outOfBounds', path, { limit: `≥ ${schema.minProperties}`, about });
  if (typeof schema.maxProperties === 'number' && count > schema.maxProperties)
    report('outOfBounds', path, { limit: `≤ ${schema.maxProperties}`, about });
  for (const [name, inner] of Object.entries(value)) {
    const at = [...path, name];
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (isRecord(schema.propertyNames)) match(name, schema.propertyNames, file, at, report);
    if (property) match(inner, property, file, at, report);
    else if (schema.additionalProperties === false)
      unknownWord(name, value, at, Object.keys(properties), report);
    else if (isRecord(schema.additionalProperties))
      match(inner, schema.additionalProperties, file, at, report);
  }
}

/** A word that has no meaning here; the nearest one is meant, where it does not stand there already. */
function unknownWord(
  name: string,
  holder: Record<string, unknown>,
  at: Path,
  words: readonly string[],
  report: Report,
): void {
  const near = nearest(name, words);
  const free = near !== undefined && !Object.hasOwn(holder, near);
  const path = free ? pointerOf([...at.slice(0, -1), near]) : '';
  const mend: JsonPatch | undefined = free ? [{ op: 'move', from: pointerOf(at), path }] : undefined;
  report('unknownWord', at, { name, allowed: words.join(', ') }, mend);
}

/** anyOf and oneOf that only say which words must stand together. */
function together(value: Record<string, unknown>, schema: JsonSchema, path: Path, report: Report): void {
  for (const [list, exactly] of [
    [schema.anyOf, false],
    [schema.oneOf, true],
  ] as const) {
    if (!Array.isArray(list)) continue;
    const sets = (list as { required: string[] }[]).map((s) => s.required);
    const fit = sets.filter((names) => names.every((n) => value[n] !== undefined)).length;
    if (fit === 0 || (exactly && fit > 1))
      report('missingOneOf', path, { names: sets.map((s) => s.join(' + ')).join(' / ') });
  }
}
