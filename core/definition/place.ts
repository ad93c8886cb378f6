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

/**
 * Where pointers lead in a JSON text, which is read once; to the nearest thing above, if nothing is there. With `within` a character inside the text at the pointer (counted from 0, as it reads
 * once its escapes are undone); else a property is shown at its name.
 */
export function placesIn(text: string) {
  const root = parseTree(text);
  return (pointer: string, within?: number): { line: number; column: number } => {
    const path = segments(pointer);
    for (let n = path.length; root && n >= 0; n--) {
      const node = find(root, path.slice(0, n));
      if (!node) continue;
      if (within !== undefined && n === path.length && node.type === 'string')
        return lineAndColumn(text, node.offset + 1 + escaped(text.slice(node.offset + 1), within));
      // a property is shown at its name
      return lineAndColumn(text, node.parent?.type === 'property' ? node.parent.offset : node.offset);
    }
    return { line: 1, column: 1 };
  };
}

/** How far into a JSON string, as it is written, its n-th character stands. */
function escaped(written: string, n: number): number {
  let at = 0;
  for (let count = 0; count < n; count++) at += written[at] !== '\\' ? 1 : written[at + 1] === 'u' ? 6 : 2;
  return at;
}

function find(root: Node, path: string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const step of path)
    node = node && findNodeAtLocation(node, [node.type === 'array' ? Number(step) : step]);
  return node;
}
