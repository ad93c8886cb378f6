import type { DesignerLibrary } from '#core/api/types.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { bundle } from '#core/definition/bundle.ts';
import type { Library } from '#core/definition/types.ts';
import type { Json } from '../commands/json.ts';

/** A definition as it would run. @throws PartError, TypeError where it is not whole enough */
export function serviceOf(library: DesignerLibrary, id: string, definition: Json): ServiceRuntime {
  const { agencies, connectors, registries, parts } = library;
  const all = {
    ...{ agencies, connectors, registries, parts, published: {}, files: {} },
    services: { [id]: definition },
  };
  return {
    bundle: bundle(all as unknown as Library, id, 0),
    hash: 'trial',
    live: { agencies, connectors, registries },
  };
}
