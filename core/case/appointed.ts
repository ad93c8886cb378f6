import type { Appointment } from './actor.ts';

/** An appointment as the platform table keeps it (docs/rooms.md, "Items"). `grantedBy`: the key of whoever appointed, or what did. */
export type AppointmentItem = Appointment & {
  readonly pk: string;
  readonly sk: string;
  readonly name?: string;
  readonly grantedBy?: string;
};

type Of = Pick<Appointment, 'person' | 'agency' | 'office' | 'role'>;
type Key = { readonly pk: string; readonly sk: string };

/** The partition of what a person is appointed to. */
export const appointmentsKey = (person: string): string => `appointment#${person}`;

/** Where an appointment stands under its person. */
export const personLine = ({ person, agency, office, role }: Of): Key => ({
  pk: appointmentsKey(person),
  sk: `${agency}#${office}#${role}`,
});

/** Where the same stands in the list of its agency; no person's key begins with `@`. */
export const agencyLine = ({ person, agency, office, role }: Of): Key => ({
  pk: appointmentsKey(`@${agency}`),
  sk: `${office}#${role}#${person}`,
});

/** Both items of an appointment: neither is ever written without the other. */
export function appointmentItems(
  appointment: Appointment & { readonly name?: string },
  grantedBy: string,
): [AppointmentItem, AppointmentItem] {
  const item = { ...appointment, grantedBy };
  return [
    { ...item, ...personLine(appointment) },
    { ...item, ...agencyLine(appointment) },
  ];
}
