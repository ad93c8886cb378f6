import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';

/** The segments of a JSON Pointer. */
export const segments = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((s) => s.replaceAll('~1', '/').replaceAll('~0', '~'));

/** A JSON Pointer of segments. */
export const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((s) => `/${String(s).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Line and column, from 1, of a character of a text. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** Where a pointer leads in a JSON text; the nearest thing above it, if nothing is there. */
export function placeOf(text: string, pointer: string): { line: number; column: number } {
  const root = parseTree(text);
  const path = segments(pointer);
  for (let n = path.length; root && n >= 0; n--) {
    const node = find(root, path.slice(0, n));
    if (node) return lineAndColumn(text, node.offset);
  }
  return { line: 1, column: 1 };
}

function find(root: Node, path: string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const step of path)
    node = node && findNodeAtLocation(node, [node.type === 'array' ? Number(step) : step]);
  // a property is shown at its name
  return node?.parent?.type === 'property' ? node.parent : node;
}
