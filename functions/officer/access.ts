import { dayOf } from '#core/case/day.ts';
import { isTheirs } from '#core/case/rights.ts';
import { type Access, keepAccess, type Purpose } from '../store/access.ts';
import type { CaseStore } from '../store/load.ts';
import type { Sight } from './case-view.ts';
import { widest } from './held.ts';

/** Accesses that this container has kept, forgotten all at once beyond so many; a second write of one changes nothing. */
const REMEMBERED = 10_000;
const kept = new Set<string>();

/** For what an officer sees a case, by the appointment that shows it. */
export function purposeOf({ found, held, sees }: Sight): Purpose {
  if (sees === null) return { for: 'consult' };
  const { kase } = found;
  const appointment = widest(found, held);
  const place = Object.values(kase.places).find((one) => one.kind === 'task' && isTheirs(one, appointment));
  return place ? { for: 'task', state: place.state } : { for: 'office' };
}

/**
 * Leaves the trace of a view before anything of it is answered: who, which case, for what purpose.
 * @throws whatever the table throws: then nothing is shown
 */
export async function leaveTrace(store: CaseStore, sight: Sight): Promise<void> {
  const { found, held } = sight;
  const { kase, now } = found;
  const { person, agency, office, role } = widest(found, held);
  const day = dayOf(now);
  const known = `${kase.service}#${kase.id}#${day}#${person}`;
  if (kept.has(known)) return;
  const access: Access = { person, agency, office, role, purpose: purposeOf(sight), at: now };
  await keepAccess(store, { service: kase.service, case: kase.id }, day, access);
  if (kept.size >= REMEMBERED) kept.clear();
  kept.add(known);
}
