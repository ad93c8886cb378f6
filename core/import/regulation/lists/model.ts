import { type Table, tablesIn } from './tables.ts';
import { attribute, everyXml, type Xml, xmlIn } from './xml.ts';

/** A search condition: which rows of a table a form may choose from. Columns are named as the table names them. */
export type Search = {
  readonly name: string;
  readonly table: string;
  /** What its rows hold. */
  readonly columns: readonly string[];
  /** Columns by which whoever asks may narrow it to rows that hold just this. */
  readonly narrowedBy: readonly string[];
  /** Columns of which whoever asks may give the beginning or a part. */
  readonly searchedBy: readonly string[];
  /** By which column the rows are sorted. */
  readonly sorted: { readonly by: string; readonly falling: boolean } | undefined;
  /** What every row must hold. */
  readonly where: readonly { readonly column: string; readonly value: string; readonly not: boolean }[];
  readonly limit: number | undefined;
  /** Why its rows cannot be told from those of the table: it joins others, it counts, … */
  readonly beyond: string | undefined;
};

/** A dictionary that fills a table: its columns in their order, and those of them that the table takes. */
export type Load = {
  readonly table: string;
  readonly file: string;
  readonly columns: readonly string[];
  readonly taken: readonly string[];
};

/** A regulation's data model (Liquibase): its tables, and what forms choose from. */
export type Model = {
  readonly searches: readonly Search[];
  readonly loads: readonly Load[];
  readonly tables: readonly Table[];
};

/** The data model in an XML document, be it one that tells of tables alone; undefined where a text is none. */
export function modelIn(text: string): Model | undefined {
  const root = xmlIn(text);
  if (root?.name !== 'databaseChangeLog') return undefined;
  const searches = everyXml(root, 'createSearchCondition').map(searchOf);
  const loads = everyXml(root, 'sql').flatMap(loadsIn);
  return { searches, loads, tables: tablesIn(root) };
}

const NARROWS = new Set(['equal', 'in']);
const SEARCHES = new Set(['startsWith', 'contains']);
const UNDERSTOOD = new Set(['table', 'where', 'comment']);

function searchOf(given: Xml): Search {
  const tables = given.inside.filter(({ name }) => name === 'table');
  const inTable = tables.slice(0, 1).flatMap(({ inside }) => inside);
  const columns = inTable.filter(({ name }) => name === 'column');
  const sorted = columns.find(({ says }) => says.sorting !== undefined);
  const conditions = given.inside.filter(({ name }) => name === 'where').flatMap(({ inside }) => inside);
  const where = conditions.map(constant);
  const limit = Number(attribute(given, 'limit'));
  const strange = [
    ...given.inside.filter(({ name }) => !UNDERSTOOD.has(name)),
    ...inTable.filter(({ name }) => name !== 'column'),
    ...tables.slice(1),
    ...conditions.filter((_, n) => where[n] === undefined),
  ];
  return {
    name: nameOf(given),
    table: tables.slice(0, 1).map(nameOf).join(''),
    columns: columns.filter(({ says }) => says.returning !== 'false').map(nameOf),
    narrowedBy: columns.filter((one) => NARROWS.has(attribute(one, 'searchType'))).map(nameOf),
    searchedBy: columns.filter((one) => SEARCHES.has(attribute(one, 'searchType'))).map(nameOf),
    sorted: sorted && { by: nameOf(sorted), falling: sorted.says.sorting === 'desc' },
    where: where.filter((one) => one !== undefined),
    limit: limit > 0 ? limit : undefined,
    beyond: strange[0]?.name,
  };
}

const nameOf = (one: Xml): string => attribute(one, 'name');

/** A condition that compares a column with a constant; undefined where it does more. */
function constant(given: Xml): Search['where'][number] | undefined {
  const { name, says, inside } = given;
  const value = /^'([^']*)'$/.exec(attribute(given, 'value'))?.[1];
  const isPlain = name === 'condition' && inside.length === 0 && says.logicOperator !== 'or';
  if (!isPlain || value === undefined || !['eq', 'ne'].includes(attribute(given, 'operator')))
    return undefined;
  return { column: attribute(given, 'columnName'), value, not: says.operator === 'ne' };
}

const LOAD =
  /p_load_table_from_csv\(\s*'(\w+)'\s*,\s*'([^']*)'\s*,\s*array\s*\[([^\]]*)\]\s*(?:,\s*array\s*\[([^\]]*)\]\s*)?\)/gi;

/** What the procedure of the platform loads: table, file, the file's columns in their order, those that the table takes. */
function loadsIn({ text }: Xml): Load[] {
  return [...text.matchAll(LOAD)].map(([, table = '', file = '', columns = '', taken]) => ({
    table,
    // a parameter of Liquibase stands for the folder
    file: file.replace(/^.*[/\\}]/, ''),
    columns: quoted(columns),
    taken: quoted(taken ?? columns),
  }));
}

const quoted = (list: string): string[] => [...list.matchAll(/'([^']*)'/g)].map(([, one = '']) => one);
