import type { Action } from '#core/definition/types.generated.ts';
import { flowOf, join } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Path } from '#core/flow/types.ts';
import type { ServiceRuntime } from './runtime.ts';

/** The pages whose fields an action of a state may mark: those of the party states that it leads to; undefined for all. */
export function markablePages({ bundle }: ServiceRuntime, path: Path, action: Action): string[] | undefined {
  const targets = typeof action.to === 'string' ? [action.to] : action.to.map(({ to }) => to);
  const pages = targets.flatMap((name) => {
    const state = stateAt(bundle.flow, join(flowOf(path), name));
    return state?.type === 'party' ? (state.pages ?? []) : [];
  });
  return pages.length > 0 ? pages : undefined;
}
