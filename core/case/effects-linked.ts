import type { Json, JsonObject, Path } from '#core/flow/types.ts';
import type { BeginEffect, Effect, ReportEffect, SuspendEffect } from './effect.ts';
import type { EventOf } from './event.ts';
import { partyHere } from './party-here.ts';
import type { ServiceRuntime } from './runtime.ts';
import type { Case } from './types.ts';

// What other cases are told: those that come of this one, and the one that it comes from

type Head = Omit<ReportEffect, 'kind' | 'origin' | 'what' | 'data'>;

/** The case that this one comes from is told that it was submitted, or how it ended. */
export function reports(
  kase: Case,
  event: EventOf<'submitted'> | EventOf<'ended'>,
  head: (n: number) => Head,
): Effect[] {
  const { origin } = kase;
  if (!origin) return [];
  if (event.type === 'submitted') {
    const collected = origin.as === 'collect';
    const { form = {}, parties } = event.data ?? {};
    const identity = parties?.applicant?.identity;
    const data: JsonObject = collected
      ? { form, person: identity?.person ?? '', name: nameOf(identity) }
      : {};
    return [{ ...head(0), kind: 'report', origin, what: 'submitted', data }];
  }
  const { outcome, kind } = event.outcome;
  const person = kase.data.parties.applicant?.identity?.person ?? '';
  const data: JsonObject = origin.as === 'collect' ? { person } : {};
  return [{ ...head(0), kind: 'report', origin, what: 'ended', outcome, ended: kind, data }];
}

const nameOf = (
  who: { business?: { name?: string }; surname?: string; name?: string; patronymic?: string } | undefined,
) => who?.business?.name ?? [who?.surname, who?.name, who?.patronymic].filter(Boolean).join(' ');

/** A draft of another service for the one who appeals or renews, with what it is about. */
export function drafted(kase: Case, event: EventOf<'followed'>, head: Head): Effect[] {
  const { as, service, origin, data } = event;
  if (!data) return [];
  const { outcome } = kase;
  const documents = Object.values(kase.documents).map(({ number, at }) => ({
    number: number ?? null,
    issuedAt: at,
  }));
  const about: JsonObject = {
    service: kase.service,
    case: kase.id,
    reference: kase.reference,
    submittedAt: kase.submittedAt,
    outcome: outcome?.outcome ?? null,
    decidedAt: outcome?.at ?? null,
    documents,
  };
  const begins: BeginEffect = {
    ...head,
    kind: 'begin',
    to: service,
    origin,
    language: kase.language,
    data: {
      identity: data.identity as unknown as JsonObject,
      about,
      form: as === 'renew' ? kase.data.form : {},
    },
  };
  return [begins];
}

/** What a `start` at a path asks: each case with its data, and its parties as persons. */
export function startInput(service: ServiceRuntime, kase: Case, path: Path, input: Json | undefined): Json {
  if (!Array.isArray(input)) return [];
  return input.map((one) => {
    const { parties, ...rest } = one as { parties?: { [there: string]: string } } & JsonObject;
    const known = Object.entries(parties ?? {}).flatMap(([there, here]) => {
      const { identity, representative } = kase.data.parties[partyHere(service, kase, here, path)] ?? {};
      return identity ? [[there, { identity, ...(representative && { representative }) }]] : [];
    });
    return { ...rest, parties: Object.fromEntries(known) } as unknown as JsonObject;
  });
}

/** Documents of a decision that is suspended have no force meanwhile; afterwards they have again. */
export function suspends(
  kase: Case,
  event: EventOf<'linked'> | EventOf<'linkEnded'>,
  head: (n: number) => Omit<SuspendEffect, 'kind' | 'effect' | 'on' | 'data'>,
): Effect[] {
  const on = event.type === 'linked';
  if (!(on ? event.suspends : event.resumes)) return [];
  const effects = Object.values(kase.documents).flatMap((one) =>
    one.effect === undefined || one.revoked !== undefined || one.replacedBy !== undefined ? [] : [one.effect],
  );
  return effects.map((effect, n) => ({ ...head(n), kind: 'suspend', effect, on, data: {} }));
}
