import type { ApiResult, Asked } from '../../http/event.ts';
import { problem } from '../../http/problem.ts';
import { json } from '../../http/serve.ts';
import { announcedFiles } from '../../store/announced.ts';
import { runtimeOfCase } from '../../store/bundles.ts';
import { publicEvents } from '../../store/events.ts';
import { withReasons } from '../../store/reasons.ts';
import { cases } from '../../store/tables.ts';
import { applicationView } from './case-view.ts';
import { showDraft } from './drafts.ts';
import { reach } from './reach.ts';

/** The draft, or the case as the party that asks may see it. */
export async function application(asked: Asked): Promise<ApiResult> {
  const reached = await reach(asked);
  if (reached.draft) return showDraft(asked, reached.draft);
  const { case: kase, actor, now } = reached;
  const of = { service: kase.service, case: kase.id };
  const [service, events, announced] = await Promise.all([
    runtimeOfCase(kase),
    publicEvents(cases(), of).then((all) => withReasons(cases(), of, all)),
    announcedFiles(cases(), of),
  ]);
  const view = applicationView(service, { case: kase, events, announced, actor }, now);
  if (!view) throw problem('notFound');
  return json(200, view, { etag: `"${kase.seq}"` });
}
