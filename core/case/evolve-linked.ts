import { join } from '#core/flow/position.ts';
import type { EventOf } from './event.ts';
import type { Linked } from './origin.ts';
import type { Case } from './types.ts';

// What a case knows of those that came of it

export function withLinked(kase: Case, event: EventOf<'linked'>): Case {
  const { as, service, child, reference, name, suspends, at } = event;
  const one: Linked = { as, service, reference, at, ...(name === undefined ? {} : { name }) };
  return {
    ...kase,
    linked: { ...kase.linked, [child]: one },
    ...(suspends ? { suspended: { since: at, child } } : {}),
  };
}

export function linkEnded(kase: Case, { child, outcome, kind, at, resumes }: EventOf<'linkEnded'>): Case {
  const { suspended, ...rest } = ended(kase, child, { at, outcome, kind });
  return suspended && !resumes ? { ...rest, suspended } : rest;
}

/** The case with how a started one ended: seen as `outcomes.<state>.<name>` by what comes after. */
export function withEnded(kase: Case, { ended: told, path, at }: EventOf<'answered'>): Case {
  if (!told) return kase;
  const { child, outcome, kind, name } = told;
  const next = ended(kase, child, { at, outcome, kind });
  return name === undefined ? next : { ...next, outcomes: { ...next.outcomes, [join(path, name)]: outcome } };
}

function ended(kase: Case, child: string, end: NonNullable<Linked['ended']>): Case {
  const known = kase.linked?.[child];
  return known ? { ...kase, linked: { ...kase.linked, [child]: { ...known, ended: end } } } : kase;
}
