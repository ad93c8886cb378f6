import type { AccessView, Text } from '#core/api/types.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { titleOf } from '#core/case/titles.ts';
import { everyState } from '#core/flow/states.ts';
import type { ApiResult, Asked } from '../../http/event.ts';
import { ApiProblem, problem } from '../../http/problem.ts';
import { json } from '../../http/serve.ts';
import { type Access, accessesOf, type Purpose } from '../../store/access.ts';
import { runtimeOf } from '../../store/bundles.ts';
import { cases, reach } from './reach.ts';

const consult: Text = { uk: 'Висновок на запит', en: 'An opinion that was asked for' };
const office: Text = { uk: 'Робота офісу зі справами', en: 'Work of the office with its cases' };
const named = (id: string): Text => ({ uk: id, en: id });

function purpose({ bundle }: ServiceRuntime, of: Purpose): Text {
  if (of.for !== 'task') return of.for === 'consult' ? consult : office;
  const found = everyState(bundle.flow).find(({ path }) => path.split('/').at(-1) === of.state);
  return { ...titleOf(found?.state, of.state) };
}

/** An access as a party reads it: role and office, never the officer. */
export function accessView(
  service: ServiceRuntime,
  { agency, office, role, purpose: of, at }: Access,
): AccessView {
  const known = service.live.agencies[agency];
  return {
    at,
    agency: (known?.title as Text | undefined) ?? named(agency),
    office: (known?.offices.find(({ id }) => id === office)?.title as Text | undefined) ?? named(office),
    role: (known?.roles[role]?.title as Text | undefined) ?? named(role),
    purpose: purpose(service, of),
  };
}

/** `GET …/accesses`: who looked at the case and for what, the latest day first; the cursor counts what was read. */
export async function accesses(asked: Asked): Promise<ApiResult> {
  const { cursor = '0' } = asked.query;
  if (!/^\d{1,5}$/.test(cursor))
    throw new ApiProblem(400, 'badCursor', {
      uk: 'Такої сторінки списку немає.',
      en: 'There is no such page of the list.',
    });
  const { case: kase } = await reach(asked);
  if (!kase) throw problem('notFound');
  const [service, found] = await Promise.all([
    runtimeOf(kase.definition),
    accessesOf(cases(), { service: kase.service, case: kase.id }, Number(cursor)),
  ]);
  return json(200, {
    items: found.accesses.map((access) => accessView(service, access)),
    ...(found.more ? { cursor: String(Number(cursor) + found.accesses.length) } : {}),
  });
}
