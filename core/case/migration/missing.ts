import type { ServiceBundle } from '#core/definition/types.ts';
import { flowOf, join } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Path } from '#core/flow/types.ts';
import type { Case } from '../types.ts';
import { certainAt } from './certain.ts';

/**
 * A name whose value every case of this version has that stands in a state, and this case has not; undefined where it has
 * them all. What its expressions lean on there would stop it.
 */
export function missing(bundle: ServiceBundle, kase: Case, path: Path): string | undefined {
  const flow = flowOf(path);
  return certainAt(bundle, path).find((name) => {
    const state = stateAt(bundle.flow, join(flow, name));
    if (state?.type === 'task' || state?.type === 'party')
      return !Object.hasOwn(kase.results, join(flow, name));
    return !Object.hasOwn(kase.data.values[flow] ?? {}, name);
  });
}
