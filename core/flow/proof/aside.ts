import type { State } from '#core/definition/types.ts';
import { withdrawnEnd } from '../states.ts';
import type { Edge, Given } from './flow-graph.ts';
import { stepOf } from './story.ts';
import type { StepKind } from './types.ts';

/** Ways that no state names: the term in law runs out (`decideWithin.overdue.to`), the applicant withdraws, a decided case is reopened. */
export function asideOf(
  { bundle }: Given,
  place: { at: string; pointer: string; states: { [name: string]: State } },
): Edge[] {
  const { decideWithin, after } = bundle;
  const states = Object.entries(place.states);
  const edge = (from: string, to: string, kind: StepKind, pointer: string, alone: boolean): Edge => {
    const steps = [stepOf(bundle, place, from, { kind, to, pointer })];
    return { from, to, kind, pointer, steps, alone: alone ? steps : null };
  };
  const edges: Edge[] = [];
  const to = decideWithin?.overdue.to;
  const targets = to === undefined ? [] : typeof to === 'string' ? [to] : to.map((entry) => entry.to);
  const withdrawn = withdrawnEnd(place);
  for (const [name, state] of states) {
    if (state.type === 'end') {
      if (after?.reopen)
        edges.push(edge(name, after.reopen.to ?? bundle.flow.initial, 'reopen', '/after/reopen', false));
      continue;
    }
    for (const target of targets)
      if (!decideWithin?.pausedIn?.includes(name))
        edges.push(edge(name, target, 'term', '/decideWithin/overdue/to', true));
    if (withdrawn !== undefined)
      edges.push(edge(name, withdrawn, 'withdraw', `${place.pointer}/states/${withdrawn}`, false));
  }
  return edges.filter((e) => Object.hasOwn(place.states, e.to));
}
