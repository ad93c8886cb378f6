import type { CallEffect, CancelEffect } from '#core/case/effect.ts';
import type { Registry } from '#core/definition/types.generated.ts';
import { compile, ExpressionError, evaluate } from '#core/expression/index.ts';
import { filledObject } from '#core/form/filled.ts';
import type { Outcome, Told } from '../../store/drain.ts';
import { at } from './key.ts';
import { RecordBusy } from './records.ts';
import type { Places, RecordItem, Reservation, Waiting } from './types.ts';

/** What reserving is given. */
export type Reserving = { registry: Registry; places: Places; now: string };

const TRIES = 8;
/** How long the answer to one whose turn in line came is sent again, so that a crash between loses none, in milliseconds. */
const SENT_AGAIN_MS = 3_600_000;

type Names = Record<string, unknown>;

/** Why a reservation cannot be asked of this registry; null where it can. */
function fault({ registry }: Reserving, effect: CallEffect): string | null {
  if (effect.ask.registry !== registry.id) return 'otherRegistry';
  if (registry.writtenBy && !registry.writtenBy.includes(effect.service)) return 'mayNotWrite';
  return registry.capacity ? null : 'noCapacity';
}

const schemaOf = (registry: Registry): unknown => registry.versions.at(-1)?.schema ?? {};

/** How many places a record has: a number of the definition, or of a field. */
function placesOf({ capacity }: Registry, record: RecordItem): number {
  const said = typeof capacity?.places === 'string' ? at(record.data, capacity.places) : capacity?.places;
  return typeof said === 'number' && said > 0 ? Math.floor(said) : 0;
}

/** When a record's place begins; empty where the registry does not say. */
const startOf = ({ capacity }: Registry, record: RecordItem): string =>
  String((capacity?.starts === undefined ? undefined : at(record.data, capacity.starts)) ?? '');

/** Whether a place of the record could still be used: what has begun already is past. */
function isAhead({ registry, now }: Reserving, record: RecordItem): boolean {
  const start = startOf(registry, record);
  if (start === '') return true;
  return start.length <= 10 ? start >= now.slice(0, 10) : Date.parse(start) > Date.parse(now);
}

/** The open records that `where` holds for, the one that begins first coming first; why that cannot be told where it cannot. */
async function fitting(
  given: Reserving,
  asked: Pick<Waiting, 'where' | 'names'>,
): Promise<RecordItem[] | string> {
  try {
    return await found(given, asked);
  } catch (error) {
    // an expression that fails once fails always
    if (error instanceof ExpressionError) return `where: ${error.code}`;
    throw error;
  }
}

async function found(
  given: Reserving,
  { where, names }: Pick<Waiting, 'where' | 'names'>,
): Promise<RecordItem[]> {
  const condition = compile(where, [...Object.keys(names), 'record']);
  const fit: RecordItem[] = [];
  for await (const page of given.places.records())
    for (const record of page) {
      if (record.state !== 'open' || !isAhead(given, record)) continue;
      const seen: Names = { ...names, record: filledObject(schemaOf(given.registry), record.data) };
      if (evaluate(condition, seen) === true) fit.push(record);
    }
  const order = (record: RecordItem) => `${startOf(given.registry, record)}#${record.key}`;
  return fit.sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

const free = (taken: { [place: string]: string }, places: number): number | null => {
  for (let place = 1; place <= places; place++) if (taken[String(place)] === undefined) return place;
  return null;
};

/** Takes the first free place of the records; null where all are taken. `was`: the state in which the reservation stands. */
async function takeFirst(
  given: Reserving,
  records: readonly RecordItem[],
  { effect, case: kase, service, since }: Pick<Waiting, 'effect' | 'case' | 'service' | 'since'>,
  was: 'waiting' | null,
): Promise<Reservation | null> {
  for (const record of records) {
    for (let tries = 0; ; tries++) {
      if (tries === TRIES) throw new RecordBusy('the places of a record are busy');
      const taken = await given.places.taken(record.key);
      const place = free(taken.by, placesOf(given.registry, record));
      if (place === null) break;
      const made: Reservation = {
        ...{ effect, case: kase, service, since },
        state: 'held',
        key: record.key,
        place,
        record: record.data,
      };
      if (await given.places.take(made, taken, was)) return made;
      const known = await given.places.reservation(effect);
      if (known && known.state !== (was ?? 'none')) return known.state === 'held' ? known : null;
    }
  }
  return null;
}

/** What the case is told: the record, which of its places, and its key. */
const resultOf = (registry: Registry, { key, place, record }: Reservation) => ({
  registry: registry.id,
  key,
  place,
  record,
});

const answered = (effect: string, result: unknown): Outcome => ({
  outcome: 'done',
  answer: { type: 'callAnswered', effect, result },
});

/** Reserves a place for a case: at once, in line where the definition has a waiting list, or not at all (null). */
export async function reserve(effect: CallEffect, given: Reserving): Promise<Outcome> {
  const code = fault(given, effect);
  if (code !== null) return { outcome: 'failed', code, again: false };
  const known = await given.places.reservation(effect.id);
  if (known?.state === 'held') return answered(effect.id, resultOf(given.registry, known));
  // in line: the answer comes when a place is free; what was called off needs none
  if (known) return { outcome: 'done' };
  const { names = {} } = (effect.data.input ?? {}) as { names?: Names };
  const asked: Waiting = {
    effect: effect.id,
    case: effect.case,
    service: effect.service,
    since: effect.at,
    where: String(effect.ask.where),
    names,
  };
  const records = await fitting(given, asked);
  if (typeof records === 'string') return { outcome: 'failed', code: records, again: false };
  const taken = await takeFirst(given, records, asked, null);
  if (taken) return answered(effect.id, resultOf(given.registry, taken));
  if (effect.ask.waitingList !== true) return answered(effect.id, null);
  await given.places.wait(asked);
  return { outcome: 'done' };
}

/** Gives a place back, or leaves the line; whoever is next in line gets what is free then. */
export async function release({ effect }: CancelEffect, given: Reserving): Promise<Outcome> {
  for (let tries = 0; tries < TRIES; tries++) {
    const known = await given.places.reservation(effect);
    if (known?.state === 'waiting') await given.places.leaveLine(known);
    if (known?.state !== 'held') return { outcome: 'done', others: await inLine(given) };
    if (await given.places.release(known, await given.places.taken(known.key ?? ''))) break;
    if (tries === TRIES - 1) throw new RecordBusy('the places of a record are busy');
  }
  return { outcome: 'done', others: await inLine(given) };
}

/** Gives free places to those in line, in the order in which they came; answers what their cases are told. */
export async function inLine(given: Reserving): Promise<Told[]> {
  if (!given.registry.capacity) return [];
  const told: Told[] = [];
  for (const waiting of await given.places.line()) {
    const { effect, case: kase, service } = waiting;
    const known = await given.places.reservation(effect);
    const records = known?.state === 'waiting' ? await fitting(given, waiting) : [];
    const made =
      known?.state === 'held'
        ? known
        : typeof records === 'string'
          ? null
          : await takeFirst(given, records, waiting, 'waiting');
    if (made)
      told.push({
        service,
        case: kase,
        id: effect,
        command: { type: 'callAnswered', effect, result: resultOf(given.registry, made) },
      });
    const isOld = Date.parse(given.now) - Date.parse(waiting.since) > SENT_AGAIN_MS;
    if (known && known.state !== 'waiting' && (isOld || known.state === 'released'))
      await given.places.leaveLine(waiting);
  }
  return told;
}
