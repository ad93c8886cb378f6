import { bundle } from './bundle.ts';
import type { Library, Service } from './types.ts';

/** How the shared parts go along: put in where they are used, or named as they are and found where the file is read. */
export type PartsAs = 'bundled' | 'linked';

/**
 * A service as one file for another installation. `bundled`: it leans on no part; what it bundles to is the same.
 * @throws PartError where a part is not in the library
 */
export function exported(library: Pick<Library, 'parts'>, service: Service, parts: PartsAs): Service {
  if (parts === 'linked') return service;
  const { $schema } = service;
  const { version: _, ...whole } = bundle(
    { parts: library.parts, services: { [service.id]: service } },
    service.id,
    0,
  );
  return { ...($schema === undefined ? {} : { $schema }), ...whole } as Service;
}
