import type { Flow, Problem, State } from '../types.ts';
import { mistake } from './problem.ts';

/** Where branches and items come together: the outcome that counts can come, so many of it can. */
export function checkJoin(state: State, at: string): Problem[] {
  if (state.type !== 'parallel' && state.type !== 'each') return [];
  const flows = state.type === 'each' ? [state.flow] : Object.values(state.branches);
  const problems: Problem[] = [];
  const { outcome, need, when } = state.join;
  const ends = flows.map(outcomesOf);
  const known = [...new Set(ends.flat())];
  if (outcome !== undefined && !known.includes(outcome))
    problems.push(
      mistake('unknownOutcome', `${at}/join/outcome`, { name: outcome, known: known.join(', ') || '—' }),
    );
  else if (outcome !== undefined && state.type === 'parallel') {
    const can = ends.filter((one) => one.includes(outcome)).length;
    const wants = need === 'all' ? flows.length : need === 'any' ? 1 : (need ?? 0);
    if (wants > can)
      problems.push(
        mistake('joinNeverMet', `${at}/join/need`, { outcome, wants: String(wants), can: String(can) }, [
          { op: 'replace', path: `${at}/join/need`, value: can },
        ]),
      );
  }
  if (when !== undefined && outcome !== undefined)
    problems.push(
      mistake('joinSaidTwice', `${at}/join/when`, {}, [{ op: 'remove', path: `${at}/join/when` }]),
    );
  const names = state.type === 'each' ? ['flow'] : Object.keys(state.branches).map((b) => `branches/${b}`);
  for (const [n, one] of ends.entries())
    if (one.length === 0) problems.push(mistake('flowWithoutEnd', `${at}/${names[n]}`, {}));
  return problems;
}

const outcomesOf = (flow: Flow): string[] =>
  Object.values(flow.states).flatMap((state) => (state.type === 'end' ? [state.outcome] : []));
