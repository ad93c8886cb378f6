import type { Instant } from '#core/flow/types.ts';
import type { ServiceRuntime } from './runtime.ts';

/** What the identity provider, or a clerk by a document, vouches for. Personal data: never in an event's public fields, never logged. */
export type Identity = {
  /** A stable key of the person, opaque to the core (the functions make it). */
  person: string;
  surname?: string;
  name?: string;
  patronymic?: string;
  birthDate?: string;
  sex?: string;
  rnokpp?: string;
  unzr?: string;
  email?: string;
  phone?: string;
  assurance?: 'low' | 'substantial' | 'high';
  /** The company a person acts for as its director or employee. */
  business?: { edrpou: string; name?: string };
  /** How a clerk identified the person at the counter. */
  document?: { type: string; number: string };
};

/** In what right a person acts for a party: `self`, `parent`, `guardian`, `attorney`, `director`. */
export type Through = 'self' | 'parent' | 'guardian' | 'attorney' | 'director';

/** A person in a role of an office; read on every request, never from a token. */
export type Appointment = {
  person: string;
  /** Who the officer is as a citizen, where the directory of officers says it. Personal data: never in an event. */
  citizen?: Identity;
  agency: string;
  office: string;
  role: string;
  from?: Instant;
  to?: Instant;
  order?: string;
};

export type PartyActor = { kind: 'party'; identity: Identity; through?: Through };
export type OfficerActor = { kind: 'officer'; appointment: Appointment; name?: string };
/** `by`: `timers`, `scanner`, `worker`, or a connector as `connector:<id>`. */
export type SystemActor = { kind: 'system'; by: string };
export type Actor = PartyActor | OfficerActor | SystemActor;

/** An actor as an event shows it: without personal data (a party is named by its place in the case; who it is lies in `data`). */
export type EventActor =
  | { kind: 'party'; party: string; through?: Through }
  | { kind: 'officer'; person: string; agency: string; office: string; role: string }
  | { kind: 'system'; by: string };

/** Identifiers come in as arguments, so that any run can be replayed. */
export type Ids = {
  /** A UUIDv7. */
  uuid(): string;
  /** A public reference (`reference(digits)` in core/case/reference.ts makes one from ten random digits). */
  reference(): string;
  /** At least 16 random bytes, hex or base64url. */
  salt(): string;
};

/** Someone who is appointed to the role and office of a task, and how many open tasks of that role and office they have. */
export type Colleague = { person: string; open: number };

/**
 * What `decide` is given beside the case and the command. `next`: the version that a `migrate` leads to; `staff`: from whom
 * the officer of a task is drawn.
 */
export type Given = {
  now: Instant;
  actor: Actor;
  ids: Ids;
  next?: ServiceRuntime;
  staff?: readonly Colleague[];
};
