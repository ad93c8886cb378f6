import { bundle, type ServiceBundle } from '#core/definition/index.ts';
import { shipped } from '#core/definition/shipped.testing.ts';
import type { Given } from './flow-graph.ts';

/** The services that are shipped. Only tests import this. */
export const services: readonly string[] = Object.keys(shipped.services);

/** A shipped service as a proof is given it. */
export function shippedService(id: string): Given {
  return { bundle: bundle(shipped, id, 0), live: shipped };
}

/** The registration of residence, changed by `seed`: a copy each time. */
export function residence(seed: (service: ServiceBundle) => void = () => {}): Given {
  const given = shippedService('residence-registration');
  const service = structuredClone(given.bundle);
  seed(service);
  return { ...given, bundle: service };
}
