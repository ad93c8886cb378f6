import { mentions } from '#core/expression/types/index.ts';
import { pointerOf, segments } from '../../place.ts';
import type { Problem } from '../../types.ts';
import { mistake } from '../problem.ts';

/** A computed field, and those that its expression uses. */
type Field = { readonly pointer: string; readonly leansOn: Field[] };

/** Computed values that lean on each other in a circle: none of them could ever be computed. */
export function circles(computed: { readonly [pointer: string]: string } | undefined, at: string): Problem[] {
  const problems: Problem[] = [];
  for (const field of fieldsOf(computed ?? {})) {
    const circle = wayBack(field)?.map(({ pointer }) => pointer);
    if (circle)
      problems.push(
        mistake('computedCircle', at + pointerOf([field.pointer]), {
          name: field.pointer,
          circle: circle.join(' → '),
        }),
      );
  }
  return problems;
}

function fieldsOf(computed: { readonly [pointer: string]: string }): Field[] {
  const all = Object.entries(computed).map(([pointer, source]) => ({
    pointer,
    // as expressions name it, rows gone through
    name: ['form', ...segments(pointer).filter((step) => step !== '*')].join('.'),
    used: mentions(source, ['form']),
    leansOn: [] as Field[],
  }));
  for (const field of all)
    field.leansOn.push(...all.filter(({ name }) => field.used.some((path) => within(path, name))));
  return all;
}

const within = (path: string, field: string): boolean => path === field || path.startsWith(`${field}.`);

/** The way from a field over what it leans on back to itself. */
function wayBack(start: Field): Field[] | undefined {
  const seen = new Set<Field>();
  const ways = [{ at: start, way: [start] }];
  // a list is gone through to its end, with what is added on the way
  for (const { at, way } of ways)
    for (const next of at.leansOn) {
      if (next === start) return [...way, start];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push({ at: next, way: [...way, next] });
    }
  return undefined;
}
