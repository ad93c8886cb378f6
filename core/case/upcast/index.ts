import type { CaseEvent } from '../event.ts';
import { type Lifts, liftedBy } from './lift.ts';

/** Shapes of events that are not stored any more. Never edited, only added to. */
const lifts: Lifts = {};

/** Every old shape that is still lifted, as `type@version`: each stands in `test/corpus/` for ever. */
export const oldShapes: readonly string[] = Object.keys(lifts);

/** The event in its newest shape. @throws Error for a version newer than this code knows: an older release must not guess. */
export const lifted = (event: CaseEvent): CaseEvent => liftedBy(lifts, event);
