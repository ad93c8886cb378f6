import type { Scenario } from '#core/definition/types.ts';
import type { Actor, Appointment, Identity } from './actor.ts';
import type { Command, Submission } from './command.ts';
import { faulty } from './decide.ts';
import type { FileVersion } from './file.ts';
import { filesIn } from './files.ts';
import { draftNames } from './names.ts';
import type { Refusal } from './refusal.ts';
import { type Described, representedIn } from './represented.ts';
import type { ServiceRuntime } from './runtime.ts';
import { scheduledFor } from './scheduled.ts';

/** Who a scenario is about; in one about nobody, whoever acts as its applicant is a stranger. */
export const applicantIn = ({ applicant }: Scenario): Identity => applicant ?? { person: 'nobody' };

/** Who begins the case of a scenario, and with what. */
export type Begins = { actor: Actor; command: Command } | { refusal: Refusal };

/** How the case of a scenario begins: an application is sent, or the agency begins it; refused where an expression of the service fails. */
export function beginningOf(service: ServiceRuntime, scenario: Scenario): Begins {
  try {
    return begunBy(service, scenario);
  } catch (error) {
    const refusal = faulty(error);
    if (refusal) return { refusal };
    throw error;
  }
}

function begunBy(service: ServiceRuntime, scenario: Scenario): Begins {
  const { form, lookups, through, about, applicant } = scenario;
  const sent: Omit<Submission, 'channel'> = {
    form,
    language: 'uk',
    files: uploaded(service, scenario),
    ...(lookups ? { lookups } : {}),
    ...(about ? { about } : {}),
  };
  if (scenario.startedBy === 'schedule') return byCalendar(service, scenario, sent);
  if (scenario.startedBy === 'officer') {
    const actor: Actor = { kind: 'officer', appointment: beginner(service) };
    const named = applicant ? { applicant } : {};
    return { actor, command: { ...sent, type: 'initiate', channel: 'officer', ...named } };
  }
  const represents = whomOf(service, scenario);
  return {
    actor: { kind: 'party', identity: applicantIn(scenario) },
    command: {
      ...sent,
      type: 'submit',
      channel: 'portal',
      ...(through ? { through } : {}),
      ...(represents ? { represents } : {}),
    },
  };
}

/** The one officer of the role that begins cases, in the office that its agency falls back on. */
function beginner({ bundle, live }: ServiceRuntime): Appointment {
  const role = bundle.startedBy.officer?.role ?? 'none';
  const agency = bundle.roles?.[role]?.agency ?? bundle.agency;
  return { person: `${role}-of-the-scenario`, agency, office: live.agencies[agency]?.fallback ?? '', role };
}

const NONE: Refusal = {
  code: 'notAllowed',
  message: {
    uk: 'Для цього запису розклад справи не починає: перевірте about сценарію та where розкладу',
    en: 'The calendar begins no case for this record: see about of the scenario and where of the schedule',
  },
};

function byCalendar(
  service: ServiceRuntime,
  { about, applicant, submittedAt }: Scenario,
  sent: Omit<Submission, 'channel'>,
): Begins {
  const begun = scheduledFor(service, about ?? null, submittedAt);
  if (!begun) return { refusal: NONE };
  const { applicant: told, ...made } = begun;
  const person = applicant?.person ?? keyOf(told);
  return {
    actor: { kind: 'system', by: 'calendar' },
    command: {
      ...{ ...sent, ...made },
      ...{ type: 'initiate', channel: 'schedule' },
      ...(told ? { applicant: { ...told, person } } : {}),
    },
  };
}

/** In a scenario a person's key is the number that tells who they are. */
const keyOf = (told: Described | null): string =>
  told?.rnokpp ?? told?.unzr ?? told?.business?.edrpou ?? told?.document?.number ?? '';

/** Whom the scenario's form is about where someone acts for them; their key is the number that tells who they are. */
function whomOf(service: ServiceRuntime, scenario: Scenario): Identity | null {
  const { submittedAt, through, form } = scenario;
  const identity = applicantIn(scenario);
  if (through === undefined || through === 'self') return null;
  const draft = { identity, applicant: undefined, lookups: {}, language: 'uk', channel: 'portal', through };
  const told = representedIn(service, form, draftNames(service, draft, submittedAt));
  return told && { ...told, person: keyOf(told) };
}

/** The files that the form names, as if each were uploaded and found clean. */
function uploaded(service: ServiceRuntime, { form, files }: Scenario): { [id: string]: FileVersion } {
  const named = filesIn(service.bundle.form, form).map(({ id, at }): [string, FileVersion] => [
    id,
    {
      id,
      at,
      name: id,
      key: `scenario/${id}`,
      version: '1',
      sha256: '0'.repeat(64),
      size: 1,
      type: 'application/pdf',
      scan: 'clean',
    },
  ]);
  return { ...Object.fromEntries(named), ...files };
}
