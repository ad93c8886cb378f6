import { knownAt, nothingKnown, whenSilent } from '#core/definition/scope/reached.ts';
import type { Branch, Flow, ServiceBundle, Target } from '#core/definition/types.ts';
import { noFacts } from '#core/expression/types/index.ts';
import { flowOf, nameOf } from '#core/flow/position.ts';
import { flowAt } from '#core/flow/states.ts';
import type { Path } from '#core/flow/types.ts';

/**
 * The names whose values every case has that stands in a state of a version: what every way to it entered or asked. Only
 * those that its expressions use; each with the flow it belongs to.
 */
export function certainAt(bundle: ServiceBundle, path: Path): { flow: Path; name: string }[] {
  const flow = flowOf(path);
  const outer = flow === '' ? [] : certainAt(bundle, flowOf(flow));
  const here = flowAt(bundle.flow, flow);
  if (!here) return outer;
  const silent = flow === '' ? whenSilent(bundle) : undefined;
  const known = certainIn(here, silent).get(nameOf(path))?.certain ?? new Set<string>();
  const own = [...known].filter((name) => isUsed(bundle, name)).map((name) => ({ flow, name }));
  return [...outer, ...own];
}

const factsOf = (branches: readonly Branch[]) => branches.map(({ to }) => ({ to, facts: noFacts }));
const certainIn = (flow: Flow, silent?: Target) => knownAt(flow, nothingKnown, factsOf, silent);

const texts = new WeakMap<ServiceBundle, string>();

/** Whether any expression asks for something of a name. */
function isUsed(bundle: ServiceBundle, name: string): boolean {
  let text = texts.get(bundle);
  if (text === undefined) {
    const { form: _, migrate: __, ...rest } = bundle;
    text = JSON.stringify(rest);
    texts.set(bundle, text);
  }
  return new RegExp(`\\b${name}\\s*\\.`).test(text);
}
