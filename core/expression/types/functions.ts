import { any, either, type Kind, list, type Parameter, present, scalar, type Type } from './type.ts';

/** A function of FEEL: what it takes, what it gives of what it was given. */
export type Signature = {
  readonly parameters: readonly Parameter[];
  /** The last parameter may be repeated. */
  readonly rest?: boolean;
  readonly result: Type | ((given: readonly Type[]) => Type);
  /** Of a list without items it can make nothing (FEEL gives null). */
  readonly needsItems?: boolean;
};

const number = scalar('number');
const string = scalar('string');
const boolean = scalar('boolean');

const take = (name: string, ...kinds: Kind[]): Parameter => (kinds.length ? { name, kinds } : { name });
const maybe = (name: string, ...kinds: Kind[]): Parameter => ({
  ...take(name, ...kinds),
  optional: true,
  empty: true,
});
const anything = (name: string): Parameter => ({ name, empty: true });
const of = (result: Signature['result'], ...parameters: Parameter[]): Signature => ({ parameters, result });
const listed = (result: Signature['result'], item: Kind = 'number'): Signature => ({
  parameters: [take('list', 'list', item)],
  rest: true,
  result,
  needsItems: true,
});

const same = ([first]: readonly Type[]): Type => (first ? present(first) : any);
const asList = (type: Type | undefined): Type => (type?.kind === 'list' ? present(type) : list(type ?? any));
const twoStrings = (result: Type, second = 'match') =>
  of(result, take('string', 'string'), take(second, 'string'));
const rounding = of(number, take('n', 'number'), take('scale', 'number'));
const ofDay = (result: Type) => of(result, take('date', 'date', 'date and time'));

/** The functions that a definition may call, as feelin has them; which they are `builtins.ts` says. */
export const signatures: ReadonlyMap<string, Signature> = new Map(
  Object.entries({
    string: of(string, take('from')),
    number: of(
      number,
      take('from', 'string'),
      maybe('grouping separator', 'string'),
      maybe('decimal separator', 'string'),
    ),
    date: of(
      scalar('date'),
      take('from', 'string', 'date', 'date and time', 'number'),
      maybe('month', 'number'),
      maybe('day', 'number'),
    ),
    time: of(
      scalar('time'),
      take('from', 'string', 'time', 'date and time', 'date', 'number'),
      maybe('minute', 'number'),
      maybe('second', 'number'),
      maybe('offset', 'duration'),
    ),
    'date and time': of(
      scalar('date and time'),
      take('from', 'string', 'date', 'date and time'),
      maybe('time', 'time'),
    ),
    duration: of(scalar('duration'), take('from', 'string')),
    'years and months duration': of(
      scalar('duration'),
      take('from', 'date', 'date and time'),
      take('to', 'date', 'date and time'),
    ),
    'day of week': ofDay(string),
    'day of year': ofDay(number),
    'month of year': ofDay(string),
    'week of year': ofDay(number),
    not: of(boolean, take('negand', 'boolean')),
    substring: of(
      string,
      take('string', 'string'),
      take('start position', 'number'),
      maybe('length', 'number'),
    ),
    'string length': of(number, take('string', 'string')),
    'upper case': of(string, take('string', 'string')),
    'lower case': of(string, take('string', 'string')),
    'substring before': twoStrings(string),
    'substring after': twoStrings(string),
    contains: twoStrings(boolean),
    'starts with': twoStrings(boolean),
    'ends with': twoStrings(boolean),
    matches: of(boolean, take('input', 'string'), take('pattern', 'string'), maybe('flags', 'string')),
    replace: of(
      string,
      take('input', 'string'),
      take('pattern', 'string'),
      take('replacement', 'string'),
      maybe('flags', 'string'),
    ),
    split: of(list(string), take('string', 'string'), take('delimiter', 'string')),
    'string join': of(string, take('list', 'list'), maybe('delimiter', 'string')),
    'list contains': of(boolean, take('list', 'list'), anything('element')),
    count: of(number, take('list', 'list')),
    min: listed(number),
    max: listed(number),
    sum: listed(number),
    mean: listed(number),
    median: listed(number),
    product: listed(number),
    mode: { ...listed(list(number)), needsItems: false },
    all: { ...listed(boolean, 'boolean'), needsItems: false },
    any: { ...listed(boolean, 'boolean'), needsItems: false },
    sublist: of(
      ([l]) => asList(l),
      take('list', 'list'),
      take('start position', 'number'),
      maybe('length', 'number'),
    ),
    append: { ...of(([l]) => asList(l), take('list', 'list'), anything('item')), rest: true },
    concatenate: { ...of(joinedLists, take('list', 'list')), rest: true },
    union: { ...of(joinedLists, take('list', 'list')), rest: true },
    'insert before': of(
      ([l]) => asList(l),
      take('list', 'list'),
      take('position', 'number'),
      anything('newItem'),
    ),
    remove: of(([l]) => shortened(l), take('list', 'list'), take('position', 'number')),
    reverse: of(same, take('list', 'list')),
    'index of': of(list(number), take('list', 'list'), anything('match')),
    'distinct values': of(same, take('list', 'list')),
    flatten: of(list(any), take('list', 'list')),
    sort: of(same, take('list', 'list'), take('precedes', 'function')),
    decimal: rounding,
    floor: of(number, take('n', 'number'), maybe('scale', 'number')),
    ceiling: of(number, take('n', 'number'), maybe('scale', 'number')),
    'round up': rounding,
    'round down': rounding,
    'round half up': rounding,
    'round half down': rounding,
    abs: of(same, take('n', 'number', 'duration')),
    modulo: of(number, take('dividend', 'number'), take('divisor', 'number')),
    even: of(boolean, take('number', 'number')),
    odd: of(boolean, take('number', 'number')),
    'get value': of({ kind: 'any', empty: true }, take('m', 'context'), take('key', 'string')),
    // ours: docs/format.md, "Bounded"
    total: of(number, take('list', 'list')),
    money: of(string, take('amount', 'number')),
  } satisfies { [name: string]: Signature }),
);

/** Functions that want every item of their list to be there. */
export const wantsEveryItem: ReadonlySet<string> = new Set([
  'total',
  'min',
  'max',
  'sum',
  'mean',
  'median',
  'product',
]);

function joinedLists(given: readonly Type[]): Type {
  const lists = given.map(asList);
  const joined = lists.length ? lists.reduce(either) : list(any);
  return lists.some((l) => l.kind === 'list' && l.some) ? ({ ...joined, some: true } as Type) : joined;
}

function shortened(type: Type | undefined): Type {
  return list(type?.kind === 'list' ? type.of : any);
}
