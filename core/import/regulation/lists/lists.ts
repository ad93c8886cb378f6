import type { Text } from '#core/definition/types.ts';
import { nearest } from '../../nearest.ts';
import type { Dictionary } from './dictionary.ts';
import type { Load, Model, Search } from './model.ts';

/** What a field asks a list for: by the names that the platform gives columns (`ownershipId`). */
export type Asked = {
  /** Name of the search condition. */
  readonly search: string;
  readonly value: string;
  readonly title: string;
  /** Columns and what they must hold. */
  readonly narrowed: readonly (readonly [string, string])[];
};

/** The choices of a list, or why they are not known. `kept`: what the source enters of a choice is entered here too. */
export type Listed =
  | {
      readonly choices: readonly { readonly value: string; readonly label: string }[];
      readonly kept: boolean;
      readonly from: string;
    }
  /** `many`: there are so many rows that no form holds them. */
  | { readonly why: Text; readonly many?: number };

/** What a data model says of a search condition. `typed`: it gives so few rows that one has to search by this column. */
export type Searched = { readonly typed?: string } | { readonly why: Text };

/** What a field asks a search condition for, whatever it is narrowed to. */
type Wanted = Pick<Asked, 'value' | 'title'> & {
  readonly search: string | undefined;
  readonly narrowed: readonly { readonly by: string }[];
};

/** What the lists of a regulation hold. `file`: the form that asks. */
export type Lists = {
  readonly rows: (file: string, asked: Asked) => Listed;
  /** Undefined where the search condition is not among the files. */
  readonly search: (file: string, wanted: Wanted) => Searched | undefined;
};

/** More choices than this are no list to choose from, and too many for a form. */
const MOST = 500;

type In<T> = T & { readonly file: string };

/** The lists that forms choose from: search conditions over tables that dictionaries fill, all as the files have them. */
export function listsIn(models: readonly In<Model>[], dictionaries: readonly In<Dictionary>[]): Lists {
  const searches = models.flatMap(({ searches: own, file }) => own.map((search) => ({ search, file })));
  const searchFor = (file: string, name: string | undefined) =>
    nearest(
      searches.filter(({ search }) => search.name === name),
      file,
    );
  const rows: Lists['rows'] = (file, asked) => {
    const at = searchFor(file, asked.search);
    if (!at) return { why: UNKNOWN(asked.search) };
    const { search } = at;
    if (search.beyond !== undefined) return { why: BEYOND(search.name, search.beyond) };
    const loads = models.flatMap(({ loads: own, file: model }) =>
      own.filter(({ table }) => table === search.table).map((load) => ({ load, file: model })),
    );
    const load = nearest(loads, at.file)?.load;
    const dictionary =
      load &&
      nearest(
        dictionaries.filter((one) => one.file.split(/[/\\]/).at(-1) === load.file),
        at.file,
      );
    if (!load || !dictionary) return { why: EMPTY(search.table, load?.file) };
    return listed(search, load, dictionary, asked);
  };
  return {
    rows,
    search: (file, wanted) => {
      const found = searchFor(file, wanted.search)?.search;
      return found && searched(found, wanted);
    },
  };
}

/** Whether a search condition gives what a field takes of it, and asks what the field narrows it by. */
function searched(search: Search, { value, title, narrowed }: Wanted): Searched {
  const has = (columns: readonly string[], name: string) => columns.some((column) => named(column) === name);
  const missing = [value, title].find((name) => !has(search.columns, name));
  if (missing !== undefined) return { why: NO_COLUMN(missing) };
  if (narrowed.some(({ by }) => !has(search.narrowedBy, by))) return { why: NARROWED(search.name) };
  return search.limit !== undefined && has(search.searchedBy, title) ? { typed: title } : {};
}

type Row = { readonly [column: string]: string };
const cell = (row: Row, column: string): string => row[column] ?? '';

