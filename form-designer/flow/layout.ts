import dagre, { type graphlib } from '@dagrejs/dagre';
import { type FlowPlace, type StateNode, type Way, waysOf } from './flow-place.ts';

/** A state in the drawing. Coordinates are of its upper left corner, in pixels of the drawing. */
export interface Box {
  readonly node: StateNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A way in the drawing: its line, and where its words stand. */
export interface Line {
  readonly from: StateNode;
  readonly way: Way;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly label: { readonly x: number; readonly y: number };
}

/** A branch inside a state: its frame and its name. */
export interface Frame {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Drawing {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly frames: readonly Frame[];
  readonly width: number;
  readonly height: number;
}

const WIDTH = 190;
const HEIGHT = 68;
const HEAD = 64;
const GAP = 16;

interface Inner {
  readonly name: string;
  readonly drawing: Drawing;
}

/**
 * Lays a flow out from top to bottom. The same flow gives the same drawing, and an edit moves no more than it must: states and
 * ways are handed over in the order in which they are written.
 */
export function layout(flow: FlowPlace, at: string, labelOf: (node: StateNode, way: Way) => string): Drawing {
  const nodes = flow.states(at);
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 36, ranksep: 44, edgesep: 24, marginx: 8, marginy: 8 });
  const inners = new Map<string, Inner[]>();
  for (const node of nodes) {
    const inner = node.inner.map((one) => ({ name: one.name, drawing: layout(flow, one.at, labelOf) }));
    inners.set(node.name, inner);
    graph.setNode(node.name, sizeOf(inner));
  }
  const ways = nodes.flatMap((node) => waysOf(node).map((way) => ({ node, way })));
  const known = new Set(nodes.map(({ name }) => name));
  const drawn = ways.filter(({ way }) => known.has(way.to));
  for (const [n, { node, way }] of drawn.entries()) {
    const length = Math.min(26, labelOf(node, way).length);
    graph.setEdge(
      node.name,
      way.to,
      {
        width: length * 7 + 8,
        height: 18,
        labelpos: 'c',
        // the way of a passed deadline and of a return must not bend the main road
        weight: way.kind === 'overdue' || way.action === 'return' ? 1 : 3,
      },
      String(n),
    );
  }
  dagre.layout(graph);
  return collect(graph, nodes, drawn, inners);
}

function sizeOf(inner: readonly Inner[]): { width: number; height: number } {
  if (inner.length === 0) return { width: WIDTH, height: HEIGHT };
  const width = inner.reduce((sum, { drawing }) => sum + drawing.width + GAP, GAP);
  const height = Math.max(...inner.map(({ drawing }) => drawing.height)) + HEAD + GAP + 20;
  return { width: Math.max(WIDTH, width), height };
}

function collect(
  graph: graphlib.Graph,
  nodes: readonly StateNode[],
  drawn: readonly { node: StateNode; way: Way }[],
  inners: ReadonlyMap<string, readonly Inner[]>,
): Drawing {
  const boxes: Box[] = [];
  const lines: Line[] = [];
  const frames: Frame[] = [];
  for (const node of nodes) {
    const placed = graph.node(node.name) as { x: number; y: number; width: number; height: number };
    const x = placed.x - placed.width / 2;
    const y = placed.y - placed.height / 2;
    boxes.push({ node, x, y, width: placed.width, height: placed.height });
    let left = x + GAP;
    for (const { name, drawing } of inners.get(node.name) ?? []) {
      const top = y + HEAD;
      frames.push({ name, x: left - 4, y: top, width: drawing.width + 8, height: drawing.height + 24 });
      const moved = shifted(drawing, left, top + 20);
      boxes.push(...moved.boxes);
      lines.push(...moved.lines);
      frames.push(...moved.frames);
      left += drawing.width + GAP;
    }
  }
  for (const [n, { node, way }] of drawn.entries()) {
    const edge = graph.edge({ v: node.name, w: way.to, name: String(n) }) as {
      points: { x: number; y: number }[];
      x: number;
      y: number;
    };
    lines.push({ from: node, way, points: edge.points, label: { x: edge.x, y: edge.y } });
  }
  const whole = graph.graph() as { width?: number; height?: number };
  return { boxes, lines, frames, width: whole.width ?? 0, height: whole.height ?? 0 };
}

const shifted = (drawing: Drawing, dx: number, dy: number): Drawing => ({
  ...drawing,
  boxes: drawing.boxes.map((box) => ({ ...box, x: box.x + dx, y: box.y + dy })),
  frames: drawing.frames.map((frame) => ({ ...frame, x: frame.x + dx, y: frame.y + dy })),
  lines: drawing.lines.map((line) => ({
    ...line,
    points: line.points.map(({ x, y }) => ({ x: x + dx, y: y + dy })),
    label: { x: line.label.x + dx, y: line.label.y + dy },
  })),
});
