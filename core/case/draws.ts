import type { Instant, Path } from '#core/flow/types.ts';
import { spread } from './falls.ts';
import { refuse } from './refuse.ts';
import { taskRefusal } from './rights.ts';
import type { Turn } from './turn.ts';

// A task of `assign: leastLoaded` or `random`: its officer is drawn by the sweep, which knows who is appointed

/** When the officer of a task is drawn that is free from now on: at once where the definition says that they are drawn. */
export const drawnFrom = (assign: string, now: Instant): { draw?: Instant } =>
  assign === 'leastLoaded' || assign === 'random' ? { draw: now } : {};

/**
 * Draws the officer of a task from those who are appointed now (`given.staff`): nobody whose own case it is, who may not
 * act here, or who has just given it back. Where nobody is left the task is for whoever claims it.
 */
export function draws(turn: Turn, path: Path): void {
  const place = turn.case.places[path];
  const { staff, ids } = turn.given;
  if (place?.kind !== 'task' || staff === undefined)
    refuse(
      'notAllowed',
      'Невідомо, хто призначений на цю роль',
      'Who is appointed to this role was not said',
    );
  const { agency, office, role, assign } = place;
  const able = staff.filter(
    ({ person }) =>
      person !== place.gaveBack &&
      taskRefusal(turn.service, turn.case, place, { person, agency, office, role }, turn.now) === null,
  );
  const among = assign === 'leastLoaded' ? leastLoaded(able) : able;
  // in an order of their own, so that the same salt draws the same officer however they were listed
  const persons = among.map(({ person }) => person).sort();
  const drawn = persons[spread(ids.salt(), Math.max(persons.length, 1))];
  turn.say(
    drawn === undefined
      ? { type: 'timerFired', path, kind: 'draw' }
      : { type: 'assigned', path, to: drawn, among: able.length },
  );
}

/** Those who have the fewest tasks; several where they have as many. */
function leastLoaded<T extends { open: number }>(able: readonly T[]): readonly T[] {
  const fewest = Math.min(...able.map(({ open }) => open));
  return able.filter(({ open }) => open === fewest);
}
