import { mentions } from '#core/expression/types/index.ts';
import { pointerOf, segments } from '../../place.ts';
import type { Problem } from '../../types.ts';
import { mistake } from '../problem.ts';

/** Computed values that lean on each other in a circle: none of them could ever be computed. */
export function circles(computed: { readonly [pointer: string]: string } | undefined, at: string): Problem[] {
  const pointers = Object.keys(computed ?? {});
  const dotted = new Map(
    pointers.map((p) => [p, ['form', ...segments(p).filter((s) => s !== '*')].join('.')]),
  );
  const leans = new Map(
    Object.entries(computed ?? {}).map(([pointer, source]) => {
      const used = mentions(source, ['form']);
      return [pointer, pointers.filter((p) => used.some((path) => within(path, dotted.get(p) ?? '')))];
    }),
  );
  const problems: Problem[] = [];
  for (const pointer of pointers) {
    const circle = wayBack(pointer, leans);
    if (circle)
      problems.push(
        mistake('computedCircle', at + pointerOf([pointer]), { name: pointer, circle: circle.join(' → ') }),
      );
  }
  return problems;
}

const within = (path: string, field: string): boolean => path === field || path.startsWith(`${field}.`);

/** The way from a field over what it leans on back to itself. */
function wayBack(start: string, leans: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const seen = new Set<string>();
  const open: string[][] = [[start]];
  while (open.length > 0) {
    const way = open.shift() ?? [];
    for (const next of leans.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return [...way, start];
      if (seen.has(next)) continue;
      seen.add(next);
      open.push([...way, next]);
    }
  }
  return undefined;
}
