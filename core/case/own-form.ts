import { flowOf } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Instant, Path } from '#core/flow/types.ts';
import { forCase } from '#core/form/for-case.ts';
import type { FormDefinition } from '#core/form/types.ts';
import { namesOf } from './names.ts';
import type { ServiceRuntime } from './runtime.ts';
import type { Case } from './types.ts';

/**
 * What is asked of whoever acts in a state, as it is for this case now: its `rows` and `options` worked out from the case.
 * Undefined where the state asks for nothing. @throws ExpressionError for an expression that is broken
 */
export function ownForm(
  service: ServiceRuntime,
  kase: Case,
  path: Path,
  now: Instant,
): FormDefinition | undefined {
  const state = stateAt(service.bundle.flow, path);
  if ((state?.type !== 'task' && state?.type !== 'party') || !state.form) return undefined;
  const { rows, options } = state.form;
  // a form that asks nothing of the case is as it is written
  if (!rows && !options) return state.form as unknown as FormDefinition;
  return forCase(state.form, namesOf(service, kase, flowOf(path), now));
}
