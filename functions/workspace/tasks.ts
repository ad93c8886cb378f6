import type { CaseFound, TaskLine } from '#core/api/types.ts';
import { isReference, plainReference } from '#core/case/reference.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { problem } from '../http/problem.ts';
import { json } from '../http/serve.ts';
import { servicesIn } from '../store/agencies.ts';
import { officerNames } from '../store/appointments.ts';
import { taskIndex } from '../store/keys.ts';
import { BadCursor, caseOfReference } from '../store/lists.ts';
import { cases, platform } from '../store/tables.ts';
import { tasksOver } from '../store/task-pages.ts';
import { standingOf } from './standing.ts';

/** Tasks of the officer's own roles, all of them or those that `agency`, `office`, `role` name; the most urgent first. */
export async function tasks(asked: Asked): Promise<ApiResult> {
  const { role, office, agency, cursor } = asked.query;
  const { held } = await standingOf(asked);
  const mine = held.filter(
    (a) => (!role || a.role === role) && (!office || a.office === office) && (!agency || a.agency === agency),
  );
  if (mine.length === 0) {
    if (role || office || agency) throw problem('forbidden');
    return json(200, { items: [] });
  }
  const [list, services] = await Promise.all([
    tasksOver(cases(), [...new Set(mine.map(taskIndex))], cursor || undefined).catch((error: unknown) => {
      throw error instanceof BadCursor ? problem('badCursor') : error;
    }),
    servicesIn(platform()),
  ]);
  const names = await officerNames(
    platform(),
    list.items.flatMap(({ claimedBy }) => claimedBy ?? []),
    new Date().toISOString(),
  );
  const items = list.items.map((card): TaskLine => {
    const title = services.get(card.service)?.title;
    const name = card.claimedBy === undefined ? undefined : names.get(card.claimedBy);
    return {
      ...card,
      ...(title ? { serviceTitle: title } : {}),
      ...(name === undefined ? {} : { claimedByName: name }),
    };
  });
  return json(200, { ...list, items });
}

/** Where the case of a reference is; whether one may open it is asked when it is opened. */
export async function findCase(asked: Asked): Promise<ApiResult> {
  if ((await standingOf(asked)).held.length === 0) throw problem('forbidden');
  const reference = asked.query.reference ?? '';
  if (!isReference(reference)) throw problem('notFound');
  const plain = plainReference(reference);
  const found = await caseOfReference(cases(), plain);
  const items: CaseFound[] = found
    ? [{ case: found.case, service: found.service, reference: plain, title: found.title }]
    : [];
  return json(200, { items });
}
