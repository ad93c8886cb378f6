import { knownAt, nothingKnown, whenSilent } from '#core/definition/scope/reached.ts';
import type { Branch, ServiceBundle } from '#core/definition/types.ts';
import { noFacts } from '#core/expression/types/index.ts';
import { flowOf, nameOf } from '#core/flow/position.ts';
import { flowAt } from '#core/flow/states.ts';
import type { Path } from '#core/flow/types.ts';

/**
 * The names whose values every case has that stands in a state of a version: what every way to it in its own flow entered or
 * asked (what the flows around know is known where their group stands). Only those that its expressions use.
 */
export function certainAt(bundle: ServiceBundle, path: Path): string[] {
  const flow = flowOf(path);
  const here = flowAt(bundle.flow, flow);
  // silence takes the whole case somewhere, no branch or item by itself
  const silent = flow === '' ? whenSilent(bundle) : undefined;
  const known = here && knownAt(here, nothingKnown, factsOf, silent).get(nameOf(path));
  return known ? [...known.certain].filter(usedIn(bundle)) : [];
}

const factsOf = (branches: readonly Branch[]) => branches.map(({ to }) => ({ to, facts: noFacts }));

/** Whether any expression of the flow, its parties or its words asks for something of a name. */
function usedIn({ form: _, migrate: __, ...bundle }: ServiceBundle): (name: string) => boolean {
  const text = JSON.stringify(bundle);
  return (name) => new RegExp(`\\b${name}\\s*\\.`).test(text);
}
