import type { DesignerLibrary } from '#core/api/types.ts';
import { bundle, check, collections } from '#core/definition/index.ts';
import type { Kind, Library, Problem } from '#core/definition/types.ts';
import { type Proof, prove } from '#core/flow/proof/index.ts';
import { chart, type Plan, type Simulated, simulate } from '#core/flow/simulation/index.ts';

/** What the page asks of the worker: the library once; then a definition, as often as it changes, or a simulation of it. */
export type Asked =
  | { readonly library: DesignerLibrary }
  | {
      readonly n: number;
      readonly kind: Kind;
      readonly id: string;
      readonly definition: unknown;
      readonly plan?: Plan;
    };
export type Answered =
  | { readonly n: number; readonly problems: Problem[]; readonly proof?: Proof }
  | { readonly n: number; readonly simulation: Simulation };
/** What a simulation came to, with its pictures by language; or why it cannot be run. */
export type Simulation =
  | { readonly result: Simulated; readonly charts: { readonly uk: string; readonly en: string } }
  | { readonly why: string };

let known: Library | undefined;

/** Other services are known by name and title alone: nothing of a definition leans on more. */
function libraryOf({ agencies, connectors, registries, parts, services }: DesignerLibrary): Library {
  return {
    ...{ agencies, connectors, registries, parts, published: {}, files: {} },
    services: services as unknown as Library['services'],
  };
}

/** A flow is proved once nothing is wrong with its definition. */
function proofOf(library: Library, id: string): Proof | undefined {
  try {
    return prove({ bundle: bundle(library, id, 0), live: library });
  } catch {
    return undefined;
  }
}

function simulated(library: Library, id: string, plan: Plan): Simulation {
  try {
    const result = simulate({ bundle: bundle(library, id, 0), live: library }, plan);
    return { result, charts: { uk: chart(result, 'uk'), en: chart(result, 'en') } };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if ('library' in data) {
    known = libraryOf(data.library);
    return;
  }
  if (!known) return;
  const { n, kind, id, definition, plan } = data;
  const list = collections[kind];
  const library = { ...known, [list]: { ...known[list], [id]: definition } } as Library;
  if (plan) {
    self.postMessage({ n, simulation: simulated(library, id, plan) } satisfies Answered);
    return;
  }
  // which versions were published is known to the server, which asks what a migration is from when it publishes
  const given = { today: new Date().toISOString().slice(0, 10), withoutVersions: true } as const;
  const problems = check(library, { kind, id }, given);
  const sound = kind === 'service' && !problems.some(({ severity }) => severity === 'mistake');
  const proof = sound ? proofOf(library, id) : undefined;
  self.postMessage({ n, problems, ...(proof ? { proof } : {}) } satisfies Answered);
});
