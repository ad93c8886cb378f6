import { allSchemas } from '#core/definition/index.ts';
import { page, table } from './table.ts';

type Schema = {
  readonly title?: string;
  readonly description?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
};
type Row = readonly [name: string, value: string, what: string];

const nameIn = (ref: string): string => ref.split('/').at(-1) ?? '';
const link = (name: string): string => `[${name}](#${name.toLowerCase()})`;
const isRequired = (one: Schema): boolean => Object.keys(one).join() === 'required';

/** What may stand there, briefly. */
function value(schema: Schema): string {
  if (schema.$ref !== undefined) return link(nameIn(schema.$ref));
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum) return schema.enum.map((one) => `\`${one}\``).join(', ');
  const choices = (schema.anyOf ?? schema.oneOf)?.filter((one) => !isRequired(one));
  if (choices?.length) return choices.map(value).join(' or ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => value({ type })).join(' or ');
  switch (schema.type) {
    case 'boolean':
      return 'true, false';
    case 'integer':
      return `whole number${bounds(schema)}`;
    case 'number':
      return `number${bounds(schema)}`;
    case 'string':
      if (schema.format !== undefined)
        return { uri: 'web address', email: 'e-mail address' }[schema.format] ?? 'text';
      return schema.pattern === undefined ? 'text' : `text \`${schema.pattern}\``;
    case 'array':
      return `list of ${value(schema.items ?? {})}${schema.minItems ? `, at least ${schema.minItems}` : ''}`;
    case 'object':
      return object(schema);
    default:
      return 'anything';
  }
}

function object({ properties, propertyNames, additionalProperties }: Schema): string {
  if (typeof additionalProperties === 'object')
    return `by ${propertyNames?.pattern?.startsWith('^(/') ? 'pointer' : 'name'}: ${value(additionalProperties)}`;
  return properties ? `\`{ ${Object.keys(properties).join(', ')} }\`` : 'object';
}

function bounds({ minimum, exclusiveMinimum, maximum }: Schema): string {
  const from = minimum ?? exclusiveMinimum;
  if (from === undefined) return maximum === undefined ? '' : `, at most ${maximum}`;
  const above = exclusiveMinimum === undefined ? '' : 'above ';
  return maximum === undefined ? ` from ${above}${from}` : ` ${above}${from} to ${maximum}`;
}

/** What must stand together, where anyOf and oneOf say only that. */
function together({ anyOf, oneOf }: Schema): string {
  const of = (list: readonly Schema[] | undefined, how: string): string =>
    list?.every(isRequired)
      ? ` ${how} ${list.map(({ required = [] }) => required.map((name) => `\`${name}\``).join(' with ')).join(', ')}.`
      : '';
  return `${of(anyOf, 'At least one of')}${of(oneOf, 'Exactly one of')}`;
}

/** Rows of an object and of what is written out inside it: `a.b`, `list[].b`, `map.*.b`. */
function rows(schema: Schema, under = ''): Row[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const needed = schema.required?.includes(name) ? ' (needed)' : '';
    const what = `${inner.description ?? ''}${together(inner)}`;
    return [
      [`\`${under}${name}\`${needed}`, value(inner), what] as const,
      ...inside(inner, `${under}${name}`),
    ];
  });
}

function inside(schema: Schema, name: string): Row[] {
  if (schema.$ref !== undefined) return [];
  const own = rows(schema, `${name}.`);
  const items = schema.items ? inside(schema.items, `${name}[]`) : [];
  const { additionalProperties: map } = schema;
  const named = typeof map === 'object' ? inside(map, `${name}.*`) : [];
  const choices = (schema.anyOf ?? schema.oneOf ?? []).flatMap((one) => inside(one, name));
  return [...own, ...items, ...named, ...choices];
}

const HEADINGS = ['property', 'value', 'what it says'] as const;

/** A named shape: what it is, and its properties. */
function section(name: string, schema: Schema, without: ReadonlySet<string> = new Set()): string[] {
  const all = schema.properties || schema.anyOf ? inside(schema, '').map(bare) : [];
  const left = all.filter(([property]) => !without.has(property));
  const plain =
    schema.properties || schema.$ref || Object.keys(schema).length === 1 ? '' : ` Value: ${value(schema)}.`;
  return [
    `### ${name}`,
    `${schema.description ?? ''}${together(schema)}${plain}`,
    ...(left.length > 0 ? [table(HEADINGS, left)] : []),
  ];
}

/** Without the dot before the first name. */
const bare = ([name, ...rest]: Row): Row => [name.replace('`.', '`'), ...rest];

/** What every kind of state has alike. */
function everyState(definitions: Readonly<Record<string, Schema>>): Row[] {
  const kinds = (definitions.State?.oneOf ?? []).map(({ $ref = '' }) => definitions[nameIn($ref)] ?? {});
  const [first, ...others] = kinds.map((kind) => rows(kind));
  return (first ?? []).filter((row) => others.every((all) => all.some((one) => one.join() === row.join())));
}

const TITLES: readonly (readonly [file: string, title: string])[] = [
  ['service', 'Service'],
  ['flow', 'Flow and states'],
  ['registry', 'Registry'],
  ['connector', 'Connector'],
  ['agency', 'Agency'],
  ['scenario', 'Scenario'],
  ['common', 'What all of them use'],
];

/** docs/properties.md: every property of the definitions, from the JSON Schemas. */
export function propertiesPage(): string {
  const parts = TITLES.flatMap(([file, title]) => {
    const schema = allSchemas[file] as Schema;
    const definitions = schema.$defs ?? {};
    const shared = file === 'flow' ? everyState(definitions) : [];
    const names = new Set(shared.map(([name]) => name));
    return [
      `## ${title}`,
      schema.description ?? '',
      ...(schema.properties ? [table(HEADINGS, rows(schema))] : []),
      ...Object.entries(definitions).flatMap(([name, one]) => [
        ...section(name, one, name.endsWith('State') && name !== 'State' ? names : undefined),
        ...(name === 'State' ? ['Every state may have:', table(HEADINGS, shared)] : []),
      ]),
    ];
  });
  return page('Every property of a definition', [
    'What the JSON Schemas in `core/definition/` say, property by property; editors show the same while you write. `a.b` is a property inside, `list[].b` of each entry, `map.*.b` of each named value; (needed) must be there. What belongs together, with examples that run: [format.md](format.md).',
    ...parts,
  ]);
}
