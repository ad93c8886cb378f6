import { parse, type SyntaxNode } from '../tree.ts';
import { values } from './look.ts';

/** What a loop's own name stands for: a row of what lies at a path, or nothing that is mentioned. */
type Own = ReadonlyMap<string, string | null>;

/**
 * The dotted paths that an expression mentions (`form.person.name`), loops' own names not counted; none where it cannot be read.
 * @param rows of a list that a loop goes through, only what the loop takes of each row (`for p in form.people return p.name`
 * mentions `form.people.name`)
 */
export function mentions(
  source: string,
  names: readonly string[],
  { rows = false }: { readonly rows?: boolean } = {},
): string[] {
  const found = new Set<string>();
  const textOf = ({ from, to }: SyntaxNode) => source.slice(from, to).replace(/\s+/g, ' ');
  const path = (node: SyntaxNode, own: Own): string | undefined => {
    if (node.name === 'VariableName') {
      const name = textOf(node);
      const row = own.get(name);
      if (row !== undefined) return row ?? undefined;
      return names.includes(name) ? name : undefined;
    }
    const [base, name] = node.name === 'PathExpression' ? values(node) : [];
    const before = base && path(base, own);
    return before !== undefined && name ? `${before}.${textOf(name)}` : undefined;
  };
  const visit = (node: SyntaxNode, own: Own): void => {
    const whole = path(node, own);
    if (whole !== undefined) {
      found.add(whole);
      return;
    }
    const loops = node.children.filter((c) => c.name === 'InExpressions').flatMap(values);
    const inner = new Map(own);
    const gone: string[] = [];
    for (const loop of loops) {
      const name = loop.children.find((c) => c.name === 'Name');
      const [of] = loop.children.filter((c) => c.name === 'IterationContext').flatMap(values);
      const list = rows && of ? path(of, inner) : undefined;
      if (list === undefined) visit(loop, inner);
      else gone.push(list);
      if (name) inner.set(textOf(name), list ?? null);
    }
    for (const child of node.children) if (child.name !== 'InExpressions') visit(child, inner);
    // of a row nothing is taken: how many there are still counts
    for (const list of gone)
      if (![...found].some((one) => one === list || one.startsWith(`${list}.`))) found.add(list);
  };
  const root = parse(source, names);
  visit(root, new Map());
  return [...found];
}
