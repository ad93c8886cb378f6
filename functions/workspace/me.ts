import type { AgencyView, MeView, Text } from '#core/api/types.ts';
import type { Agency } from '#core/definition/types.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { problem } from '../http/problem.ts';
import { json } from '../http/serve.ts';
import { servicesBegun } from '../store/published.ts';
import { platform } from '../store/tables.ts';
import { appointmentView, rightsOf, standingOf } from './standing.ts';

/** `GET /me`: who is signed in, their appointments in force, and what these allow beside tasks. */
export async function me(asked: Asked): Promise<ApiResult> {
  const standing = await standingOf(asked);
  const { person, name, held, agencies } = standing;
  const all = held.length === 0 ? [] : await servicesBegun(platform());
  const begins = all.flatMap(({ by, ...service }) =>
    held.some(({ role, agency }) => role === by.role && agency === by.agency) ? [service] : [],
  );
  const shown: MeView = {
    person,
    name,
    appointments: held.map((appointment) => appointmentView(agencies, appointment)),
    may: [...new Set(held.flatMap((appointment) => rightsOf(standing, appointment)))],
    ...(begins.length > 0 ? { begins } : {}),
  };
  return json(200, shown);
}

function agencyView({ id, title, offices, roles }: Agency): AgencyView {
  return {
    id,
    title: title as Text,
    offices: offices.map((office) => ({
      id: office.id,
      title: office.title as Text,
      ...(office.roles ? { roles: [...office.roles] } : {}),
    })),
    roles: Object.fromEntries(Object.entries(roles).map(([role, of]) => [role, { title: of.title as Text }])),
  };
}

/** `GET /agencies`: offices and roles of every agency, for whoever transfers a task, asks an opinion or appoints. */
export async function agencies(asked: Asked): Promise<ApiResult> {
  const { held, agencies: all } = await standingOf(asked);
  if (held.length === 0) throw problem('forbidden');
  return json(200, { items: [...all.values()].map(agencyView) });
}
