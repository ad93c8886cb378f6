import type { DesignerLibrary } from '#core/api/types.ts';
import type { Tried } from '#core/case/scenario-problems.ts';
import {
  bundle,
  check,
  collections,
  expressionProblems,
  type Looked,
  lookAt,
  scenarioFile,
} from '#core/definition/index.ts';
import type { DefinitionRef, Kind, Library, Problem, Scenario } from '#core/definition/types.ts';
import { type Proof, prove } from '#core/flow/proof/index.ts';
import type { Plan, Simulated } from '#core/flow/simulation/index.ts';
import { valueAt } from '#core/form/pointer.ts';
import type { Json } from '../commands/json.ts';
import { apply } from '../commands/operation.ts';

/** What the page asks of the worker: the library once; then a definition, as often as it changes, what an expression sees in it, or a simulation of it. */
export type Asked =
  | { readonly library: DesignerLibrary }
  | {
      readonly n: number;
      readonly kind: Kind;
      readonly id: string;
      readonly definition: unknown;
      readonly plan?: Plan;
      /** Where an expression stands, or would stand, of which it is asked what it sees. */
      readonly look?: string;
      /** The scenarios to be played through it, by name. */
      readonly scenarios?: { readonly [name: string]: Scenario };
    };
export type Answered =
  | { readonly n: number; readonly problems: Problem[]; readonly proof?: Proof }
  | { readonly n: number; readonly tried: Tried[] }
  | { readonly n: number; readonly looked: Looked | undefined }
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

/** What runs cases is loaded once it is asked for: the check has to be there at once. */
async function simulated(library: Library, id: string, plan: Plan): Promise<Simulation> {
  try {
    const { chart, simulate } = await import('#core/flow/simulation/index.ts');
    const result = simulate({ bundle: bundle(library, id, 0), live: library }, plan);
    return { result, charts: { uk: chart(result, 'uk'), en: chart(result, 'en') } };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
}

/** How scenarios go through a definition; none where it is not whole enough to run. */
async function played(
  library: Library,
  id: string,
  scenarios: { readonly [name: string]: Scenario },
): Promise<Tried[]> {
  const texts = Object.entries(scenarios).map(([name, one]) => [scenarioFile(id, name), JSON.stringify(one)]);
  try {
    const { triedScenarios } = await import('#core/case/scenario-problems.ts');
    return triedScenarios({ ...library, files: Object.fromEntries(texts) }, id);
  } catch {
    return [];
  }
}

/** What stands at a place for which nothing is written yet. */
const EMPTY = 'null';

function looked(definition: unknown, at: string): unknown {
  if (typeof valueAt(definition, at) === 'string') return definition;
  try {
    return apply(definition as Json, { do: 'put', at, value: EMPTY }).document;
  } catch {
    return definition;
  }
}

/** A definition whose shape is not right yet is told of by that alone: what is wrong with its expressions is added. */
function problemsOf(library: Library, ref: DefinitionRef): Problem[] {
  // which versions were published is known to the server, which asks what a migration is from when it publishes
  const given = { today: new Date().toISOString().slice(0, 10), withoutVersions: true } as const;
  const problems = check(library, ref, given);
  if (problems.length === 0 || problems.some(({ within }) => within)) return problems;
  return [...problems, ...expressionProblems(library, ref).filter(({ within }) => within)];
}

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if ('library' in data) {
    known = libraryOf(data.library);
    return;
  }
  if (!known) return;
  const { n, kind, id, plan, look } = data;
  const definition = look === undefined ? data.definition : looked(data.definition, look);
  const list = collections[kind];
  const library = { ...known, [list]: { ...known[list], [id]: definition } } as Library;
  if (look !== undefined) {
    self.postMessage({ n, looked: lookAt(library, { kind, id }, look) } satisfies Answered);
    return;
  }
  if (data.scenarios) {
    void played(library, id, data.scenarios).then((tried) =>
      self.postMessage({ n, tried } satisfies Answered),
    );
    return;
  }
  if (plan) {
    void simulated(library, id, plan).then((simulation) =>
      self.postMessage({ n, simulation } satisfies Answered),
    );
    return;
  }
  const problems = problemsOf(library, { kind, id });
  const sound = kind === 'service' && !problems.some(({ severity }) => severity === 'mistake');
  const proof = sound ? proofOf(library, id) : undefined;
  self.postMessage({ n, problems, ...(proof ? { proof } : {}) } satisfies Answered);
});
