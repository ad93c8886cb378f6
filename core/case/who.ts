import type { Actor, Appointment, EventActor, Identity } from './actor.ts';
import type { Case } from './types.ts';

/** Whether a person is the one whom a case describes: every claim it gives is the person's. */
export function fits(identity: Identity, claims: { [claim: string]: string }): boolean {
  const entries = Object.entries(claims);
  const has: { [claim: string]: string | undefined } = {
    rnokpp: identity.rnokpp,
    unzr: identity.unzr,
    edrpou: identity.business?.edrpou,
    email: identity.email,
  };
  return entries.length > 0 && entries.every(([claim, value]) => has[claim] === value);
}

/** Whether someone acts for a business that is a party by its code alone: whoever the provider vouches for as its own. */
const speaksFor = ({ business }: Identity, party: Identity): boolean =>
  party.business !== undefined &&
  party.surname === undefined &&
  party.name === undefined &&
  business?.edrpou === party.business.edrpou;

/** The keys of the parties that a person is in a case: by key, as representative, or by what identifies them. */
export function partiesOf(kase: Case, identity: Identity): string[] {
  return Object.entries(kase.data.parties)
    .filter(
      ([, p]) =>
        p.identity?.person === identity.person ||
        p.representative?.person === identity.person ||
        (p.identity !== undefined && speaksFor(identity, p.identity)) ||
        (p.identity === undefined && p.identify !== undefined && fits(identity, p.identify)),
    )
    .map(([key]) => key);
}

/** The actor as an event may show it. `party` is the key of the party that it acts for. */
export function eventActor(actor: Actor, party = 'applicant'): EventActor {
  switch (actor.kind) {
    case 'party':
      return {
        kind: 'party',
        party,
        ...(actor.through === undefined ? {} : { through: actor.through }),
      };
    case 'officer': {
      const { person, agency, office, role } = actor.appointment;
      return { kind: 'officer', person, agency, office, role };
    }
    case 'system':
      return { kind: 'system', by: actor.by };
  }
}

/** Whether a person whom a case knows is the officer: as an officer, or as the citizen that they are too. */
export const isOfficer = ({ person, citizen }: Appointment, one: unknown): boolean =>
  one !== undefined && (one === person || one === citizen?.person);

/** Whether an officer is a party of a case, or acts for one. */
export const isConcerned = (kase: Case, { person, citizen }: Appointment): boolean =>
  [{ person }, ...(citizen ? [citizen] : [])].some((identity) => partiesOf(kase, identity).length > 0);

/** The person behind an actor, or undefined for a system. */
export function personOf(actor: Actor): string | undefined {
  if (actor.kind === 'party') return actor.identity.person;
  return actor.kind === 'officer' ? actor.appointment.person : undefined;
}
