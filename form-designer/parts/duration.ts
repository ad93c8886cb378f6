import { isObject, type Json } from '../commands/json.ts';

/** A duration in numbers and one unit, as people say it. */
export interface Plain {
  readonly n: number;
  readonly unit: 'workingDays' | 'hours' | 'minutes' | 'D' | 'W' | 'M' | 'Y';
}

/** A duration as it is said; null where it takes more than one unit. */
export function said(value: Json | undefined): Plain | null {
  if (isObject(value)) {
    const [unit, n] = Object.entries(value)[0] ?? [];
    if (Object.keys(value).length !== 1 || typeof n !== 'number') return null;
    return unit === 'workingDays' || unit === 'hours' ? { n, unit } : null;
  }
  if (typeof value !== 'string') return null;
  const [, n, unit] = /^P(\d+)([DWMY])$/.exec(value) ?? [];
  if (n && unit) return { n: Number(n), unit: unit as 'D' | 'W' | 'M' | 'Y' };
  const [, minutes] = /^PT(\d+)M$/.exec(value) ?? [];
  return minutes ? { n: Number(minutes), unit: 'minutes' } : null;
}

/** How it is written in a definition. */
export function writtenDuration({ n, unit }: Plain): Json {
  if (unit === 'workingDays' || unit === 'hours') return { [unit]: n };
  return unit === 'minutes' ? `PT${n}M` : `P${n}${unit}`;
}
