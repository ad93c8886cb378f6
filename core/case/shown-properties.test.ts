import { expect, it } from 'vitest';
import { allSchemas } from '#core/definition/index.ts';
import { blocks, examples, libraryWith } from './written-examples.testing.ts';

/** A schema, the file it lies in, and what it is called: the named shape, or the file. */
type Place = { schema: Schema; file: string; name: string };
type Schema = { [keyword: string]: unknown };
const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const inner = (schema: Schema): Schema[] =>
  [schema.items, schema.additionalProperties, schema.anyOf, schema.oneOf].flat().filter(isObject);

function led({ schema, file, name }: Place): Place {
  if (typeof schema.$ref !== 'string') return { schema, file, name };
  const [home = '', path = ''] = schema.$ref.split('#');
  const there = home === '' ? file : home.replace('.json', '');
  const steps = path.split('/').slice(1);
  const found = steps.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), allSchemas[there]);
  return { schema: isObject(found) ? found : {}, file: there, name: steps.at(-1) ?? there };
}

/** What all states, all blocks of a document have is shown once. */
const said = (name: string, property: string): string =>
  /State$/.test(name) && /^(title|shown|notify|remind)$/.test(property)
    ? `State.${property}`
    : /Block$/.test(name) && property === 'when'
      ? 'Block.when'
      : `${name}.${property}`;

/** Every property that a schema names, as deep as it is written out. */
function named(schema: Schema, name: string): string[] {
  const own = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  return [
    ...own.flatMap(([property, one]) => [
      said(name, property),
      ...(isObject(one) && one.$ref === undefined ? named(one, `${name}.${property}`) : []),
    ]),
    ...inner(schema).flatMap((one) => (one.$ref === undefined ? named(one, name) : [])),
  ];
}

/** Every property that a value shows. */
function shown(value: unknown, place: Place): string[] {
  const { schema, file, name } = led(place);
  if (Array.isArray(value)) return value.flatMap((one) => below(one, { schema, file, name }));
  if (!isObject(value)) return [];
  const properties = isObject(schema.properties) ? schema.properties : {};
  // of the kinds of state and of block it is the one whose type it says
  const { type } = properties;
  if (isObject(type) && type.const !== undefined && type.const !== value.type) return [];
  return [
    ...below(value, { schema, file, name }),
    ...Object.entries(value).flatMap(([property, one]) => {
      const known = properties[property];
      if (isObject(known))
        return [said(name, property), ...shown(one, { schema: known, file, name: `${name}.${property}` })];
      const { additionalProperties } = schema;
      return isObject(additionalProperties) ? shown(one, { schema: additionalProperties, file, name }) : [];
    }),
  ];
}

function below(value: unknown, { schema, file, name }: Place): string[] {
  const { additionalProperties: _, ...rest } = schema;
  return inner(rest).flatMap((one) => shown(value, { schema: one, file, name }));
}

const roots: [kind: RegExp, file: string][] = [
  [/^(service|services\/\w+\/service\.json)$/, 'service'],
  [/scenario/, 'scenario'],
  [/^agencies\//, 'agency'],
  [/^connectors\//, 'connector'],
  [/^registries\//, 'registry'],
];

it('every property of a definition and of a scenario stands in an example that runs', () => {
  const whole = examples.map((example): [string, unknown] => [
    'service',
    libraryWith(example).services.stall,
  ]);
  const alone = blocks
    .filter(({ kind }) => kind !== 'service' && kind !== 'states')
    .map(({ kind, text }): [string, unknown] => [kind, JSON.parse(text)]);
  const found = new Set(
    [...whole, ...alone].flatMap(([kind, value]) => {
      const file = roots.find(([pattern]) => pattern.test(kind))?.[1];
      return file === undefined ? [] : shown(value, { schema: allSchemas[file] ?? {}, file, name: file });
    }),
  );
  const wanted = Object.entries(allSchemas).flatMap(([file, { $defs, ...own }]) => [
    ...named(own, file),
    ...Object.entries(isObject($defs) ? $defs : {}).flatMap(([name, one]) =>
      isObject(one) ? named(one, name) : [],
    ),
  ]);
  const missing = new Set(wanted.filter((one) => !found.has(one)));
  expect([...missing]).toEqual([]);
});
