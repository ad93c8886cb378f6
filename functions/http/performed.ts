import type { Answer, Performed } from '../store/perform.ts';
import { problem, refused } from './problem.ts';

/** What is answered to whoever sent a command, the first time or again. @throws ApiProblem for a refusal, and for a key used before for something else */
export function answerOf(performed: Performed): Answer {
  if ('otherRequest' in performed) throw problem('otherRequest');
  if ('refusal' in performed) throw refused(performed.refusal);
  return 'done' in performed ? performed.done : performed.replayed;
}
