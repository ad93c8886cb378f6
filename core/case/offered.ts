import type { Text } from '#core/flow/types.ts';
import type { Appointment } from './actor.ts';
import { refuse, refuseSaying } from './refuse.ts';
import { type Possible, possible, viewerOf } from './rights.ts';
import type { Turn } from './turn.ts';
import { isConcerned } from './who.ts';

/** What is told to an officer whom the case concerns. */
export const OWN_CASE: Text = {
  uk: 'Не можна вирішувати власну справу',
  en: 'Nobody decides their own case',
};

/** Refuses an officer whom the case concerns. */
export function mustNotConcern(turn: Turn, officer: Appointment) {
  if (isConcerned(turn.case, officer)) refuseSaying('ownCase', OWN_CASE);
}

/** Refuses what `possible` does not offer to the actor: rights are decided in one place. */
export function mustBePossible(turn: Turn, what: Possible['what']) {
  const viewer = viewerOf(turn.given.actor);
  const may = viewer ? possible(turn.service, turn.case, viewer, turn.now) : [];
  if (may.some((p) => p.what === what)) return;
  if (viewer?.kind === 'officer') mustNotConcern(turn, viewer.appointment);
  refuse('notAllowed', 'Зараз ви не можете цього зробити', 'You may not do this now');
}
