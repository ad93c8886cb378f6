import type { Registry, Text } from '#core/definition/types.ts';
import type { ImportOptions } from '../imported.ts';
import { type Item, Report } from '../report.ts';
import { languageOf, Speech } from '../words.ts';
import { named } from './lists/lists.ts';
import type { Column, Table } from './lists/tables.ts';

/** A registry made of a table of a regulation's data model, and what became of the table. It is of no agency yet. */
export type ImportedRegistry = {
  readonly file: string;
  readonly registry: Omit<Registry, 'agency'>;
  readonly report: readonly Item[];
};

/** What the types of the database are here. */
const types: readonly (readonly [RegExp, object])[] = [
  [/^UUID/, { type: 'string', maxLength: 36 }],
  [/^(TEXT|(VAR)?CHAR)$/, { type: 'string' }],
  [/^(BIG|SMALL)?INT(EGER)?|^(BIG)?SERIAL/, { type: 'integer' }],
  [/^(NUMERIC|DECIMAL|REAL|FLOAT|DOUBLE)/, { type: 'number' }],
  [/^BOOL/, { type: 'boolean' }],
  [/^DATE$/, { type: 'string', format: 'date' }],
  [/^(TIMESTAMP|DATETIME)/, { type: 'string', format: 'date-time' }],
];

/** What a column holds; undefined where its type is the registry's own. */
function schemaOf({ type }: Column): object | undefined {
  const length = /^(?:VAR)?CHAR(?:ACTER VARYING)?\((\d+)\)/.exec(type)?.[1];
  if (length !== undefined) return { type: 'string', maxLength: Number(length) };
  return types.find(([known]) => known.test(type))?.[1];
}

/** The tables of a data model as registries, each with its key, its unique columns as indexes, its remarks as texts. */
export function registriesOf(
  file: string,
  tables: readonly Table[],
  options: ImportOptions,
): ImportedRegistry[] {
  const language =
    options.language ??
    languageOf(tables.flatMap(({ said, columns }) => [said ?? '', ...columns.map((one) => one.said ?? '')]));
  const speech = new Speech(language, options.languages);
  const words = (text: string): Text => speech.name(text);
  return tables.flatMap((table) => registryOf(file, table, words) ?? []);
}

function registryOf(file: string, table: Table, words: (text: string) => Text): ImportedRegistry | undefined {
  const { name, columns } = table;
  const key = columns.filter(({ isKey }) => isKey).map(pointerOf);
  const [first] = key;
  if (first === undefined) return undefined;
  const report = new Report(file);
  for (const column of columns) tellOf(column, name, report);
  const unique = [
    ...columns.filter((one) => one.unique && !one.isKey).map((one) => [one.name]),
    ...table.unique,
  ];
  const indexes = unique.map((together) => [
    named(`by_${together.join('_')}`),
    { fields: together.map((one) => `/${named(one)}`), unique: true },
  ]);
  const registry = {
    $schema: 'https://kladka.example/schema/1/registry.json',
    format: 1,
    id: identifierOf(name),
    title: words(table.said ?? name),
    versions: [
      {
        version: 1,
        schema: {
          type: 'object',
          properties: Object.fromEntries(
            columns.map((one) => [named(one.name), schemaOf(one) ?? { type: 'string' }]),
          ),
          required: columns.filter(({ required, isKey }) => required || isKey).map((one) => named(one.name)),
        },
        texts: Object.fromEntries(
          columns.map((one) => [pointerOf(one), { title: words(one.said ?? one.name) }]),
        ),
      },
    ],
    key: key.length === 1 ? first : key,
    ...(indexes.length > 0 ? { indexes: Object.fromEntries(indexes) } : {}),
    readers: {},
  } as unknown as Omit<Registry, 'agency'>;
  return { file, registry, report: report.items };
}

/** A table's name as an id: small letters and digits, a letter first. */
const identifierOf = (table: string): string =>
  table
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40) || 'registry';

const pointerOf = ({ name }: Column): string => `/${named(name)}`;

/** Tells in what a field of the record is not the column that it was. */
function tellOf(column: Column, table: string, report: Report): void {
  const losses: Text[] = [];
  if (!schemaOf(column))
    losses.push({
      uk: `тип «${column.type.toLowerCase()}» належить самому реєстру: тут текст`,
      en: `the type “${column.type.toLowerCase()}” is of the registry itself: a text here`,
    });
  if (column.of !== undefined)
    losses.push({
      uk: `вказує на запис «${column.of}»: тут ключ, чи є такий запис, ніхто не перевіряє`,
      en: `it points to a record of “${column.of}”: a key here, nobody checks that there is such a record`,
    });
  if (column.madeUp)
    losses.push({
      uk: 'значення створювала база даних: тут його дає той, хто пише запис',
      en: 'the database made its value up: here whoever writes the record gives it',
    });
  report.tell(
    'definition',
    losses.length > 0 ? 'approximated' : 'exact',
    `${table}.${column.name}`,
    {
      uk: ['Стовпець', losses.map(({ uk }) => uk).join('; ')].filter((one) => one !== '').join(': '),
      en: ['A column', losses.map(({ en }) => en).join('; ')].filter((one) => one !== '').join(': '),
    },
    { to: `/versions/0/schema/properties/${named(column.name)}` },
  );
}
