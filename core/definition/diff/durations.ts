import { isRecord } from '#core/expression/record.ts';

type Both = { uk: string; en: string };
type Unit = 'workingDays' | 'years' | 'months' | 'weeks' | 'days' | 'hours' | 'minutes';

/** Of one, of several (genitive); in English one and several. */
const UNITS: { [unit in Unit]: readonly [ukOne: string, uk: string, one: string, more: string] } = {
  workingDays: ['робочого дня', 'робочих днів', 'working day', 'working days'],
  years: ['року', 'років', 'year', 'years'],
  months: ['місяця', 'місяців', 'month', 'months'],
  weeks: ['тижня', 'тижнів', 'week', 'weeks'],
  days: ['дня', 'днів', 'day', 'days'],
  hours: ['години', 'годин', 'hour', 'hours'],
  minutes: ['хвилини', 'хвилин', 'minute', 'minutes'],
};
const HOURS: { [unit in Unit]: number } = {
  workingDays: 24,
  years: 8766,
  months: 730,
  weeks: 168,
  days: 24,
  hours: 1,
  minutes: 1 / 60,
};

const plural = new Intl.PluralRules('uk');

/** A duration of the format by its units; null for anything else. */
export function durationOf(value: unknown): { unit: Unit; n: number }[] | null {
  if (typeof value === 'string') {
    const found = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?$/.exec(
      value,
    );
    if (!found || value === 'P') return null;
    const units: Unit[] = ['years', 'months', 'weeks', 'days', 'hours', 'minutes'];
    const parts = units.map((unit, i) => ({ unit, n: Number(found[i + 1] ?? 0) })).filter(({ n }) => n > 0);
    return parts.length > 0 ? parts : null;
  }
  if (!isRecord(value)) return null;
  const [[unit, n] = [], ...more] = Object.entries(value);
  if (more.length > 0 || typeof n !== 'number') return null;
  return unit === 'workingDays' || unit === 'days' || unit === 'hours' ? [{ unit, n }] : null;
}

const words = (unit: Unit, n: number): Both => {
  const [ukOne, uk, one, more] = UNITS[unit];
  return { uk: plural.select(n) === 'one' ? ukOne : uk, en: n === 1 ? one : more };
};

/** A duration in words, in Ukrainian in the genitive: `5 робочих днів`. Null where the value is none. */
export function durationWords(value: unknown): Both | null {
  const parts = durationOf(value);
  if (!parts) return null;
  const all = parts.map(({ unit, n }) => ({ n, ...words(unit, n) }));
  return { uk: all.map((p) => `${p.n} ${p.uk}`).join(' '), en: all.map((p) => `${p.n} ${p.en}`).join(' ') };
}

/** How one duration became another: `скорочено з 5 до 3 робочих днів`. Null where either is no duration. */
export function durationChange(before: unknown, after: unknown): Both | null {
  const [a, b] = [durationOf(before), durationOf(after)];
  const [from, to] = [durationWords(before), durationWords(after)];
  if (!a || !b || !from || !to) return null;
  const hours = (parts: { unit: Unit; n: number }[]) =>
    parts.reduce((sum, { unit, n }) => sum + HOURS[unit] * n, 0);
  const sure = a.length === 1 && b.length === 1 && a[0]?.unit === b[0]?.unit;
  // working days and days of the calendar are not to be compared
  const mixed = !sure && [...a, ...b].some((p) => p.unit === 'workingDays');
  const how = mixed
    ? { uk: 'змінено', en: 'changed' }
    : hours(b) < hours(a)
      ? { uk: 'скорочено', en: 'shortened' }
      : { uk: 'подовжено', en: 'extended' };
  const first = sure ? { uk: String(a[0]?.n), en: String(a[0]?.n) } : from;
  return { uk: `${how.uk} з ${first.uk} до ${to.uk}`, en: `${how.en} from ${first.en} to ${to.en}` };
}
