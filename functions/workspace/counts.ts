import type { CountView, Text } from '#core/api/types.ts';
import { dayOf } from '#core/case/day.ts';
import type { Agency } from '#core/definition/types.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { json } from '../http/serve.ts';
import { type ServiceLine, servicesIn } from '../store/agencies.ts';
import type { TaskCard } from '../store/items.ts';
import { taskIndex } from '../store/keys.ts';
import { cases, platform } from '../store/tables.ts';
import { everyTask } from '../store/task-pages.ts';
import { having, standingOf } from './standing.ts';

type Office = { agency: string; office: string };

/** How the tasks of one office stand, by service. A raised task stands in two lists and counts once. */
export function counted(
  tasks: readonly TaskCard[],
  { office, now }: { office: string; now: string },
): CountView[] {
  const today = dayOf(now);
  return [...Map.groupBy(tasks, ({ service }) => service)].map(([service, all]) => {
    const own = all.filter(({ path }) => !path.includes('!'));
    const late = own.filter(({ overdue, due }) => overdue || (due !== undefined && due < now));
    const soon = own.filter(({ due }) => due !== undefined && due >= now && dayOf(due) === today);
    const of = (lines: TaskCard[]) => new Set(lines.map((line) => line.case)).size;
    const roles = [...Map.groupBy(own, ({ role }) => role)];
    return {
      service,
      office,
      open: of(own),
      late: of(late),
      dueToday: of(soon),
      waiting: roles.map(([role, lines]) => ({ role, count: of(lines) })),
    };
  });
}

function titled(count: CountView, agency: Agency | undefined, service: ServiceLine | undefined): CountView {
  return {
    ...count,
    ...(service ? { serviceTitle: service.title } : {}),
    waiting: count.waiting.map((one) => {
      const title = agency?.roles[one.role]?.title as Text | undefined;
      return { ...one, ...(title ? { roleTitle: title } : {}) };
    }),
  };
}

async function ofOffice({ agency, office }: Office, roles: readonly string[], now: string) {
  const lists = await Promise.all(
    roles.map((role) => everyTask(cases(), taskIndex({ agency, office, role }))),
  );
  const partial = lists.some(({ more }) => more);
  const counts = counted(
    lists.flatMap(({ tasks }) => tasks),
    { office, now },
  );
  return partial ? counts.map((count) => ({ ...count, partial: true as const })) : counts;
}

/** `GET /counts`: cases that wait in the offices where the officer has the right to see how they stand. */
export async function counts(asked: Asked): Promise<ApiResult> {
  const standing = await standingOf(asked);
  const offices = new Map(
    having(standing, 'counts').map(({ agency, office }) => [`${agency}#${office}`, { agency, office }]),
  );
  const services = await servicesIn(platform());
  const now = new Date().toISOString();
  const found = await Promise.all(
    [...offices.values()].map(async (at) => {
      const agency = standing.agencies.get(at.agency);
      const all = await ofOffice(at, Object.keys(agency?.roles ?? {}), now);
      return all.map((count) => titled(count, agency, services.get(count.service)));
    }),
  );
  return json(200, { items: found.flat() });
}
