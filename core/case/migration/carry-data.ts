import type { CarriedData } from '#core/definition/types.ts';
import { at, partsOf, withAt } from '#core/flow/pointer.ts';
import type { Json, JsonObject, Pointer } from '#core/flow/types.ts';
import type { FieldProblem, FormDefinition } from '#core/form/types.ts';
import { judged } from '#core/form/validate.ts';
import { feelValue } from '../feel.ts';
import type { ServiceRuntime } from '../runtime.ts';
import { filledRows, moved, outermostFirst } from './renaming.ts';

/** What was entered, as the new version has it. */
export type CarriedForm = {
  whole: JsonObject;
  /** What is wrong with it now and was not before. */
  problems: FieldProblem[];
  /** Fields of the earlier version, with a value, that have no place any more. */
  lost: Pointer[];
};

/** One version of a form, as it is for the case, and the names that its expressions see. */
export type FormSide = { service: ServiceRuntime; form: FormDefinition; names: JsonObject };

/**
 * Moves and fills what was entered, then judges it by the new version's form. What was wrong by the earlier version too
 * (a day that has passed since) is no fault of the migration.
 * @throws ExpressionError from an expression of `fill`
 */
export function carriedForm(
  before: FormSide,
  after: FormSide,
  data: JsonObject,
  rule: CarriedData = {},
): CarriedForm {
  const moves = outermostFirst(rule.move ?? {});
  let next = withMoves(data, moves);
  for (const [pointer, source] of Object.entries(rule.fill ?? {}))
    next = withAt(next, pointer, feelValue(before.service, source, before.names));
  const result = judged(after.form, next, after.names);
  const whole = result.whole as JsonObject;
  const known = new Set(wrongBefore(before, data).map((p) => `${moved(p.pointer, moves)} ${p.code}`));
  const lost = leavesOf(data).filter((leaf) => {
    const there = moved(leaf, moves);
    return at(whole, there) === undefined && !isComputed(before.form, leaf);
  });
  return {
    whole,
    problems: result.problems.filter(({ pointer, code }) => !known.has(`${pointer} ${code}`)),
    lost,
  };
}

const wrongBefore = ({ form, names }: FormSide, data: JsonObject): FieldProblem[] =>
  judged(form, data, names).problems;

const isComputed = ({ computed = {} }: FormDefinition, pointer: Pointer): boolean =>
  Object.hasOwn(computed, pointer);

/** Data after moves: every value is taken out before any is put in, so that two fields may change places. */
export function withMoves(data: JsonObject, moves: readonly (readonly [Pointer, Pointer])[]): JsonObject {
  let next = data;
  const taken: { to: Pointer; rows: string[]; value: Json }[] = [];
  // from the inside out, the last row first: what is moved out of a group does not go with the group
  for (const [from, to] of moves.toReversed())
    for (const rows of rowsAt(data, from).reverse()) {
      const source = filledRows(from, rows);
      const value = at(next, source);
      if (value === undefined) continue;
      next = withAt(next, source, undefined);
      taken.push({ to, rows, value });
    }
  for (const { to, rows, value } of taken.sort((a, b) => depth(a.to) - depth(b.to)))
    next = withAt(withRows(next, to, rows), filledRows(to, rows), value);
  return next;
}

const depth = (pointer: Pointer): number => partsOf(pointer).length;

/** The data with the lists that the stars of a pointer go through, as long as these rows need: each keeps its place. */
function withRows(data: JsonObject, pointer: Pointer, rows: readonly string[]): JsonObject {
  const stars = pointer.split('/').flatMap((part, n) => (part === '*' ? [n] : []));
  return stars.reduce((next, star, n) => {
    const list = filledRows(pointer.split('/').slice(0, star).join('/'), rows);
    const known = at(next, list);
    const held = Array.isArray(known) ? known : [];
    const before = Array.from({ length: Number(rows[n]) - held.length }, () => ({}));
    return withAt(next, list, [...held, ...before]);
  }, data);
}

/** The rows that the stars of a pointer stand for in the data: a list of ordinals for each. */
function rowsAt(data: Json, pointer: Pointer): string[][] {
  const parts = partsOf(pointer);
  const first = parts.indexOf('*');
  if (first < 0) return [[]];
  const before = pointer
    .split('/')
    .slice(0, first + 1)
    .join('/');
  const list = at(data, before);
  const rest = pointer
    .split('/')
    .slice(first + 2)
    .map((part) => `/${part}`)
    .join('');
  if (!Array.isArray(list)) return [];
  return list.flatMap((row, n) => rowsAt(row, rest).map((inner) => [String(n), ...inner]));
}

/** Pointers of all values that are no group, no list and not empty. */
export function leavesOf(value: Json, pointer: Pointer = ''): Pointer[] {
  if (value === null) return [];
  if (typeof value !== 'object') return [pointer];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}
