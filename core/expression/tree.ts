import { parseExpression } from 'feelin';

/** A node of a parsed expression, the grammar's names as they are. */
export type SyntaxNode = { name: string; from: number; to: number; isError: boolean; children: SyntaxNode[] };

/** Parses an expression; errors are nodes with `isError`. */
export function parse(source: string, names: readonly string[]): SyntaxNode {
  const tree = parseExpression(source, Object.fromEntries(names.map((name) => [name, null])), undefined);
  const top: SyntaxNode = { name: 'Top', from: 0, to: source.length, isError: false, children: [] };
  const stack = [top];
  tree.iterate({
    enter(n) {
      const node = { name: n.name, from: n.from, to: n.to, isError: n.type.isError, children: [] };
      stack.at(-1)?.children.push(node);
      stack.push(node);
    },
    leave() {
      stack.pop();
    },
  });
  const [root = top] = top.children;
  return root;
}
