import { flowOf, flowsAround, nameOf } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Path } from '#core/flow/types.ts';
import type { ServiceRuntime } from './runtime.ts';
import type { Case } from './types.ts';

/** The flows around a place as a party looks for its item: those of items of its own list first, then the innermost. */
export function flowsHere({ bundle }: ServiceRuntime, name: string, path: Path): Path[] {
  const list = bundle.parties[name]?.each;
  const isOwn = (flow: Path) => {
    const group = stateAt(bundle.flow, flowOf(flow));
    return group?.type === 'each' && group.of === list;
  };
  return flowsAround(flowOf(path)).sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
}

/** The key of the party that is meant at a place by a name: of each of a list the one whom the item around it is about. */
export function partyHere(
  service: ServiceRuntime,
  kase: Pick<Case, 'parties'>,
  name: string,
  path: Path,
): string {
  const keys = flowsHere(service, name, path).map((flow) => `${name}/${nameOf(flow)}`);
  return keys.find((key) => kase.parties[key]?.party === name) ?? name;
}
