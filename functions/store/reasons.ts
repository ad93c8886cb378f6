import type { CaseEvent } from '#core/case/types.ts';
import type { DataItem } from './items.ts';
import { caseKey, sortKey } from './keys.ts';
import type { CaseStore } from './load.ts';
import { readItems } from './read-items.ts';

/** As many as one read brings. */
const MOST = 100;
/** What is undone by an officer with a reason that the case itself does not keep. */
const UNDOES: ReadonlySet<CaseEvent['type']> = new Set(['revoked', 'reopened']);

/**
 * Events of a case, with the reason for which its decision was revoked or it was reopened, as long as that is not erased.
 * @throws StoreBusy where the table keeps back keys five times
 */
export async function withReasons(
  store: CaseStore,
  of: { service: string; case: string },
  events: readonly CaseEvent[],
): Promise<CaseEvent[]> {
  const undone = events.filter(({ type }) => UNDOES.has(type)).slice(-MOST);
  if (undone.length === 0) return [...events];
  const pk = caseKey(of.service, of.case);
  const items = await readItems(
    store,
    undone.map(({ seq }) => ({ pk, sk: sortKey.data(seq) })),
  );
  const reasons = new Map(items.map((item) => [String(item.sk), (item as DataItem).data.reason]));
  return events.map((event) => {
    if (event.type !== 'revoked' && event.type !== 'reopened') return event;
    const reason = reasons.get(sortKey.data(event.seq));
    return typeof reason === 'string' ? { ...event, data: { reason } } : event;
  });
}
