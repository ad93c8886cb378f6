import { Temporal } from 'temporal-polyfill';
import type { ProblemCode } from '#core/api/problems.ts';
import { dayOf } from '#core/case/day.ts';
import type { Service } from '#core/definition/types.ts';
import { applicationsIn, countLookup, oneMoreApplication, oneMoreSubmit } from '../store/limit.ts';
import type { CaseStore } from '../store/load.ts';
import type { Limit } from '../store/perform.ts';
import type { Asked } from './event.ts';
import { ApiProblem } from './problem.ts';

/** How many persons a container keeps in mind; who was longest silent is forgotten first, which only forgives them. */
const MOST_KNOWN = 10_000;
const ZONE = 'Europe/Kyiv';

/** A limit of a person as infra sets it; none where it is not set. */
function most(name: 'KLADKA_WRITES_A_MINUTE' | 'KLADKA_SUBMITS_A_DAY' | 'KLADKA_LOOKUPS_A_DAY'): number {
  const value = Number(process.env[name] || Number.POSITIVE_INFINITY);
  if (!(value > 0)) throw new Error(`the environment variable ${name} is no number above zero`);
  return value;
}

/**
 * A bucket of writes for each person: full at first, filled again evenly over a minute. Answers in how many seconds the
 * person may write again; 0 where they may now, which counts.
 */
export function bucketsOf(perMinute: number, now = () => performance.now()): (person: string) => number {
  const known = new Map<string, { left: number; at: number }>();
  return (person) => {
    const at = now();
    const was = known.get(person);
    const left = was ? Math.min(perMinute, was.left + ((at - was.at) / 60_000) * perMinute) : perMinute;
    known.delete(person);
    known.set(person, { left: left >= 1 ? left - 1 : left, at });
    if (known.size > MOST_KNOWN) known.delete(known.keys().next().value ?? '');
    return left >= 1 ? 0 : Math.ceil(((1 - left) / perMinute) * 60);
  };
}

let writes: ((person: string) => number) | undefined;

const tooMany = (code: ProblemCode, seconds: number, words: { uk: string; en: string }) =>
  new ApiProblem(429, code, words, [], { 'retry-after': String(seconds) });

/** Refuses a write of a person who writes faster than anyone can. @throws ApiProblem tooManyWrites */
export function limitWrites({ operation, caller }: Asked): void {
  if (!caller || operation.method === 'GET') return;
  writes ??= bucketsOf(most('KLADKA_WRITES_A_MINUTE'));
  const seconds = writes(caller.person);
  if (seconds > 0)
    throw tooMany('tooManyWrites', seconds, {
      uk: `Забагато змін за хвилину. Спробуйте знову через ${seconds} с.`,
      en: `Too many changes in a minute. Try again in ${seconds} s.`,
    });
}

/** When the day after begins, where the days of the law do. */
const dayAfter = (day: string): Date =>
  new Date(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(ZONE).epochMilliseconds);

const said = (at: Date, language: string) =>
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: ZONE }).format(at);

/** The limit that a submission of this person today stands under; undefined where none is set. */
export function submitLimit(
  of: { table: string; service: string; person: string },
  now: string,
): Limit | undefined {
  const limit = most('KLADKA_SUBMITS_A_DAY');
  if (!Number.isFinite(limit)) return undefined;
  const day = dayOf(now);
  const reached = () => {
    const again = dayAfter(day);
    return tooMany('tooManySubmits', Math.ceil((again.getTime() - Date.parse(now)) / 1000), {
      uk: `Сьогодні ви подали найбільше, скільки можна за день: ${limit}. Подайте наступну заяву ${said(again, 'uk')}, від опівночі. Чернетку збережено.`,
      en: `You have submitted as many applications as one may in a day: ${limit}. Submit the next one on ${said(again, 'en-GB')}, from midnight. Your draft is kept.`,
    });
  };
  return { write: oneMoreSubmit({ ...of, day, most: limit }), reached };
}

/**
 * Counts a question of a person to a registry, which may tell of others: who asks without end is looking for something else
 * than their own application. Undefined where they may ask; else what is told.
 */
export async function lookupsLimit(
  store: CaseStore,
  of: { service: string; person: string },
  now: string,
): Promise<ApiProblem | undefined> {
  const limit = most('KLADKA_LOOKUPS_A_DAY');
  if (!Number.isFinite(limit)) return undefined;
  const day = dayOf(now);
  if (await countLookup(store, { ...of, table: store.table, day, most: limit })) return undefined;
  const seconds = Math.ceil((dayAfter(day).getTime() - Date.parse(now)) / 1000);
  return tooMany('tooManyLookups', seconds, {
    uk: `Сьогодні ви запитали реєстри найбільше, скільки можна за день: ${limit}. Впишіть дані самі: заяву можна подати й так.`,
    en: `You have asked registries as often as one may in a day: ${limit}. Enter the data by hand: the application can be submitted all the same.`,
  });
}

type Availability = Service['availability'];

const full = (most: number) =>
  new ApiProblem(403, 'notOpen', {
    uk: `Подано всі заяви, які приймають: ${most}.`,
    en: `As many applications as are taken have been submitted: ${most}.`,
  });

/** The limit that every submission of a service stands under (`availability.limit`); undefined where it has none. */
export function applicationsLimit(
  of: { table: string; service: string },
  { limit: most, opens: since = '' }: NonNullable<Availability> = {},
): Limit | undefined {
  if (most === undefined) return undefined;
  return { write: oneMoreApplication({ ...of, since, most }), reached: () => full(most) };
}

/** Refuses to begin what could not be submitted any more. @throws ApiProblem notOpen */
export async function stillTaken(
  store: CaseStore,
  service: string,
  { limit: most, opens: since = '' }: NonNullable<Availability> = {},
): Promise<void> {
  if (most !== undefined && (await applicationsIn(store, { service, since })) >= most) throw full(most);
}
