import { isRecord } from '../record.ts';
import { either, type Literal, type ScalarType, type Type } from './type.ts';

type Schema = { readonly [keyword: string]: unknown };

/** Where a value has one of these (or is there at all), some others are there too: `if` and `then` of a schema, for expressions. */
export type Implication = {
  /** Dotted, from the root. */
  readonly path: string;
  /** Any value if not said. */
  readonly values?: readonly Literal[];
  readonly present: readonly string[];
  /** Lists that then have an item. */
  readonly filled: readonly string[];
};
export type SchemaType = { readonly type: Type; readonly implications: readonly Implication[] };

/** Depth at which a schema that contains itself is cut off. */
const DEEPEST = 12;

const schemas = (value: unknown): Schema[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const required = (schema: Schema): string[] =>
  Array.isArray(schema.required) ? schema.required.filter((name) => typeof name === 'string') : [];

/**
 * What FEEL sees of data that a JSON Schema accepted (objects are there, lists are there, anything else that was left out is null),
 * conditional fields included. Paths of implications begin with `root`.
 */
export function typeOfSchema(schema: unknown, root: string): SchemaType {
  const reader = new Reader(schema);
  const type = reader.type([{ schema, certain: true }], true, root, 0);
  return { type, implications: reader.implications };
}

type Found = { readonly schema: unknown; readonly certain: boolean };

class Reader {
  readonly implications: Implication[] = [];
  readonly root: unknown;

  constructor(root: unknown) {
    this.root = root;
  }

  /** @param certain whether the value is there whenever the data are right */
  type(found: readonly Found[], certain: boolean, path: string, depth: number): Type {
    if (depth > DEEPEST) return { kind: 'any', empty: true };
    // of what only conditions declare, one or the other is there: each for itself
    const says = found.some((f) => f.certain) ? [] : found.filter((f) => this.says(f, path, depth));
    if (says.length > 0)
      return says
        .map(({ schema }) => this.type([{ schema, certain: true }], certain, path, depth + 1))
        .reduce(either);
    const all = found.flatMap((one) => this.flat(one, path, depth));
    const kinds = new Set(all.flatMap(({ schema }) => kindsOf(schema)));
    if (kinds.has('null')) certain = false;
    kinds.delete('null');
    const empty = certain ? {} : { empty: true };
    if (kinds.size !== 1) return { kind: 'any', ...empty };
    const [kind] = kinds;
    if (kind === 'object') return this.context(all, certain, path, depth);
    if (kind === 'array') {
      const items = all.flatMap(({ schema, certain }) =>
        isRecord(schema.items) ? [{ schema: schema.items, certain }] : [],
      );
      const some = certain && all.some((f) => f.certain && Number(f.schema.minItems ?? 0) > 0);
      return {
        kind: 'list',
        of: items.length ? this.type(items, true, `${path}.*`, depth + 1) : { kind: 'any' },
        ...(some ? { some: true } : {}),
      };
    }
    return { ...scalarOf(kind, all), ...empty } as Type;
  }

  /** Whether it tells what kind of value is there. */
  says(found: Found, path: string, depth: number): boolean {
    return this.flat(found, path, depth).some(({ schema }) => kindsOf(schema).length > 0);
  }

  context(
    all: readonly { schema: Schema; certain: boolean }[],
    certain: boolean,
    path: string,
    depth: number,
  ): Type {
    const names = new Set(
      all.flatMap(({ schema }) => Object.keys(isRecord(schema.properties) ? schema.properties : {})),
    );
    const fields: { [name: string]: Type } = {};
    for (const name of names) {
      const parts = all.flatMap(({ schema, certain }) => {
        const properties = schema.properties as Schema | undefined;
        return properties && Object.hasOwn(properties, name) ? [{ schema: properties[name], certain }] : [];
      });
      const needed = certain && all.some((f) => f.certain && required(f.schema).includes(name));
      fields[name] = this.type(parts, needed, `${path}.${name}`, depth + 1);
    }
    return { kind: 'context', fields, ...(names.size ? {} : { open: true }) };
  }

  /** The schema and all that it may add. */
  flat({ schema, certain }: Found, path: string, depth: number): { schema: Schema; certain: boolean }[] {
    if (!isRecord(schema) || depth > DEEPEST) return [];
    const more = (inner: unknown, sure: boolean) =>
      this.flat({ schema: inner, certain: sure }, path, depth + 1);
    const out = [{ schema, certain }];
    if (typeof schema.$ref === 'string') out.push(...more(this.lead(schema.$ref), certain));
    for (const inner of schemas(schema.allOf)) out.push(...more(inner, certain));
    for (const word of ['anyOf', 'oneOf'])
      for (const inner of schemas(schema[word])) out.push(...more(inner, false));
    for (const word of ['then', 'else']) out.push(...more(schema[word], false));
    if (certain) this.implied(schema, path);
    return out;
  }

  lead(ref: string): unknown {
    if (!ref.startsWith('#')) return undefined;
    return ref
      .slice(1)
      .split('/')
      .slice(1)
      .reduce<unknown>(
        (at, step) =>
          isRecord(at) ? at[decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')] : undefined,
        this.root,
      );
  }

  implied(schema: Schema, path: string): void {
    if (path.includes('*')) return;
    if (isRecord(schema.dependentRequired))
      for (const [name, others] of Object.entries(schema.dependentRequired))
        if (Array.isArray(others))
          this.implications.push({
            path: `${path}.${name}`,
            present: others.map((other) => `${path}.${other}`),
            filled: [],
          });
    if (!isRecord(schema.if) || !isRecord(schema.then)) return;
    const [[name, test] = [], ...others] = Object.entries(
      isRecord(schema.if.properties) ? schema.if.properties : {},
    );
    if (name === undefined || others.length > 0 || !isRecord(test)) return;
    if (Object.keys(schema.if).some((k) => k !== 'properties' && k !== 'required' && k !== 'type')) return;
    const values = 'const' in test ? [test.const] : test.enum;
    if (!Array.isArray(values) || !Object.keys(test).every((k) => /^(const|enum|type)$/.test(k))) return;
    const [present, filled] = this.needed(schema.then, path, 0);
    if (present.length) this.implications.push({ path: `${path}.${name}`, values, present, filled });
  }

  /** What a schema needs, objects on the way included. */
  needed(schema: unknown, path: string, depth: number): [present: string[], filled: string[]] {
    const present: string[] = [];
    const filled: string[] = [];
    if (!isRecord(schema) || depth > DEEPEST) return [present, filled];
    const into = (inner: unknown, at: string) => {
      const [p, f] = this.needed(inner, at, depth + 1);
      present.push(...p);
      filled.push(...f);
    };
    if (typeof schema.$ref === 'string') into(this.lead(schema.$ref), path);
    for (const inner of schemas(schema.allOf)) into(inner, path);
    const properties = isRecord(schema.properties) ? schema.properties : {};
    for (const name of required(schema)) {
      const inner = properties[name];
      present.push(`${path}.${name}`);
      if (isRecord(inner) && Number(inner.minItems ?? 0) > 0) filled.push(`${path}.${name}`);
      into(inner, `${path}.${name}`);
    }
    return [present, filled];
  }
}

const kindsOf = (schema: Schema): string[] => {
  if (schema.type !== undefined)
    return [schema.type].flat().map((t) => (t === 'integer' ? 'number' : String(t)));
  if (schema.properties !== undefined) return ['object'];
  if (schema.items !== undefined) return ['array'];
  const values = 'const' in schema ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : [];
  return values.map((v) => (v === null ? 'null' : typeof v));
};

function scalarOf(kind: string | undefined, all: readonly { schema: Schema; certain: boolean }[]): Type {
  if (kind !== 'string' && kind !== 'number' && kind !== 'boolean') return { kind: 'any' };
  const listed = all.filter((f) => f.certain && ('const' in f.schema || Array.isArray(f.schema.enum)));
  const choices = all
    .flatMap(({ schema, certain }) => (certain ? [schema.oneOf ?? schema.anyOf] : []))
    .find(Array.isArray);
  const lists = listed.map(({ schema }) => ('const' in schema ? [schema.const] : (schema.enum as unknown[])));
  if (choices?.length && schemas(choices).every((c) => 'const' in c))
    lists.push(schemas(choices).map((c) => c.const));
  const values = lists.reduce<unknown[] | undefined>(
    (a, b) => (a ? a.filter((v) => b.includes(v)) : b),
    undefined,
  );
  const format = all.map(({ schema }) => formatOf(schema)).find((f) => f !== undefined);
  return {
    kind,
    ...(values ? { values: values.filter((v): v is Literal => typeof v === kind) } : {}),
    ...(format === undefined ? {} : { format }),
  } satisfies ScalarType;
}

/** What a text can be read as: a day, a moment, a time, a duration, a number. */
function formatOf({ format, pattern }: Schema): string | undefined {
  if (format === 'date' || format === 'date-time' || format === 'time' || format === 'duration')
    return format;
  if (format === 'rnokpp' || format === 'edrpou') return 'digits';
  return typeof pattern === 'string' && /^\^(\\d|\[0-9\])([+*]|\{\d+(,\d*)?\})?\$$/.test(pattern)
    ? 'digits'
    : undefined;
}
