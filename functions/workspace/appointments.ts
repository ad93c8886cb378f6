import type { GrantBody } from '#core/api/types.ts';
import type { Appointment } from '#core/case/types.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { ApiProblem, problem } from '../http/problem.ts';
import { json } from '../http/serve.ts';
import { appointedIn, ending, granting, OwnAppointment } from '../store/appointments.ts';
import { BadCursor } from '../store/lists.ts';
import { platform } from '../store/tables.ts';
import { once } from './once.ts';
import { appointmentView, having, rightsOf, type Standing, standingOf } from './standing.ts';

/** Refuses an agency that the officer does not administer. */
function administered(standing: Standing, agency: string): void {
  if (!having(standing, 'appoint').some((a) => a.agency === agency)) throw problem('forbidden');
}

const own = () =>
  new ApiProblem(403, 'ownAppointment', {
    uk: 'Ніхто не змінює власних призначень.',
    en: 'Nobody changes their own appointments.',
  });

/** Whether the officer gives out the tasks of an office: then they must know who holds its roles. */
const assigning = (standing: Standing, agency: string, office: string): boolean =>
  standing.held.some(
    (a) => a.agency === agency && a.office === office && rightsOf(standing, a).includes('assign'),
  );

/**
 * `GET /appointments?agency=&office=&role=`: everyone appointed in an agency that the officer administers, or in the office whose
 * tasks they assign.
 */
export async function appointments(asked: Asked): Promise<ApiResult> {
  const standing = await standingOf(asked);
  const { office = '', role = '' } = asked.query;
  const agency = asked.query.agency || having(standing, 'appoint')[0]?.agency || '';
  if (office === '' || !assigning(standing, agency, office)) administered(standing, agency);
  const list = await appointedIn(platform(), agency, asked.query.cursor || undefined).catch(
    (error: unknown) => {
      throw error instanceof BadCursor ? problem('badCursor') : error;
    },
  );
  const items = list.items.filter(
    (one) => (office === '' || one.office === office) && (role === '' || one.role === role),
  );
  return json(200, { ...list, items: items.map((one) => appointmentView(standing.agencies, one)) });
}

const wrong = (pointer: string, uk: string, en: string) =>
  new ApiProblem(422, 'badAppointment', { uk, en }, [
    { pointer, code: 'badAppointment', message: { uk, en } },
  ]);
const DAY = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/;

/** Refuses an office or role that is not there, and days that are none or the wrong way round. */
function checked({ agencies }: Standing, body: GrantBody): void {
  const agency = agencies.get(body.agency);
  const office = agency?.offices.find(({ id }) => id === body.office);
  if (!office)
    throw wrong('/office', 'Такого офісу в органі немає.', 'There is no such office in the agency.');
  const known = agency !== undefined && Object.hasOwn(agency.roles, body.role);
  if (!known || (office.roles && !office.roles.includes(body.role)))
    throw wrong('/role', 'Такої ролі в цьому офісі немає.', 'There is no such role in this office.');
  for (const name of ['from', 'to'] as const) {
    const day = body[name];
    if (day !== undefined && (!DAY.test(day) || Number.isNaN(Date.parse(day))))
      throw wrong(`/${name}`, 'Напишіть дату так: 2026-03-02.', 'Write the day like this: 2026-03-02.');
  }
  if (body.from !== undefined && body.to !== undefined && body.to < body.from)
    throw wrong('/to', 'Кінець раніше за початок.', 'It ends before it begins.');
  if (!/^[\w-]{8,100}$/.test(body.person))
    throw wrong('/person', 'Це не ключ людини.', 'This is not the key of a person.');
}

/** `POST /appointments`: appoints another person, by an order; the same again changes nothing. */
export async function grantOne(asked: Asked): Promise<ApiResult> {
  const standing = await standingOf(asked);
  const body = asked.body as unknown as GrantBody;
  administered(standing, body.agency);
  checked(standing, body);
  const { person, agency, office, role, name, from, to, order } = body;
  const appointment: Appointment & { name?: string } = {
    ...{ person, agency, office, role, order },
    ...(name === undefined ? {} : { name }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  return once(asked, async () => ({
    writes: granting(platform().table, appointment, standing.person),
    body: appointmentView(standing.agencies, appointment),
  })).catch((error: unknown) => {
    throw error instanceof OwnAppointment ? own() : error;
  });
}

/** `DELETE /appointments/{person}/{agency}/{office}/{role}`: ends an appointment at once. */
export async function endOne(asked: Asked): Promise<ApiResult> {
  const standing = await standingOf(asked);
  const { person = '', agency = '', office = '', role = '' } = asked.names;
  administered(standing, agency);
  if (person === standing.person) throw own();
  const of = { person, agency, office, role };
  return once(asked, async () => ({ writes: ending(platform().table, of), body: of }));
}
