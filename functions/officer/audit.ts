import type { AuditView } from '#core/api/types.ts';
import { mayBeside } from '#core/case/rights.ts';
import { accessPage, accessView } from '../access/view.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { problem } from '../http/problem.ts';
import { officerNames } from '../store/appointments.ts';
import { runtimeOf } from '../store/bundles.ts';
import { load } from '../store/load.ts';
import { setting } from '../store/setting.ts';
import { cases, platform } from '../store/tables.ts';
import { heldBy } from './held.ts';

/**
 * `GET …/cases/{id}/accesses`: who looked at the case, by name, for whoever has the right to audit in its office. They see
 * nothing of the case itself by this.
 */
export async function caseAccesses(asked: Asked): Promise<ApiResult> {
  const now = new Date().toISOString();
  const held = await heldBy(asked, now);
  const store = cases();
  const of = { service: setting('KLADKA_SERVICE'), case: asked.names.id ?? '' };
  const { case: kase } = await load(store, of, now);
  if (!kase) throw problem('notFound');
  const service = await runtimeOf(kase.definition);
  // whose case it is not, is told the same as where there is none
  if (!held.some((a) => mayBeside(service, kase.office, a, 'audit'))) throw problem('notFound');
  return accessPage(store, of, asked, async (found) => {
    const names = await officerNames(
      platform(),
      found.map(({ person }) => person),
      now,
    );
    return found.map((access): AuditView => {
      const name = names.get(access.person);
      return {
        ...accessView(service, access),
        person: access.person,
        ...(name === undefined ? {} : { name }),
      };
    });
  });
}
