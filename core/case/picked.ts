import type { Json } from '#core/flow/types.ts';

/** What of a value lies under some paths: lists are gone through row by row, and what is no object has nothing deeper. */
export function picked(value: Json, paths: readonly (readonly string[])[]): Json {
  if (paths.some((path) => path.length === 0)) return value;
  if (Array.isArray(value)) return value.map((row) => picked(row, paths));
  if (value === null || typeof value !== 'object') return null;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const below = paths.filter(([first]) => first === name).map((path) => path.slice(1));
      return below.length === 0 ? [] : [[name, picked(inner, below)]];
    }),
  );
}
