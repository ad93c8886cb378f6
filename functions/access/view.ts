import type { AccessView, Text } from '#core/api/types.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { titleOf } from '#core/case/titles.ts';
import { everyState } from '#core/flow/states.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { problem } from '../http/problem.ts';
import { json } from '../http/serve.ts';
import { type Access, accessesOf, type Purpose } from '../store/access.ts';
import type { CaseStore } from '../store/load.ts';

const consult: Text = { uk: 'Висновок на запит', en: 'An opinion that was asked for' };
const office: Text = { uk: 'Робота офісу зі справами', en: 'Work of the office with its cases' };
const named = (id: string): Text => ({ uk: id, en: id });

function purpose({ bundle }: ServiceRuntime, of: Purpose): Text {
  if (of.for !== 'task') return of.for === 'consult' ? consult : office;
  const found = everyState(bundle.flow).find(({ path }) => path.split('/').at(-1) === of.state);
  return { ...titleOf(found?.state, of.state) };
}

/** An access as a party reads it: role, office and purpose, never the officer. */
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

/** A page of a case's accesses as one sees them; the cursor counts what was read. @throws ApiProblem badCursor */
export async function accessPage(
  store: CaseStore,
  of: { service: string; case: string },
  { query }: Asked,
  show: (accesses: readonly Access[]) => Promise<object[]>,
): Promise<ApiResult> {
  const { cursor = '0' } = query;
  if (!/^\d{1,5}$/.test(cursor)) throw problem('badCursor');
  const { accesses, more } = await accessesOf(store, of, Number(cursor));
  return json(200, {
    items: await show(accesses),
    ...(more ? { cursor: String(Number(cursor) + accesses.length) } : {}),
  });
}
