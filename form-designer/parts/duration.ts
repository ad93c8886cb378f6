import { isObject, type Json } from '../commands/json.ts';

/** Units of a duration from the longest to the shortest; working days are the office's and go with no other. */
export const durationUnits = ['workingDays', 'Y', 'M', 'W', 'D', 'hours', 'minutes', 'seconds'] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** So many of a unit, as people say it. */
export interface Plain {
  readonly n: number;
  readonly unit: DurationUnit;
}

const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const isoUnits = durationUnits.slice(1);

/** A duration of the format by its units; null for anything else. */
export function durationParts(value: Json | undefined): readonly Plain[] | null {
  if (isObject(value)) {
    const [unit, n] = Object.entries(value)[0] ?? [];
    if (Object.keys(value).length !== 1 || typeof n !== 'number') return null;
    return unit === 'workingDays' || unit === 'hours' ? [{ n, unit }] : null;
  }
  const found = typeof value === 'string' ? ISO.exec(value) : null;
  const parts = isoUnits
    .map((unit, n) => ({ unit, n: Number(found?.[n + 1] ?? 0) }))
    .filter(({ n }) => n > 0);
  return parts.length > 0 ? parts : null;
}

const letters = { Y: 'Y', M: 'M', W: 'W', D: 'D', hours: 'H', minutes: 'M', seconds: 'S' } as const;

/** After ISO 8601, units in its order; there are no working days in it. */
function iso(parts: readonly Plain[]): string {
  const of = (units: readonly (keyof typeof letters)[]) =>
    units.flatMap((unit) => {
      const one = parts.find((part) => part.unit === unit);
      return one ? [`${one.n}${letters[unit]}`] : [];
    });
  const time = of(['hours', 'minutes', 'seconds']).join('');
  return `P${of(['Y', 'M', 'W', 'D']).join('')}${time ? `T${time}` : ''}`;
}

/** How it is written in a definition; `calendar`: after ISO 8601 alone. */
export function writtenDuration(parts: readonly Plain[], calendar = false): Json {
  const [first, ...more] = parts;
  const isOwn = first && more.length === 0 && !calendar;
  if (isOwn && (first.unit === 'workingDays' || first.unit === 'hours')) return { [first.unit]: first.n };
  return iso(parts);
}
