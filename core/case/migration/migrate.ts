import type { Migrate } from '../command.ts';
import { refuse } from '../refuse.ts';
import { holds } from '../rights.ts';
import type { ServiceRuntime } from '../runtime.ts';
import { sayCancelled, settle } from '../settle.ts';
import { Turn } from '../turn.ts';
import { Walk } from '../walk.ts';
import { isConcerned } from '../who.ts';
import { type Carried, carried } from './carry.ts';
import { moved } from './carry-names.ts';

/** An open case comes over to a later version: proposed by one who may publish, carried out by another. */
export function migrate(turn: Turn, { to, proposedBy }: Migrate) {
  const { next } = turn.given;
  if (!next || next.hash !== to)
    return refuse(
      'otherVersion',
      'Такої версії послуги немає',
      'There is no such version of the service',
      '/to',
    );
  mayMigrate(turn, proposedBy);
  carryOver(turn, next, proposedBy);
}

function mayMigrate({ service, given, case: kase }: Turn, proposedBy: string) {
  const a = given.actor.kind === 'officer' ? given.actor.appointment : undefined;
  const may = a ? (service.live.agencies[a.agency]?.roles[a.role]?.may ?? []) : [];
  if (!a || !holds(a, given.now) || a.agency !== service.bundle.agency || !may.includes('publish'))
    return refuse(
      'notAllowed',
      'Справи переносить той, хто може публікувати послуги цього органу',
      'Cases are migrated by those who may publish services of the agency',
    );
  if (a.person === proposedBy)
    refuse(
      'fourEyes',
      'Перенесення виконує інша людина, ніж та, що його запропонувала',
      'A migration is carried out by another person than the one who proposed it',
      '/proposedBy',
    );
  if (isConcerned(kase, a))
    refuse('ownCase', 'Не можна переносити власну справу', 'Nobody migrates their own case');
}

/**
 * Says all that a migration comes to: what is cancelled, the case as the new version has it, and where it goes from there.
 * The rehearsal does the same on a turn of its own. @throws Refused
 */
export function carryOver(turn: Turn, next: ServiceRuntime, proposedBy: string): Carried {
  const over = carried(turn.service, next, turn.case, turn.now);
  if (over.flow.dropped.length > 0) sayCancelled(turn, over.flow.dropped);
  // a payment that was just called off is among them
  const { unpaid } = turn.case;
  const calledOff = unpaid ? { unpaid: moved(unpaid, over.renaming) } : {};
  turn.say({ type: 'migrated', ...over.public, ...calledOff, proposedBy, data: over.data });
  const there = new Turn(next, turn.case, turn.given, turn.actor);
  goOn(there, over);
  for (const event of there.events) turn.follow(event);
  return over;
}

/** In the new version: states are entered anew, new branches begin, joins that are met already lead on. */
function goOn(turn: Turn, { flow }: Carried): void {
  const walk = new Walk(turn);
  for (const { flow: at, state } of flow.enters) if (walk.goes(at)) walk.enter(at, state);
  for (const branch of flow.begins) walk.begin(branch);
  for (const group of flow.groups) walk.rejoin(group);
  if (walk.states.length > 0) settle(walk);
}
