import fc from 'fast-check';
import type { Entered } from './types.ts';

/** Every place of a value, the value itself left out. */
function pathsOf(value: unknown, at: string[] = []): string[][] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const own = at.length > 0 ? [at] : [];
  return [...own, ...inner.flatMap(([name, one]) => pathsOf(one, [...at, name]))];
}

const wrong = fc.oneof(
  fc.constantFrom<unknown>('', ' ', 'x', '0', 'а'.repeat(5000), 0, -1, 1e9, 0.5, true, false, null, [], {}),
  fc.constantFrom<unknown>('2026-02-30', '1111111111', 'UA80000000000093317', 'own', 'not-an-address@'),
  fc.string({ maxLength: 12 }),
);
/** One change of a submission, as it may come of a browser that is wrong, old or not ours. */
export const spoiling = fc.record({
  where: fc.nat(),
  how: fc.constantFrom('away', 'other', 'moved', 'twice', 'more'),
  from: fc.nat(),
  wrong,
});
export type Spoiling = { where: number; how: string; from: number; wrong: unknown };

/** A submission after changes; the given one stays as it is. */
export function spoiled(form: Entered, changes: Spoiling[]): Entered {
  const copy = structuredClone(form) as Record<string, unknown>;
  for (const { where, how, from, wrong } of changes) {
    const paths = pathsOf(copy);
    const path = paths[where % Math.max(1, paths.length)];
    if (!path) return copy;
    const parent = path.slice(0, -1).reduce<unknown>((at, step) => Reflect.get(Object(at), step), copy);
    const last = path.at(-1) ?? '';
    const at = parent as Record<string, unknown>;
    const other = (paths[from % paths.length] ?? []).reduce<unknown>(
      (inner, step) => Reflect.get(Object(inner), step),
      copy,
    );
    if (how === 'away') {
      if (Array.isArray(parent)) parent.splice(Number(last), 1);
      else delete at[last];
    } else if (how === 'other') at[last] = structuredClone(wrong);
    else if (how === 'moved') at[last] = structuredClone(other);
    else if (how === 'twice' && Array.isArray(at[last]))
      at[last] = [...at[last], ...structuredClone(at[last])];
    else if (how === 'more' && !Array.isArray(parent)) at[`more${from % 3}`] = structuredClone(wrong);
  }
  return copy;
}