/** How the platform names a column to forms. */
export const named = (column: string): string =>
  column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function listed(search: Search, load: Load, { rows, file }: In<Dictionary>, asked: Asked): Listed {
  const all = rows.map(
    (row): Row => Object.fromEntries(load.columns.map((column, n) => [column, row[n] ?? ''])),
  );
  const columnOf = (name: string) => load.taken.find((column) => named(column) === name);
  const title = columnOf(asked.title);
  if (title === undefined || !search.columns.includes(title)) return { why: NO_COLUMN(asked.title) };
  const narrowed = asked.narrowed.map(([name, value]) => ({
    column: columnOf(name) ?? '',
    value,
    not: false,
  }));
  const odd = narrowed.find(({ column }) => !search.narrowedBy.includes(column));
  if (odd) return { why: NARROWED(search.name) };
  const asks = [...search.where, ...narrowed];
  const missing = asks.find(({ column }) => !load.taken.includes(column));
  if (missing) return { why: NO_COLUMN(missing.column) };
  const found = sorted(
    all.filter((row) => asks.every(({ column, value, not }) => (row[column] === value) !== not)),
    search,
  );
  const shown = search.limit === undefined ? found : found.slice(0, search.limit);
  if (shown.length === 0) return { why: NOTHING(search.name, file) };
  if (shown.length > MOST) return { why: MANY(shown.length), many: shown.length };
  const own = columnOf(asked.value);
  // an identifier that the source makes when it loads the list is nowhere in the files: what tells the rows apart is entered
  const by = own ?? load.columns.find((column) => tellsApart(shown, column));
  if (by === undefined || !tellsApart(shown, by)) return { why: ALIKE(file) };
  return {
    choices: shown.map((row) => ({ value: cell(row, by), label: cell(row, title) })),
    kept: own !== undefined,
    from: file,
  };
}

/** Sorted as the source sorts, by the alphabet of its language. */
function sorted(rows: readonly Row[], search: Search): Row[] {
  const order = search.sorted;
  if (!order) return [...rows];
  const collator = new Intl.Collator('uk');
  const way = order.falling ? -1 : 1;
  return [...rows].sort((a, b) => way * collator.compare(cell(a, order.by), cell(b, order.by)));
}

const tellsApart = (rows: readonly Row[], column: string): boolean =>
  new Set(rows.map((row) => row[column])).size === rows.length && rows.every((row) => row[column] !== '');

const UNKNOWN = (search: string): Text => ({
  uk: `умови пошуку «${search}» серед файлів немає: дайте разом із моделлю даних регламенту (.xml) та її довідниками (.csv)`,
  en: `the search condition “${search}” is not among the files: give the data model of the regulation (.xml) and its dictionaries (.csv) along`,
});
const BEYOND = (search: string, what: string): Text => ({
  uk: `умова пошуку «${search}» робить більше, ніж вибирає рядки однієї таблиці (${what})`,
  en: `the search condition “${search}” does more than choose rows of one table (${what})`,
});
const EMPTY = (table: string, file: string | undefined): Text =>
  file === undefined
    ? {
        uk: `таблицю «${table}» не наповнює жоден довідник: її записи веде сам реєстр`,
        en: `no dictionary fills the table “${table}”: its records are kept by the registry itself`,
      }
    : {
        uk: `довідника «${file}», що наповнює таблицю «${table}», серед файлів немає`,
        en: `the dictionary “${file}”, which fills the table “${table}”, is not among the files`,
      };
const NO_COLUMN = (column: string): Text => ({
  uk: `стовпця «${column}» у списку немає`,
  en: `the list has no column “${column}”`,
});
const NARROWED = (search: string): Text => ({
  uk: `поле звужує умову пошуку «${search}» тим, чого вона не питає`,
  en: `the field narrows the search condition “${search}” by what it does not ask`,
});
const NOTHING = (search: string, file: string): Text => ({
  uk: `умова пошуку «${search}» у довіднику «${file}» нічого не знаходить`,
  en: `the search condition “${search}” finds nothing in the dictionary “${file}”`,
});
const MANY = (count: number): Text => ({
  uk: `у списку ${count} рядків, форма тримає до ${MOST}`,
  en: `the list has ${count} rows, a form holds up to ${MOST}`,
});
const ALIKE = (file: string): Text => ({
  uk: `рядків довідника «${file}» не розрізнити за одним стовпцем`,
  en: `no one column tells the rows of the dictionary “${file}” apart`,
});
