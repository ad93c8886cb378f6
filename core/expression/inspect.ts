import { builtins, isSafePattern, ours, patterned } from './builtins.ts';
import { type Bound, ExpressionError, Unbounded } from './error.ts';
import type { SyntaxNode } from './tree.ts';

/** The bounds of docs/format.md, "Bounded". */
const most = { nodes: 1500, deep: 120, loops: 2, range: 1000, rounds: 10_000 };

/** `rounds`: how often the place is come by, as far as ranges say so. */
type Scope = {
  locals: ReadonlySet<string>;
  loops: number;
  rounds: number;
  filter: boolean;
  sorting: boolean;
};

/**
 * Checks names and bounds of a parsed expression, and tells which of the names given it uses.
 * @throws ExpressionError syntax, unknownName, tooComplex
 */
export function inspect(source: string, root: SyntaxNode, names: ReadonlySet<string>): Set<string> {
  const inspection = new Inspection(source, names);
  inspection.visit(root, { locals: new Set(), loops: 0, rounds: 1, filter: false, sorting: false });
  return inspection.used;
}

class Inspection {
  readonly used = new Set<string>();
  readonly source: string;
  readonly names: ReadonlySet<string>;
  nodes = 0;
  depth = 0;

  constructor(source: string, names: ReadonlySet<string>) {
    this.source = source;
    this.names = names;
  }

  fail(code: 'syntax' | 'unknownName' | Bound, { from, to }: SyntaxNode, what: string): never {
    const at = { from, to };
    if (code === 'syntax' || code === 'unknownName') throw new ExpressionError(code, this.source, at, what);
    throw new Unbounded(code, this.source, at, what);
  }

  text(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to).replace(/\s+/g, ' ');
  }

  visit(node: SyntaxNode, scope: Scope): void {
    if (node.isError)
      this.fail(
        'syntax',
        node,
        node.to > node.from ? `cannot be read at “${this.text(node)}”` : 'something is missing',
      );
    if (++this.nodes > most.nodes) this.fail('feelTooLong', node, `more than ${most.nodes} parts`);
    if (++this.depth > most.deep) this.fail('feelTooLong', node, `parts stand deeper than ${most.deep}`);
    this.part(node, scope);
    this.depth -= 1;
  }

  part(node: SyntaxNode, scope: Scope): void {
    switch (node.name) {
      case 'VariableName':
        this.name(node, scope);
        break;
      case 'FunctionInvocation':
        this.call(node, scope);
        break;
      case 'FunctionDefinition':
        this.ownFunction(node, scope);
        break;
      case 'ForExpression':
      case 'QuantifiedExpression':
        this.loop(node, scope);
        break;
      case 'FilterExpression':
        this.filter(node, scope);
        break;
      case 'Context':
        this.context(node, scope);
        break;
      case 'Type':
        break;
      default:
        for (const child of node.children) this.visit(child, scope);
    }
  }

  name(node: SyntaxNode, { locals, filter }: Scope): void {
    const text = this.text(node);
    if (locals.has(text)) return;
    if (this.names.has(text)) this.used.add(text);
    // inside a filter the fields of an item are names; whether they exist shows when it is evaluated
    else if (!filter) this.fail('unknownName', node, `unknown name ${text}`);
  }

  call(node: SyntaxNode, scope: Scope): void {
    const [name, ...rest] = node.children;
    if (!name || !/^(VariableName|SpecialFunctionName)$/.test(name.name))
      this.fail('feelOwnFunction', node, 'only functions with a name are called');
    const text = this.text(name);
    const own = this.names.has(text);
    if (own) this.used.add(text);
    else if (text === 'today' || text === 'now')
      this.fail('feelClock', name, `${text}() reads the clock; write ${text} without brackets`);
    else if (!builtins.has(text) && !ours.has(text))
      this.fail('unknownName', name, `unknown function ${text}`);
    if (!own) this.pattern(node, text);
    for (const child of rest) this.visit(child, text === 'sort' ? { ...scope, sorting: true } : scope);
  }

  pattern(node: SyntaxNode, called: string): void {
    const at = patterned.get(called);
    if (at === undefined) return;
    const pattern = node.children.find((c) => c.name === 'PositionalParameters')?.children[at];
    if (pattern?.name !== 'StringLiteral' || !isSafePattern(this.text(pattern)))
      this.fail(
        'feelPattern',
        pattern ?? node,
        'a pattern must be written out and must not repeat what repeats',
      );
  }

  ownFunction(node: SyntaxNode, scope: Scope): void {
    if (!scope.sorting) this.fail('feelOwnFunction', node, 'own functions are allowed only in sort');
    const parameters = node.children.filter((c) => c.name === 'FormalParameters').flatMap((c) => c.children);
    const locals = new Set([...scope.locals, ...parameters.map((p) => this.text(p))]);
    for (const part of node.children)
      if (part.name === 'FunctionBody') this.visit(part, { ...scope, locals, sorting: false });
  }

  loop(node: SyntaxNode, scope: Scope): void {
    const locals = new Set([...scope.locals, 'partial']);
    const inner: Scope = { ...scope, locals, sorting: false };
    for (const child of node.children) {
      if (child.name !== 'InExpressions') this.visit(child, inner);
      for (const each of child.children.filter((c) => c.name === 'InExpression')) {
        if (++inner.loops > most.loops) this.fail('feelLoops', each, `loops deeper than ${most.loops}`);
        for (const part of each.children)
          if (part.name === 'IterationContext') inner.rounds *= this.iterated(part, inner);
        for (const part of each.children) if (part.name === 'Name') locals.add(this.text(part));
      }
    }
  }

  /** What a loop goes through; how many rounds that is, as far as it is written. */
  iterated(node: SyntaxNode, scope: Scope): number {
    for (const child of node.children) this.visit(child, scope);
    const text = this.text(node);
    if (!text.includes('..')) return 1;
    const [, from, to] = /^\[?(-?\d{1,9})\s*\.\.\s*(-?\d{1,9})\]?$/.exec(text) ?? [];
    const rounds = Math.abs(Number(to) - Number(from)) + 1;
    if (!(rounds <= most.range))
      this.fail('feelRange', node, `a range to loop over is written in numbers, ${most.range} at most`);
    if (scope.rounds * rounds > most.rounds)
      this.fail('feelRange', node, `ranges inside each other are gone through ${most.rounds} times at most`);
    return rounds;
  }

  filter(node: SyntaxNode, scope: Scope): void {
    const [list, ...rest] = node.children;
    if (list) this.visit(list, scope);
    const locals = new Set([...scope.locals, 'item']);
    for (const child of rest) this.visit(child, { ...scope, locals, filter: true });
  }

  context(node: SyntaxNode, scope: Scope): void {
    const locals = new Set(scope.locals);
    for (const entry of node.children) {
      this.visit(entry, { ...scope, locals: new Set(locals) });
      const key = entry.children.find((c) => c.name === 'Key');
      if (key) locals.add(this.text(key));
    }
  }
}
