import { isRecord } from '#core/expression/record.ts';
import { nearest } from '#core/expression/types/index.ts';
import { segments } from '../../place.ts';
import type { JsonPatch, Problem } from '../../types.ts';
import { judgedPattern } from '../patterns.ts';
import { type Holes, mistake, shown } from '../problem.ts';
import type { Code } from '../words.ts';
import { formats, type Holds, keywords, pairs, types, undrawable } from './keywords.ts';

type Schema = { readonly [keyword: string]: unknown };
const word = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Mistakes that a validator would pass over in silence: a keyword or type that is none, a pattern that never ends, bounds turned round. */
export function checkSchema(schema: unknown, at: string): Problem[] {
  const reading = new Reading(schema);
  reading.visit(schema, at, 0);
  return reading.problems;
}

class Reading {
  readonly problems: Problem[] = [];
  readonly root: unknown;

  constructor(root: unknown) {
    this.root = root;
  }

  tell(code: Code, pointer: string, holes: Holes, mend?: JsonPatch): void {
    this.problems.push(mistake(code, pointer, holes, mend));
  }

  visit(schema: unknown, at: string, depth: number): void {
    if (!isRecord(schema) || depth > 64) return;
    for (const [name, value] of Object.entries(schema)) {
      const here = `${at}/${word(name)}`;
      if (undrawable.has(name)) {
        this.tell('cannotDraw', here, { name });
        continue;
      }
      const holds = Object.hasOwn(keywords, name) ? keywords[name] : undefined;
      if (holds === undefined) this.unknown(schema, name, at);
      else if (!fits(holds, value)) this.wrong(name, holds, value, here);
      else this.inside(holds, value, here, depth);
    }
    this.type(schema, at);
    this.text(schema, at);
    this.choices(schema, at);
    this.bounds(schema, at);
    if (typeof schema.$ref === 'string' && schema.$ref.startsWith('#') && !this.leads(schema.$ref))
      this.tell('unknownRef', `${at}/$ref`, { name: schema.$ref });
  }

  inside(holds: Holds, value: unknown, at: string, depth: number): void {
    if (holds === 'schema') this.visit(value, at, depth + 1);
    if (holds === 'schemas')
      for (const [n, one] of (value as unknown[]).entries()) this.visit(one, `${at}/${n}`, depth + 1);
    if (holds === 'named')
      for (const [name, one] of Object.entries(value as Schema))
        this.visit(one, `${at}/${word(name)}`, depth + 1);
  }

  unknown(schema: Schema, name: string, at: string): void {
    const near = nearest(name, Object.keys(keywords));
    const free = near !== undefined && !Object.hasOwn(schema, near);
    const mend = free
      ? ([{ op: 'move', from: `${at}/${word(name)}`, path: `${at}/${near}` }] as const)
      : undefined;
    this.tell(
      'unknownKeyword',
      `${at}/${word(name)}`,
      { name, near: near ?? 'type, properties, required, enum…' },
      mend,
    );
  }

  wrong(name: string, holds: Holds, value: unknown, at: string): void {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
    const mends = (holds === 'count' || holds === 'number') && fits(holds, number);
    const mend = mends ? ([{ op: 'replace', path: at, value: number }] as const) : undefined;
    this.tell('wrongKeywordValue', at, { name, wants: wants[holds] }, mend);
  }

  type(schema: Schema, at: string): void {
    if (schema.type === undefined) return;
    const list = [schema.type].flat();
    for (const [n, type] of list.entries()) {
      if (types.some((t) => t === type)) continue;
      const path = Array.isArray(schema.type) ? `${at}/type/${n}` : `${at}/type`;
      const near = typeof type === 'string' ? (meant[type] ?? nearest(type, types)) : undefined;
      const mend = near ? ([{ op: 'replace', path, value: near }] as const) : undefined;
      this.tell('unknownType', path, { value: shown(type), known: types.join(', ') }, mend);
    }
  }

