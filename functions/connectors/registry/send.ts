import type { RecordEffect } from '#core/case/effect.ts';
import type { Registry } from '#core/definition/types.generated.ts';
import type { Outcome, Sending } from '../../store/drain.ts';
import { misfits } from '../schema.ts';
import { indexText, keyText } from './key.ts';
import { inLine, release, reserve } from './reserve.ts';
import type { Places, RecordItem, Records, RegistryEffect, Written } from './types.ts';

type Data = Record<string, unknown>;

const failed = (code: string): Outcome => ({ outcome: 'failed', code, again: false });
const answered = (effect: RegistryEffect, result: unknown): Outcome => ({
  outcome: 'done',
  answer: { type: 'callAnswered', effect: effect.id, result },
});

const STATES = { create: 'open', change: 'open', close: 'closed', revoke: 'revoked' } as const;

/** The next version of a record, or why there cannot be one. */
function nextVersion(effect: RecordEffect, key: string, schema: number, sending: Sending) {
  return (now: RecordItem | null): RecordItem | Extract<Written, { refused: string }> => {
    if (effect.do === 'create' && now && now.state === 'open') return { refused: 'exists' };
    if (effect.do !== 'create' && !now) return { refused: 'absent' };
    if (effect.do !== 'create' && now && now.state !== 'open') return { refused: 'closed' };
    const changed = (effect.data.record ?? {}) as Data;
    return {
      registry: effect.registry,
      key,
      version: (now?.version ?? 0) + 1,
      schema: effect.do === 'create' || effect.data.record ? schema : (now?.schema ?? schema),
      state: STATES[effect.do],
      data: effect.do === 'create' ? changed : { ...now?.data, ...changed },
      changedAt: sending.now,
      effect: effect.id,
      case: effect.case,
      service: effect.service,
    };
  };
}

async function write(
  effect: RecordEffect,
  sending: Sending,
  registry: Registry,
  records: Records,
): Promise<Outcome> {
  if (effect.registry !== registry.id) return failed('otherRegistry');
  if (registry.writtenBy && !registry.writtenBy.includes(effect.service)) return failed('mayNotWrite');
  const current = registry.versions.at(-1);
  if (!current) return failed('noSchema');
  let key: string;
  try {
    key = keyText(effect.data.key);
  } catch {
    return failed('emptyKey');
  }
  const next = nextVersion(effect, key, current.version, sending);
  // what is wrong is known before it is written: a record that does not fit never gets in
  const checked = (now: RecordItem | null) => {
    const item = next(now);
    if ('refused' in item || effect.do === 'close' || effect.do === 'revoke') return item;
    const wrong = misfits(current.schema as object, item.data);
    if (wrong.length > 0) throw new Misfit(wrong);
    return item;
  };
  try {
    const result = await records.write(effect.id, key, checked);
    return 'refused' in result ? failed(result.refused) : answered(effect, result.written);
  } catch (error) {
    if (error instanceof Misfit) return failed(`misfit: ${error.where.join(', ')}`);
    throw error;
  }
}

/** A record that does not fit its registry's schema: where, never what. */
class Misfit extends Error {
  override name = 'Misfit';
  readonly code = 'misfit';
  readonly where: string[];
  constructor(where: string[]) {
    super('the record does not fit');
    this.where = where;
  }
}

/** What a lookup answers of a record: found or not, its key, version and data. */
const shown = (item: RecordItem | null) =>
  item && item.state === 'open'
    ? { found: true, key: item.key, version: item.version, record: item.data }
    : { found: false };

/**
 * Looks a record up: `{ key }`, or the fields of one index by their last names (`{ rnokpp: … }`). Answers the first of
 * at most 100 that are open, and how many there are.
 */
export async function lookUp(input: unknown, registry: Registry, records: Records): Promise<unknown> {
  const asked = (input ?? {}) as Data;
  if (asked.key !== undefined && asked.key !== null) return shown(await records.get(keyText(asked.key)));
  for (const [name, index] of Object.entries(registry.indexes ?? {})) {
    const fields = index.fields as string[];
    const names = fields.map((pointer) => pointer.split('/').at(-1) ?? '');
    if (!names.every((field) => asked[field] !== undefined)) continue;
    const value = indexText(
      names.map((field) => `/${field}`),
      asked,
    );
    if (value === null) return { found: false, count: 0 };
    const all = (await records.find(name, value, 100)).filter(({ state }) => state === 'open');
    return { ...shown(all[0] ?? null), count: all.length };
  }
  return null;
}

/** Does one effect on a registry: a record created, changed, closed or revoked with its history kept, or looked up; a place reserved or given back. */
export async function send(
  effect: RegistryEffect,
  sending: Sending,
  given: { registry: Registry; records: Records; places: Places },
): Promise<Outcome> {
  const reserving = { registry: given.registry, places: given.places, now: sending.now };
  if (effect.kind === 'cancel') return release(effect, reserving);
  if (effect.kind === 'reserve') return reserve(effect, reserving);
  if (effect.kind === 'record') {
    const written = await write(effect, sending, given.registry, given.records);
    // a new record, or one with more places, may be what someone in line waits for
    return written.outcome === 'done' ? { ...written, others: await inLine(reserving) } : written;
  }
  const result = await lookUp(effect.data.input, given.registry, given.records);
  return result === null ? failed('noSuchIndex') : answered(effect, result);
}
