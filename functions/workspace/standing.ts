import type { AppointmentView, Text } from '#core/api/types.ts';
import type { Appointment } from '#core/case/types.ts';
import type { Agency, AgencyRole } from '#core/definition/types.ts';
import type { Asked } from '../http/event.ts';
import { problem } from '../http/problem.ts';
import { agenciesIn } from '../store/agencies.ts';
import { appointmentsOf } from '../store/appointments.ts';
import { platform } from '../store/tables.ts';

/** What a role may beside its tasks. */
export type Right = NonNullable<AgencyRole['may']>[number];
type Held = Appointment & { name?: string };
/** Who asks, by their appointments in force, and the agencies that these are in. */
export type Standing = {
  person: string;
  name: string;
  held: readonly Held[];
  agencies: ReadonlyMap<string, Agency>;
};

/** Read anew for each request; an officer without an appointment stands nowhere. */
export async function standingOf({ caller }: Asked): Promise<Standing> {
  if (!caller) throw problem('signedOut');
  const { person, name } = caller;
  const [held, agencies] = await Promise.all([
    appointmentsOf(platform(), person, new Date().toISOString()),
    agenciesIn(platform()),
  ]);
  return { person, name, held, agencies };
}

/** What an appointment allows beside tasks. */
export const rightsOf = ({ agencies }: Standing, { agency, role }: Appointment): readonly Right[] =>
  agencies.get(agency)?.roles[role]?.may ?? [];

/** The appointments that have a right. @throws ApiProblem forbidden where none has */
export function having(standing: Standing, right: Right): readonly Appointment[] {
  const found = standing.held.filter((appointment) => rightsOf(standing, appointment).includes(right));
  if (found.length === 0) throw problem('forbidden');
  return found;
}

/** An appointment with the titles of its role and office. */
export function appointmentView(agencies: ReadonlyMap<string, Agency>, held: Held): AppointmentView {
  const { person, name, agency, office, role, from, to, order } = held;
  const known = agencies.get(agency);
  const roleTitle = known?.roles[role]?.title as Text | undefined;
  const officeTitle = known?.offices.find(({ id }) => id === office)?.title as Text | undefined;
  return {
    person,
    ...(name === undefined ? {} : { name }),
    agency,
    office,
    role,
    ...(roleTitle ? { roleTitle } : {}),
    ...(officeTitle ? { officeTitle } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(order === undefined ? {} : { order }),
  };
}
