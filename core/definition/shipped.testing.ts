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
