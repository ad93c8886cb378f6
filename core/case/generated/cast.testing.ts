import type { Actor, Identity, OfficerActor, PartyActor } from '../actor.ts';
import type { Place } from '../place.ts';
import type { Case } from '../types.ts';
import type { Draw } from './draw.testing.ts';
import { numbers } from './fields.testing.ts';

/** Who comes to generated cases. Whatever is personal has a § in it, so that what leaks is found. Only tests import this. */
export const PERSONAL = /§|1111111111|2222222222|3333333333|4444444444|5555555555|p-\d/;

export const applicant: Identity = {
  person: 'p-1',
  surname: 'Коваль§',
  name: 'Олена§',
  birthDate: '1984-05-01',
  rnokpp: '1111111111',
  email: 'olena§@mail.example',
  assurance: 'high',
};
const others: Identity[] = numbers.map((rnokpp, n) => ({
  person: `p-${n + 2}`,
  name: `Особа§ ${n + 2}`,
  rnokpp,
  assurance: 'substantial',
}));
const child: Identity = { person: 'p-6', name: 'Дитина§', birthDate: '2020-01-01', assurance: 'low' };

/** Someone who is acted for. */
export const ward: Identity = {
  person: 'p-7',
  name: 'Довіритель§',
  birthDate: '1950-01-01',
  email: 'ward§@mail.example',
};

export const party = (identity: Identity): PartyActor => ({ kind: 'party', identity });
export const system: Actor = { kind: 'system', by: 'worker' };
export const officer = (person: string, role: string, agency: string, office: string): OfficerActor => ({
  kind: 'officer',
  appointment: { person, agency, office, role },
});

const ROLES = ['clerk', 'registrar', 'lawyer', 'chief', 'expert', 'secretary'] as const;
const OFFICES = [
  ['city', 'central'],
  ['city', 'central'],
  ['city', 'north'],
  ['ministry', 'main'],
] as const;

/** Anyone at all. */
export function anyone(draw: Draw): Actor {
  return draw.weighted<() => Actor>([
    [3, () => party(applicant)],
    [3, () => party(draw.of(others))],
    [1, () => party(child)],
    [5, () => anyOfficer(draw)],
    [3, () => system],
  ])();
}

function anyOfficer(draw: Draw): Actor {
  const role = draw.of(ROLES);
  const [agency, office] = draw.of(OFFICES);
  const actor = officer(`o-${role}-${draw.between(1, 2)}`, role, agency, office);
  // an appointment that has ended, or has not begun
  if (draw.once(10)) actor.appointment.to = '2026-01-01';
  return actor;
}

/** Whoever may audit where the case is dealt with, or assign there. */
export function auditorOf({ office: { agency, office } }: Case): Actor {
  const role = agency === 'ministry' ? 'secretary' : 'chief';
  return officer(`o-${role}-1`, role, agency, office);
}

/** One whom a place waits for. */
export function rightFor(draw: Draw, kase: Case, place: Place): Actor {
  if (place.kind === 'task') {
    const { role, agency, office, claimedBy, raisedTo } = place;
    const as = raisedTo !== undefined && draw.once(3) ? raisedTo : role;
    return officer(claimedBy ?? `o-${role}-${draw.between(1, 2)}`, as, agency, office);
  }
  if (place.kind !== 'party') return system;
  const known = kase.data.parties[place.party];
  if (known?.identity) return party(known.identity);
  return party(others.find(({ rnokpp }) => rnokpp === known?.identify?.rnokpp) ?? applicant);
}
