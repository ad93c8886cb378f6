import { flowOf, nameOf } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Json, Path } from '#core/flow/types.ts';
import type { Reissue } from './event.ts';
import { listOf } from './feel.ts';
import { namesOf } from './names.ts';
import type { Turn } from './turn.ts';
import type { Case } from './types.ts';

/** The documents of a definition's name that hold now: neither replaced by a corrected one nor waiting for it. */
export function standing(kase: Case, document: string) {
  const waited = new Set(Object.values(kase.reissuing ?? {}).map(({ replaces }) => replaces));
  return Object.values(kase.documents).filter(
    (one) =>
      one.document === document &&
      one.replacedBy === undefined &&
      one.revoked === undefined &&
      !waited.has(one.id),
  );
}

/** Documents to be drawn anew, by the effects of the event that is said next; numbered from `first` on. */
export function reissued(turn: Turn, drawn: readonly Reissue[], first = 0): { [effect: string]: Reissue } {
  return Object.fromEntries(drawn.map((one, n) => [`${turn.case.id}/${turn.nextSeq}/${first + n}`, one]));
}

/** The items of each `each` that something is drawn or written anew in, taken from the corrected form. */
export function itemsOf(turn: Turn, corrected: Case, paths: readonly Path[]): Case['data']['items'] {
  const items: { [path: Path]: { [key: string]: Json } } = {};
  for (const path of paths) {
    const item = flowOf(path);
    const group = flowOf(item);
    const state = stateAt(turn.service.bundle.flow, group);
    if (state?.type !== 'each') continue;
    const key = nameOf(item);
    const list = listOf(
      turn.service,
      state.of,
      namesOf(turn.service, corrected, flowOf(group), turn.now),
      path,
    );
    const now = list[Number(key) - 1] ?? corrected.data.items[group]?.[key];
    if (now !== undefined) items[group] = { ...(items[group] ?? corrected.data.items[group]), [key]: now };
  }
  return items;
}
