import { evaluate, FeelFunction } from 'feelin';
import type { Budget } from './budget.ts';

/** What a call costs beside what its arguments cost to look at. */
type Cost = (budget: Budget, given: readonly unknown[]) => void;

const letters = (value: unknown): number => (typeof value === 'string' ? value.length : 0);
const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const through: Cost = (budget, given) => {
  for (const one of given) budget.through(one);
};
/** Every letter is looked at, and what is no plain letter written with a sign before it. */
const writing: Cost = (budget, given) => {
  const before = budget.left;
  through(budget, given);
  budget.spend(7 * (before - budget.left));
};
const ofDay: Cost = (budget) => budget.spend(200);
const everyLetter: Cost = (budget, [text]) => budget.spend(letters(text));

/** A search that may run to the end of the text from each of its letters; what would run longer is refused when checked. */
const searching: Cost = (budget, [text, pattern]) => {
  const repeats = String(pattern).match(/[*+]|,\}/g)?.length ?? 0;
  const anew = repeats > (String(pattern).startsWith('^') ? 1 : 0);
  budget.spend(2 * letters(text) + (anew ? letters(text) ** 2 / 8 : 0));
};
const sorting: Cost = (budget, [list]) =>
  budget.spend(4 * items(list).length * Math.log2(1 + items(list).length));

/** Each item that is no scalar is compared with every other. */
const distinct: Cost = (budget, given) => {
  const all = given.flatMap(items);
  const whole = all.filter((one) => typeof one === 'object' && one !== null);
  budget.spend(all.length * (2 + whole.length));
  const before = budget.left;
  budget.through(whole);
  budget.spend((before - budget.left) * whole.length);
};

const joining: Cost = (budget, [list, between]) => {
  budget.through(list);
  budget.spend((items(list).length * letters(between)) / 8);
};

/** What is put in stands as often as the pattern is found; `$'` brings the whole rest of the text, a look-ahead may. */
const replacing: Cost = (budget, given) => {
  searching(budget, given);
  const [text, pattern, instead] = given;
  const [all, put] = [letters(text), letters(instead)];
  const written = String(instead);
  const groups = written.split('$').length - 1;
  const rest = /\$['`]/.test(written) || String(pattern).includes('(?') ? all : 1;
  budget.spend(((all + 1) * put + groups * all * rest) / 8);
};

const costs: { readonly [name: string]: Cost } = {
  string: writing,
  flatten: through,
  'distinct values': distinct,
  union: distinct,
  'day of week': ofDay,
  'day of year': ofDay,
  'month of year': ofDay,
  'week of year': ofDay,
  sort: sorting,
  median: sorting,
  mode: sorting,
  'string join': joining,
  replace: replacing,
  substring: everyLetter,
  split: searching,
  matches: searching,
  'get value': (budget, [context]) => budget.spend(Object.keys(Object(context)).length),
};

type BuiltIn = ((...given: unknown[]) => unknown) & { readonly $args: readonly string[] };

/** The name under which a function of FEEL is called when its work is counted. */
export const meteredName = (name: string): string => `_${name.replaceAll(' ', '_')}`;

/** A function of FEEL that pays for what it does before it does it. */
export function metered(name: string, budget: Budget): FeelFunction {
  const known = evaluate(name).value as BuiltIn;
  const cost = costs[name];
  return new FeelFunction(
    (...given: unknown[]) => {
      for (const one of given) budget.look(one);
      cost?.(budget, given);
      return known(...given);
    },
    [...known.$args],
  );
}
