import { durationWords } from '#core/definition/diff/durations.ts';
import type { State } from '#core/definition/types.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Path, Text } from '#core/flow/types.ts';
import type { ServiceRuntime } from '../runtime.ts';
import { limitOf } from '../term.ts';
import type { Case } from '../types.ts';
import type { TermChange } from './types.ts';

/** What changes about terms: of each place that goes on, of those entered anew, of the whole case. */
export function termChanges(
  from: ServiceRuntime,
  to: ServiceRuntime,
  before: Case,
  after: Case,
  places: ReadonlyMap<Path, Path>,
): TermChange[] {
  const old = new Map([...places].map(([was, is]) => [is, was]));
  const ofPlaces = Object.values(after.places).flatMap(({ path, due }): TermChange[] => {
    const was = old.get(path);
    const earlier = was === undefined ? undefined : before.places[was]?.due;
    if (due === undefined) return [];
    if (earlier === undefined) return [{ path, kind: 'begins', due }];
    const [a, b] = [dueOf(from, was), dueOf(to, path)];
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ path, kind: 'kept', due, ...laterOf(b) }];
  });
  return [...wholeTerm(from, to, before, after), ...ofPlaces];
}

function wholeTerm(from: ServiceRuntime, to: ServiceRuntime, before: Case, after: Case): TermChange[] {
  const [a, b] = [from.bundle.decideWithin, to.bundle.decideWithin];
  if (!before.term) return after.term ? [{ path: '', kind: 'begins', due: after.term.due }] : [];
  if (!after.term) return [{ path: '', kind: 'ends' }];
  const { due } = after.term;
  const changes: TermChange[] = [];
  if (a && b && JSON.stringify(limitOf(a)) !== JSON.stringify(limitOf(b)))
    changes.push({ path: '', kind: 'kept', due, ...laterOf(limitOf(b)) });
  if (before.term.meaning !== after.term.meaning) changes.push({ path: '', kind: 'meaning', due });
  return changes;
}

function dueOf({ bundle }: ServiceRuntime, path: Path | undefined): unknown {
  const state: State | undefined = path === undefined ? undefined : stateAt(bundle.flow, path);
  return state && 'due' in state ? state.due : undefined;
}

function laterOf(duration: unknown): { later?: Text } {
  const words = durationWords(duration);
  return words ? { later: words } : {};
}
