import type { Case } from '#core/case/types.ts';
import { taskPath } from '#core/case/waiting.ts';

/** The path of a task as a line of a list names it: `review`, `review!head` (raised), `review?<consult>`, `review~<consult>`. */
export const taskOf = (named: string): string => taskPath(named.split('~')[0] ?? named);

/** The ETag of a case: the number of its last event. */
export const etagOf = (kase: Case): string => `"${kase.seq}"`;

/** Whether an If-Match names the case as it stands (what compresses answers on the way makes the tag weak). */
export const isAt = (ifMatch: string, kase: Case): boolean => ifMatch.replace(/^W\//, '') === etagOf(kase);
