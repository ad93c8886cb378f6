import { refuse } from './refuse.ts';
import { type Possible, possible, viewerOf } from './rights.ts';
import type { Turn } from './turn.ts';
import { isConcerned } from './who.ts';

/** Refuses what `possible` does not offer to the actor: rights are decided in one place. */
export function mustBePossible(turn: Turn, what: Possible['what']) {
  const viewer = viewerOf(turn.given.actor);
  const may = viewer ? possible(turn.service, turn.case, viewer, turn.now) : [];
  if (may.some((p) => p.what === what)) return;
  if (viewer?.kind === 'officer' && isConcerned(turn.case, viewer.appointment))
    refuse('ownCase', 'Не можна вирішувати власну справу', 'Nobody decides their own case');
  refuse('notAllowed', 'Зараз ви не можете цього зробити', 'You may not do this now');
}