  text(schema: Schema, at: string): void {
    if (typeof schema.pattern === 'string') {
      const judgement = judgedPattern(schema.pattern);
      if (judgement === 'unreadable') this.tell('badPattern', `${at}/pattern`, { pattern: schema.pattern });
      if (judgement === 'unbounded')
        this.tell('unboundedPattern', `${at}/pattern`, { pattern: schema.pattern });
    }
    if (typeof schema.format === 'string' && !formats.includes(schema.format)) {
      const near = nearest(schema.format, formats);
      const mend = near ? ([{ op: 'replace', path: `${at}/format`, value: near }] as const) : undefined;
      this.tell('unknownFormat', `${at}/format`, { value: schema.format, known: formats.join(', ') }, mend);
    }
  }

  choices(schema: Schema, at: string): void {
    if (!Array.isArray(schema.enum)) return;
    if (schema.enum.length === 0) this.tell('noChoices', `${at}/enum`, {});
    const seen = schema.enum.map((value) => JSON.stringify(value));
    const again = seen.findIndex((value, n) => seen.indexOf(value) < n);
    if (again >= 0)
      this.tell('repeated', `${at}/enum/${again}`, {}, [{ op: 'remove', path: `${at}/enum/${again}` }]);
  }

  bounds(schema: Schema, at: string): void {
    for (const [least, most] of pairs) {
      const [a, b] = [schema[least], schema[most]];
      if (typeof a !== 'number' || typeof b !== 'number' || a <= b) continue;
      this.tell('boundsTurned', `${at}/${least}`, { least, most, a: String(a), b: String(b) }, [
        { op: 'replace', path: `${at}/${least}`, value: b },
        { op: 'replace', path: `${at}/${most}`, value: a },
      ]);
    }
  }

  leads(ref: string): boolean {
    const found = segments(decodeURIComponent(ref.slice(1))).reduce<unknown>(
      (here, step) => (typeof here === 'object' && here !== null ? (here as Schema)[step] : undefined),
      this.root,
    );
    return found !== undefined;
  }
}

/** What other languages call the types. */
const meant: { readonly [type: string]: string } = {
  int: 'integer',
  float: 'number',
  double: 'number',
  decimal: 'number',
  bool: 'boolean',
  text: 'string',
  str: 'string',
  date: 'string',
  list: 'array',
  map: 'object',
};

function fits(holds: Holds, value: unknown): boolean {
  switch (holds) {
    case 'schema':
      return isRecord(value) || typeof value === 'boolean';
    case 'schemas':
      return Array.isArray(value) && value.length > 0 && value.every((v) => fits('schema', v));
    case 'named':
      return isRecord(value) && Object.values(value).every((v) => fits('schema', v));
    case 'count':
      return Number.isInteger(value) && (value as number) >= 0;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'text':
      return typeof value === 'string';
    case 'flag':
      return typeof value === 'boolean';
    case 'names':
      return Array.isArray(value) && value.every((v) => typeof v === 'string');
    case 'list':
      return Array.isArray(value);
    default:
      return true;
  }
}

const wants: { readonly [holds in Holds]: { readonly uk: string; readonly en: string } } = {
  schema: { uk: 'схема {…}', en: 'a schema {…}' },
  schemas: { uk: 'список схем [{…}]', en: 'a list of schemas [{…}]' },
  named: { uk: 'схеми за іменами { "імʼя": {…} }', en: 'schemas by name { "name": {…} }' },
  count: { uk: 'ціле число від 0', en: 'a whole number from 0' },
  number: { uk: 'число', en: 'a number' },
  text: { uk: 'текст у лапках', en: 'a text in quotes' },
  flag: { uk: 'true або false', en: 'true or false' },
  names: { uk: 'список імен ["імʼя"]', en: 'a list of names ["name"]' },
  list: { uk: 'список […]', en: 'a list […]' },
  any: { uk: 'будь-що', en: 'anything' },
};
