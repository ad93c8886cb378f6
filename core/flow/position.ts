import type { Path, Position } from './types.ts';

/** The flow (top: `''`) that a state's path lies in: `signing/head/decide` lies in `signing/head`. */
export function flowOf(path: Path): Path {
  const at = path.lastIndexOf('/');
  return at < 0 ? '' : path.slice(0, at);
}

/** The state's name: the last part of its path. */
export function nameOf(path: Path): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path of a state of a flow, or of a branch or item of a state. */
export function join(flow: Path, name: string): Path {
  return flow === '' ? name : `${flow}/${name}`;
}

/** The state (`parallel` or `each`) that a branch or item flow belongs to; null for the top flow. */
export function groupOf(flow: Path): Path | null {
  return flow === '' ? null : flowOf(flow);
}

/** Every flow that surrounds a flow, the innermost first, itself and the top included. */
export function flowsAround(flow: Path): Path[] {
  const found = [flow];
  for (let at: Path = flow; at !== ''; ) {
    const group = flowOf(at);
    at = flowOf(group);
    found.push(at);
  }
  return found;
}

/** Whether a path lies inside another one (not the same). */
export function inside(path: Path, outer: Path): boolean {
  return path.startsWith(`${outer}/`);
}

/** Where the flow stands, or undefined where it is not going on. */
export function positionAt(top: Position | null, flow: Path): Position | undefined {
  if (top === null) return undefined;
  if (flow === '') return top;
  const [state, child = '', ...rest] = flow.split('/');
  if (top.state !== state) return undefined;
  return positionAt(top.branches?.[child] ?? top.items?.[child] ?? null, rest.join('/'));
}

/** The position with one flow set anew. The flows around it must be going on. */
export function withPosition(top: Position | null, flow: Path, value: Position): Position {
  if (flow === '' || top === null) return value;
  const [, child = '', ...rest] = flow.split('/');
  const kind = top.items ? 'items' : 'branches';
  const below = top[kind]?.[child] ?? null;
  return { ...top, [kind]: { ...top[kind], [child]: withPosition(below, rest.join('/'), value) } };
}

/** The paths of all states in which the case stands, groups included. */
export function statesOf(position: Position | null, flow: Path = ''): Path[] {
  if (position === null) return [];
  const path = join(flow, position.state);
  const below = { ...position.branches, ...position.items };
  return [path, ...Object.entries(below).flatMap(([key, p]) => statesOf(p, join(path, key)))];
}
