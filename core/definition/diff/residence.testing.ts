/// <reference types="vite/client" />
import { bundle } from '../bundle.ts';
import { library } from '../library.ts';
import type { ServiceBundle } from '../types.ts';

/** The shipped definitions: only tests import this. Vitest reads them, for the core reads no files. */
const raw = import.meta.glob<string>('../../../service-definitions/**/*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const files = Object.fromEntries(
  Object.entries(raw).map(([path, text]) => [path.replace(/^.*service-definitions\//, ''), text]),
);

export const shipped = library(files).library;

/** The registration of residence, changed by `edit`: a copy each time. */
export function residence(edit: (service: ServiceBundle) => void = () => {}): ServiceBundle {
  const service = structuredClone(bundle(shipped, 'residence-registration', 0));
  edit(service);
  return service;
}
