import type { LookupAnswer } from '#core/api/types.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { shownAnswer } from '#core/case/shown-answer.ts';
import type { Looked } from './gather.ts';

/** What came of a lookup as the one who fills in the form is told it: of an answer, what the form itself names. */
export function shownOf(
  service: ServiceRuntime,
  lookup: string,
  looked: ReadonlyMap<string, Looked>,
): LookupAnswer {
  const came = looked.get(lookup) ?? { state: 'notAsked' as const };
  return {
    lookup,
    state: came.state,
    ...(came.state === 'answered' ? { answer: shownAnswer(service, lookup, came.answer) } : {}),
  };
}
