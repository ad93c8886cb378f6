import { flowOf, flowsAround, nameOf } from '#core/flow/position.ts';
import type { Path } from '#core/flow/types.ts';
import type { Case } from './types.ts';

/** The key of the party that is meant at a place by a name: of each of a list the one whom the item around it is about. */
export function partyHere(kase: Pick<Case, 'parties'>, name: string, path: Path): string {
  const keys = flowsAround(flowOf(path)).map((flow) => `${name}/${nameOf(flow)}`);
  return keys.find((key) => kase.parties[key]?.party === name) ?? name;
}
