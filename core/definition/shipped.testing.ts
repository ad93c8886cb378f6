/// <reference types="vite/client" />
import { library } from './library.ts';

/** The shipped definitions, as they lie in the repository: only tests import this. Vitest reads them, for the core reads no files. */
const raw = import.meta.glob<string>('../../service-definitions/**/*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const files = Object.fromEntries(
  Object.entries(raw).map(([path, text]) => [path.replace(/^.*service-definitions\//, ''), text]),
);

export const shipped = library(files).library;

/** The forms of a service's scenarios: what people really enter. */
export const enteredIn = (service: string): Record<string, unknown>[] =>
  Object.entries(files)
    .filter(([path]) => path.startsWith(`services/${service}/scenarios/`))
    .map(([, text]) => (JSON.parse(text) as { form: Record<string, unknown> }).form);
