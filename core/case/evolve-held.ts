import type { Path } from '#core/flow/types.ts';
import type { EventOf } from './event.ts';
import type { Case } from './types.ts';

// What a case has in its hands of others: payments and reserved places

/** The case with what an answer gave it. */
export function withHeld(kase: Case, { holds, effect, path, seq, data }: EventOf<'answered'>): Case {
  if (!holds) return kase;
  const held = { ...kase.held, [effect]: { ...holds, path, seq } };
  return {
    ...kase,
    held,
    data: { ...kase.data, held: { ...kase.data.held, [effect]: data?.result ?? null } },
  };
}

/** The case without what was given back. */
export function withoutHeld(kase: Case, effects: readonly string[]): Case {
  const { held, unpaid, ...rest } = kase;
  const { held: results, ...data } = kase.data;
  return {
    ...rest,
    ...filled('held', held, effects),
    ...filled('unpaid', unpaid, effects),
    data: { ...data, ...filled('held', results, effects) },
  };
}

/** The case with places that are held no longer for a while only. */
export function keptHeld(kase: Case, effects: readonly string[] = []): Case {
  if (effects.length === 0) return kase;
  const held = Object.entries(kase.held ?? {}).map(([effect, { until, ...one }]) => [
    effect,
    effects.includes(effect) || until === undefined ? one : { ...one, until },
  ]);
  return { ...kase, held: Object.fromEntries(held) };
}

/** The case with payments that are not waited for any more. */
export function withUnpaid(kase: Case, paths: readonly Path[]): Case {
  const gone = paths.flatMap((path) => {
    const place = kase.places[path];
    if (place?.kind !== 'ask' || place.type !== 'pay') return [];
    return place.pending.map((effect) => [effect, { path, connector: place.connector }] as const);
  });
  return gone.length === 0 ? kase : { ...kase, unpaid: { ...kase.unpaid, ...Object.fromEntries(gone) } };
}

/** A part by its name without some effects; left out where nothing is left of it. */
function filled<K extends string, V>(
  name: K,
  all: { [effect: string]: V } | undefined,
  without: readonly string[],
): { [name in K]?: { [effect: string]: V } } {
  const left = Object.entries(all ?? {}).filter(([effect]) => !without.includes(effect));
  return (left.length === 0 ? {} : { [name]: Object.fromEntries(left) }) as {
    [name in K]?: { [effect: string]: V };
  };
}
