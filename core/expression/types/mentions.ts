import { parse, type SyntaxNode } from '../tree.ts';
import { values } from './look.ts';

/** The dotted paths that an expression mentions (`form.person.name`), loops' own names not counted; none where it cannot be read. */
export function mentions(source: string, names: readonly string[]): string[] {
  const found = new Set<string>();
  const textOf = ({ from, to }: SyntaxNode) => source.slice(from, to).replace(/\s+/g, ' ');
  const path = (node: SyntaxNode, own: ReadonlySet<string>): string | undefined => {
    if (node.name === 'VariableName') {
      const name = textOf(node);
      return names.includes(name) && !own.has(name) ? name : undefined;
    }
    const [base, name] = node.name === 'PathExpression' ? values(node) : [];
    const before = base && path(base, own);
    return before !== undefined && name ? `${before}.${textOf(name)}` : undefined;
  };
  const visit = (node: SyntaxNode, own: ReadonlySet<string>): void => {
    const whole = path(node, own);
    if (whole !== undefined) {
      found.add(whole);
      return;
    }
    const loops = node.children.filter((c) => c.name === 'InExpressions').flatMap(values);
    const inner = loops.length
      ? new Set([
          ...own,
          ...loops
            .flatMap(values)
            .filter((c) => c.name === 'Name')
            .map(textOf),
        ])
      : own;
    for (const child of node.children) visit(child, inner);
  };
  const root = parse(source, names);
  visit(root, new Set());
  return [...found];
}
