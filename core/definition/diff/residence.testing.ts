import { bundle } from '../bundle.ts';
import { shipped } from '../shipped.testing.ts';
import type { ServiceBundle } from '../types.ts';

/** The registration of residence, changed by `edit`: a copy each time. Only tests import this. */
export function residence(edit: (service: ServiceBundle) => void = () => {}): ServiceBundle {
  const service = structuredClone(bundle(shipped, 'residence-registration', 0));
  edit(service);
  return service;
}
