import { accessPage, accessView } from '../../access/view.ts';
import type { ApiResult, Asked } from '../../http/event.ts';
import { problem } from '../../http/problem.ts';
import { runtimeOf } from '../../store/bundles.ts';
import { cases } from '../../store/tables.ts';
import { reach } from './reach.ts';

/** `GET …/applications/{id}/accesses`: who looked at the case and for what, the latest day first. */
export async function accesses(asked: Asked): Promise<ApiResult> {
  const { case: kase } = await reach(asked);
  if (!kase) throw problem('notFound');
  const service = await runtimeOf(kase.definition);
  return accessPage(cases(), { service: kase.service, case: kase.id }, asked, async (found) =>
    found.map((access) => accessView(service, access)),
  );
}
