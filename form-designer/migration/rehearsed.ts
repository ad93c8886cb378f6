import type { DesignerLibrary } from '#core/api/types.ts';
import { reachableStates, rehearsedState } from '#core/case/migration/imagined.ts';
import type { Rehearsed } from '#core/case/migration/rehearse.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';

/** Every state of the version published last in which a case can come to wait, with what becomes of one that does. */
export function rehearsedStates(
  source: unknown,
  definition: unknown,
  version: number,
  { agencies, connectors, registries }: DesignerLibrary,
): Rehearsed[] {
  const runtime = (service: unknown, number: number): ServiceRuntime => ({
    bundle: { ...(service as ServiceRuntime['bundle']), version: number },
    hash: String(number),
    live: { agencies, connectors, registries },
  });
  const [from, to] = [runtime(source, version), runtime(definition, version + 1)];
  return reachableStates(from).map((path) => rehearsedState(from, to, path));
}
