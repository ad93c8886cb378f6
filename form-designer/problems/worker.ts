import type { DesignerLibrary } from '#core/api/types.ts';
import { check, collections } from '#core/definition/index.ts';
import type { Kind, Library, Problem } from '#core/definition/types.ts';

/** What the page asks of the worker: the library once, then a definition as often as it changes. */
export type Asked =
  | { readonly library: DesignerLibrary }
  | { readonly n: number; readonly kind: Kind; readonly id: string; readonly definition: unknown };
export type Answered = { readonly n: number; readonly problems: Problem[]; readonly ms: number };

let known: Library | undefined;

/** Other services are known by name and title alone: nothing of a definition leans on more. */
function libraryOf({ agencies, connectors, registries, parts, services }: DesignerLibrary): Library {
  return {
    ...{ agencies, connectors, registries, parts, published: {}, files: {} },
    services: services as unknown as Library['services'],
  };
}

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if ('library' in data) {
    known = libraryOf(data.library);
    return;
  }
  if (!known) return;
  const { n, kind, id, definition } = data;
  const started = performance.now();
  const list = collections[kind];
  const library = { ...known, [list]: { ...known[list], [id]: definition } } as Library;
  const problems = check(library, { kind, id });
  self.postMessage({ n, problems, ms: performance.now() - started } satisfies Answered);
});
