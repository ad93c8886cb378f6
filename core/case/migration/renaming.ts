import type { Migrate } from '#core/definition/types.ts';
import { partsOf } from '#core/flow/pointer.ts';
import type { Path, Pointer } from '#core/flow/types.ts';

/** What a migration calls otherwise: names of the one namespace of a service, and pointers of its form. */
export class Renaming {
  readonly #names: ReadonlyMap<string, string>;
  readonly #moves: readonly (readonly [from: Pointer, to: Pointer])[];

  constructor({ renamed = {}, data = {} }: Migrate) {
    this.#names = new Map(Object.entries(renamed));
    this.#moves = outermostFirst(data.form?.move ?? {});
  }

  name(old: string): string {
    return this.#names.get(old) ?? old;
  }

  /** A path, or the key of a party: ordinals of items are no names. */
  path(old: Path): Path {
    return old
      .split('/')
      .map((part) => this.name(part))
      .join('/');
  }

  /** Where a field of the form is now. */
  pointer(old: Pointer): Pointer {
    return moved(old, this.#moves);
  }
}

/** Moves in the order in which they are made: what holds others first. */
export const outermostFirst = (move: { [from: Pointer]: Pointer }): [from: Pointer, to: Pointer][] =>
  Object.entries(move).sort(([a], [b]) => partsOf(a).length - partsOf(b).length);

/** Where the value at a pointer is after moves that were made in their order; `*` of a move is any row. */
export function moved(pointer: Pointer, moves: readonly (readonly [from: Pointer, to: Pointer])[]): Pointer {
  // what was written of a move names what was there before any of them
  for (const [from, to] of moves.toReversed()) {
    const rows = rowsOf(pointer, from);
    if (rows) return [filledRows(to, rows), ...pointer.split('/').slice(from.split('/').length)].join('/');
  }
  return pointer;
}

/** The rows that the stars of a pattern stand for where the pointer is it or lies in it; undefined where it does not. */
function rowsOf(pointer: Pointer, pattern: Pointer): string[] | undefined {
  const inner = pointer.split('/');
  const rows: string[] = [];
  for (const [n, part] of pattern.split('/').entries()) {
    const here = inner[n];
    if (here === undefined || (part !== '*' && part !== here)) return undefined;
    if (part === '*') rows.push(here);
  }
  return rows;
}

/** A pattern with its stars replaced, in their order. */
export function filledRows(pattern: Pointer, rows: readonly string[]): Pointer {
  let n = 0;
  return pattern
    .split('/')
    .map((part) => (part === '*' ? (rows[n++] ?? part) : part))
    .join('/');
}
