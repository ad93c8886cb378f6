import { flowOf } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Json, JsonObject } from '#core/flow/types.ts';
import type { Rewrite } from './event.ts';
import { feelValue, feelValues } from './feel.ts';
import { namesOf } from './names.ts';
import type { Turn } from './turn.ts';
import type { Case, WrittenRecord } from './types.ts';

/** A record that the case created or changed, and the effect that did. */
export type Held = WrittenRecord & { effect: string };

/** The records that the case holds, each once: what wrote it last. */
export function written(kase: Case): Held[] {
  const found = new Map<string, Held>();
  for (const [effect, record] of Object.entries(kase.data.records ?? {}))
    found.set(JSON.stringify([record.registry, record.key]), { ...record, effect });
  return [...found.values()];
}

/** What a correction writes anew, by effect: how, and what (personal). */
type Rewrites = {
  rewrites: { [effect: string]: Rewrite };
  records: { [effect: string]: { key: Json; record: JsonObject } };
};

/**
 * What the corrected form makes of the records of a case; null where they already say so. A record is changed in the fields
 * alone that differ from what the case wrote, for others may have changed it since; one that lies under another key now is
 * created there, and the old one is revoked once it is.
 */
export function rewrites(turn: Turn, corrected: Case, held: readonly Held[]): Rewrites | null {
  const found: Rewrites = { rewrites: {}, records: {} };
  for (const { effect: of, registry, path, key: was, at } of held) {
    const state = stateAt(turn.service.bundle.flow, path);
    const rule = state?.type === 'issue' ? state.record : undefined;
    if (!rule || (rule.do !== 'create' && rule.do !== 'change')) continue;
    // as it was written: what says `today` says the day of the decision, not of its correction
    const names = namesOf(turn.service, corrected, flowOf(path), at);
    const record = feelValues(turn.service, rule.data ?? {}, names);
    const key = feelValue(turn.service, rule.key, names);
    const asked = turn.case.data.asks[path];
    const moved = !isSame(key, asked?.key);
    const before = asked?.record as JsonObject | undefined;
    const changed = Object.entries(record).filter(([field, value]) => !isSame(value, before?.[field]));
    if (!moved && changed.length === 0) continue;
    const effect = `${turn.case.id}/${turn.nextSeq}/${Object.keys(found.rewrites).length}`;
    found.rewrites[effect] = { do: moved ? 'create' : 'change', registry, path, of };
    found.records[effect] = moved ? { key, record } : { key: was, record: Object.fromEntries(changed) };
  }
  return Object.keys(found.rewrites).length > 0 ? found : null;
}

/** Whether a value is what was written before; what was not there is null. */
const isSame = (value: Json, before: Json | undefined): boolean =>
  JSON.stringify(value) === JSON.stringify(before ?? null);
