import type { Migrate, ServiceBundle } from '#core/definition/types.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import type { Refusal } from '../refusal.ts';
import type { ServiceRuntime } from '../runtime.ts';
import { asOfficer, Play, small } from '../small-service.testing.ts';
import type { Actor, CaseEvent } from '../types.ts';

/** Two versions of a service, the second as a test changes it: only tests import this. */
type Fields = { [word: string]: unknown };
export type Shape = Omit<ServiceBundle, 'flow' | 'form'> & {
  flow: { initial: string; states: { [name: string]: Fields } };
  form: Omit<ServiceBundle['form'], 'schema'> & { schema: Fields & { properties: Fields } };
};

/** The small service as version 1, whose analysts may publish. */
export const first: ServiceRuntime = published(small, 1);

function published(service: ServiceRuntime, version: number): ServiceRuntime {
  const copy = structuredClone(service);
  const { city } = copy.live.agencies;
  if (city) Object.assign(city.roles, { analyst: { may: ['define', 'publish'] } });
  return { ...copy, bundle: { ...copy.bundle, version }, hash: String.fromCharCode(96 + version).repeat(64) };
}

/** Version 1 as a test changes it. */
export function earlier(change: (bundle: Shape) => void): ServiceRuntime {
  const copy = structuredClone(first);
  change(copy.bundle as unknown as Shape);
  return copy;
}

/** Version 2: version 1 with a change and its migration. */
export function second(
  migrate: Partial<Migrate>,
  change: (bundle: Shape) => void = () => {},
): ServiceRuntime {
  const next = published(first, 2);
  change(next.bundle as unknown as Shape);
  Object.assign(next.bundle, { migrate: { from: 1, ...migrate } });
  return next;
}

export const analyst: Actor = asOfficer('o-analyst', 'analyst');

/** Migrates a played case, which goes on in the new version. The refusal, where it was refused. */
export function migrated(
  play: Play,
  next: ServiceRuntime,
  actor: Actor = analyst,
  proposedBy = 'o-other',
): { play: Play; events: CaseEvent[]; refusal?: Refusal } {
  const decision = decide(
    play.service,
    play.case,
    { type: 'migrate', to: next.hash, proposedBy },
    { now: play.now, actor, ids: play.ids, next },
  );
  const then = new Play(next);
  then.now = play.now;
  then.events.push(...play.events, ...(decision.events ?? []));
  then.case = (decision.events ?? []).reduce(evolve, play.case);
  return {
    play: then,
    events: decision.events ?? [],
    ...(decision.refusal ? { refusal: decision.refusal } : {}),
  };
}
