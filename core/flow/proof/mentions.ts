import { parse, type SyntaxNode } from '#core/expression/tree.ts';

/** A condition that stands around something, and how it must turn out for that to be looked at. */
export type Guard = { node: SyntaxNode; source: string; truth: boolean };

/** A name with its fields that an expression needs a value of, and the conditions within the expression that stand around it. */
export type Mention = { path: string[]; guards: Guard[] };

const isValue = (node: SyntaxNode): boolean =>
  (/^[A-Z]/.test(node.name) || node.name === 'null') && !/^(CompareOp|ArithOp)$/.test(node.name);

export const valuesOf = (node: SyntaxNode): SyntaxNode[] => node.children.filter(isValue);

/** `a.b.c` as its parts; null for anything else. Brackets around it do not matter. */
export function pathOf(node: SyntaxNode, source: string): string[] | null {
  const text = (n: SyntaxNode) => source.slice(n.from, n.to);
  if (node.name === 'VariableName') return [text(node)];
  const [first, last] = valuesOf(node);
  if (node.name === 'ParenthesizedExpression') return first ? pathOf(first, source) : null;
  if (node.name !== 'PathExpression' || !first || !last) return null;
  const before = pathOf(first, source);
  return before && [...before, text(last)];
}

/** `=` or `!=`: comparing with an absent value by them is quiet. Null for other comparisons. */
export function equality(node: SyntaxNode, source: string): '=' | '!=' | null {
  const op = node.children.find((c) => c.name === 'CompareOp');
  const text = op && source.slice(op.from, op.to);
  return text === '=' || text === '!=' ? text : null;
}

const kept = new Map<string, SyntaxNode>();

/** An expression read; the names are those that it may use. */
export function read(source: string, names: readonly string[]): SyntaxNode {
  const key = `${source}\n${names.length}\n${names.join()}`;
  const known = kept.get(key);
  if (known) return known;
  const root = parse(source, names);
  if (kept.size > 2000) kept.clear();
  kept.set(key, root);
  return root;
}

/** Everything that an expression cannot do without. What is only compared by `=` and `!=` is none: that may be absent. */
export function mentionsOf(source: string, names: readonly string[]): Mention[] {
  const reader = new Reader(source);
  reader.visit(read(source, names), { guards: [], locals: new Set() });
  return reader.found;
}

type Around = { guards: Guard[]; locals: ReadonlySet<string> };

class Reader {
  readonly found: Mention[] = [];
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  visit(node: SyntaxNode, around: Around): void {
    const path = pathOf(node, this.source);
    if (path !== null) {
      if (!around.locals.has(path[0] ?? '')) this.found.push({ path, guards: around.guards });
      return;
    }
    switch (node.name) {
      case 'Comparison':
        this.#comparison(node, around);
        break;
      case 'Conjunction':
      case 'Disjunction':
        this.#inTurn(node, around);
        break;
      case 'IfExpression':
        this.#choice(node, around);
        break;
      case 'FunctionInvocation':
        this.#call(node, around);
        break;
      case 'ForExpression':
      case 'QuantifiedExpression':
        this.#loop(node, around);
        break;
      case 'FilterExpression':
        this.#filter(node, around);
        break;
      // the names in it are none of data
      case 'Type':
        break;
      default:
        this.#all(valuesOf(node), around);
    }
  }

  #all(nodes: SyntaxNode[], around: Around): void {
    for (const node of nodes) this.visit(node, around);
  }

  #comparison(node: SyntaxNode, around: Around): void {
    const quiet = equality(node, this.source) !== null;
    this.#all(
      valuesOf(node).filter((value) => !quiet || pathOf(value, this.source) === null),
      around,
    );
  }

  /** `and` and `or` stop at the first that decides: the next is looked at only where those before it did not. */
  #inTurn(node: SyntaxNode, around: Around): void {
    let { guards } = around;
    for (const value of valuesOf(node)) {
      this.visit(value, { ...around, guards });
      guards = [...guards, { node: value, source: this.source, truth: node.name === 'Conjunction' }];
    }
  }

  #choice(node: SyntaxNode, around: Around): void {
    const [condition, then, otherwise] = valuesOf(node);
    if (!condition) return;
    this.visit(condition, around);
    for (const [branch, truth] of [
      [then, true],
      [otherwise, false],
    ] as const)
      if (branch)
        this.visit(branch, {
          ...around,
          guards: [...around.guards, { node: condition, source: this.source, truth }],
        });
  }

  #call(node: SyntaxNode, around: Around): void {
    const [name, ...rest] = valuesOf(node);
    if (name && this.#text(name) !== 'is defined') this.#all(rest, around);
  }

  #loop(node: SyntaxNode, around: Around): void {
    const locals = new Set([...around.locals, 'partial']);
    const inner = { ...around, locals };
    const parts = valuesOf(node);
    for (const each of parts.slice(0, 1).flatMap(valuesOf)) {
      const [name, ...list] = valuesOf(each);
      this.#all(list, inner);
      if (name) locals.add(this.#text(name));
    }
    this.#all(parts.slice(1), inner);
  }

  #filter(node: SyntaxNode, around: Around): void {
    const [list, ...condition] = valuesOf(node);
    if (list) this.visit(list, around);
    this.#all(condition, { ...around, locals: new Set([...around.locals, 'item']) });
  }

  #text({ from, to }: SyntaxNode): string {
    return this.source.slice(from, to);
  }
}
