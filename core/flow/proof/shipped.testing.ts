/// <reference types="vite/client" />
import { bundle, library, type ServiceBundle } from '#core/definition/index.ts';
import type { Given } from './flow-graph.ts';

/** The shipped definitions, as they lie in the repository: only tests import this. Vitest reads them, for the core reads no files. */
const raw = import.meta.glob<string>('../../../service-definitions/**/*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const files = Object.fromEntries(
  Object.entries(raw).map(([path, text]) => [path.replace(/^.*service-definitions\//, ''), text]),
);

export const shipped = library(files).library;

/** The services that are shipped. */
export const services: readonly string[] = Object.keys(shipped.services);

/** A shipped service as a proof is given it. */
export function shippedService(id: string): Given {
  return { bundle: bundle(shipped, id, 0), live: shipped };
}

/** The registration of residence with a term that its longest path fits, changed by `seed`: a copy each time. */
export function residence(seed: (service: ServiceBundle) => void = () => {}): Given {
  const given = shippedService('residence-registration');
  const service = structuredClone(given.bundle);
  if (service.decideWithin) service.decideWithin.workingDays = 60;
  seed(service);
  return { ...given, bundle: service };
}
