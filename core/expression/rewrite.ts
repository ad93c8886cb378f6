import { builtins, ours } from './builtins.ts';
import { meteredName } from './metered.ts';
import type { SyntaxNode } from './tree.ts';

/**
 * Guards are called around what FEEL would pass over in silence. The number is the guard's place in `Rewritten.places`.
 * `_b` a condition, `_n` a value to compute with, `_d` what is divided by, `_l` and `_r` the two sides of a comparison,
 * `_f` the result of a function, `_a` that of arithmetic.
 * Others pay for work (`Budget`); a number is what a round costs. `_g` what a loop goes through, `_i` what a filter goes
 * through, `_s` a range that is written out, or two items that `sort` compares, `_t` what is looked through to its last
 * part, `_v` what is read, perhaps out of a list, `_p` what a loop has made so far.
 */
export type Guard = '_b' | '_n' | '_d' | '_l' | '_r' | '_f' | '_a' | '_g' | '_i' | '_s' | '_t' | '_v' | '_p';

export type Place = { from: number; to: number };

export type Rewritten = {
  source: string;
  places: Place[];
  /** Where absent objects on the way to a value are no mistake: what is compared with null. */
  quiet: Place[];
  /** The guards that stand in it, and the functions of FEEL that it calls. */
  guards: Guard[];
  calls: string[];
};

/** Puts guards into an expression, so that it never guesses: `and` and `or` stop at the first that decides. */
export function rewrite(source: string, root: SyntaxNode, own: ReadonlySet<string>): Rewritten {
  const rewriter = new Rewriter(source, root, own);
  const written = rewriter.write(root, true);
  const { places, quiet, guards, calls } = rewriter;
  return { source: written, places, quiet, guards: [...guards], calls: [...calls] };
}

/** Guards and functions are names beside those of the expression: each round copies them. */
const NAMES = 16;
/** What a part costs that is only there, one around which a guard is called, and a comparison, which makes a range. */
const [PLAIN, GUARDED, COMPARED] = [2, 30, 70];

const isOperator = (node: SyntaxNode) => node.name === 'CompareOp' || node.name === 'ArithOp';
const isValue = (node: SyntaxNode) => (/^[A-Z]/.test(node.name) || node.name === 'null') && !isOperator(node);
const guarded =
  /^(ArithmeticExpression|FunctionInvocation|DateTimeLiteral|Conjunction|Disjunction|IfExpression)$/;
const workOf = (node: SyntaxNode): number =>
  node.children.reduce(
    (sum, c) => sum + workOf(c),
    node.name === 'Comparison' ? COMPARED : guarded.test(node.name) ? GUARDED : PLAIN,
  );
const countOf = (node: SyntaxNode, ...names: string[]): number =>
  node.children.reduce((sum, c) => sum + countOf(c, ...names), names.includes(node.name) ? 1 : 0);

/** Functions whose answer is true or false. */
const answering = new Set([
  ...['not', 'contains', 'list contains', 'starts with', 'ends with', 'matches', 'even', 'odd'],
]);
/** What a filter is asked of every item; anything else says which item it is. */
const asked = /^(Comparison|Conjunction|Disjunction|QuantifiedExpression)$/;
const index = /^(NumericLiteral|ArithmeticExpression|VariableName|PathExpression|FunctionInvocation)$/;

class Rewriter {
  readonly source: string;
  readonly own: ReadonlySet<string>;
  /** How many names a round of a loop copies, at most. */
  readonly width: number;
  readonly places: Place[] = [];
  readonly quiet: Place[] = [];
  readonly guards = new Set<Guard>();
  readonly calls = new Set<string>();

  constructor(source: string, root: SyntaxNode, own: ReadonlySet<string>) {
    this.source = source;
    this.own = own;
    this.width = NAMES + own.size + countOf(root, 'Name', 'Key');
  }

  /** What a node becomes. `paid`: a guard around it looks at its value, and pays for that. */
  write(node: SyntaxNode, paid = false): string {
    switch (node.name) {
      case 'Expression':
        return this.text(node, (c) => this.write(c, paid));
      case 'VariableName':
        return this.isPartial(node) ? this.call('_p', this.raw(node)) : this.raw(node);
      case 'PathExpression': {
        const path = this.text(node, (c) => this.write(c, true));
        return paid ? path : this.call('_v', path);
      }
      case 'Comparison':
        return `(${this.comparison(node)})`;
      case 'ArithmeticExpression':
        return this.arithmetic(node);
      case 'DateTimeLiteral':
        return node.children.length > 1 ? this.guard('_f', this.text(node), node) : this.text(node);
      case 'Conjunction':
      case 'Disjunction':
        return this.junction(node);
      case 'IfExpression':
        return this.guarded(node, node.children.find(isValue));
      case 'QuantifiedExpression':
        return this.guarded(node, node.children.filter(isValue).at(-1));
      case 'ForExpression':
        return this.loop(node);
      case 'FilterExpression':
        return this.filter(node);
      case 'InstanceOfExpression':
        return this.text(node, (c) => (isValue(c) && c.name !== 'Type' ? this.through(c) : this.raw(c)));
      case 'FunctionInvocation':
        return this.invocation(node);
      case 'FunctionBody':
        return this.text(node, (c) => this.call('_s', this.write(c), 1, this.round(node)));
      default:
        return node.children.length ? this.text(node) : this.raw(node);
    }
  }

  raw({ from, to }: SyntaxNode): string {
    return this.source.slice(from, to);
  }

  /** The text of a node, its children replaced. */
  text(node: SyntaxNode, replaced = (child: SyntaxNode): string => this.write(child)): string {
    let out = '';
    let at = node.from;
    for (const child of node.children) {
      out += this.source.slice(at, child.from) + replaced(child);
      at = child.to;
    }
    return out + this.source.slice(at, node.to);
  }

  call(guard: Guard, ...given: (string | number)[]): string {
    this.guards.add(guard);
    return `${guard}(${given.join()})`;
  }

  place({ from, to }: Place): number {
    return this.places.push({ from, to }) - 1;
  }

  guard(name: Guard, inner: string, at: Place): string {
    return this.call(name, inner, this.place(at));
  }

  through(node: SyntaxNode): string {
    return this.call('_t', this.write(node, true));
  }

  /** What it costs to go once through a part. */
  round(body: SyntaxNode): number {
    return workOf(body) + 3 * this.width;
  }

  isPartial(node: SyntaxNode): boolean {
    return this.raw(node) === 'partial' && !this.own.has('partial');
  }

  arithmetic(node: SyntaxNode): string {
    const op = node.children.find(isOperator);
    const divides = op !== undefined && this.raw(op) === '/';
    const last = node.children.filter(isValue).at(-1);
    const operand = (c: SyntaxNode) =>
      this.guard(divides && c === last ? '_d' : '_n', this.write(c, true), c);
    return this.guard(
      '_a',
      this.text(node, (c) => (isValue(c) ? operand(c) : this.raw(c))),
      node,
    );
  }

  junction(node: SyntaxNode): string {
    const parts = node.children.filter(isValue).map((c) => this.guard('_b', this.write(c, true), c));
    return parts.reduceRight((rest, part) =>
      node.name === 'Conjunction'
        ? `(if ${part} then ${rest} else false)`
        : `(if ${part} then true else ${rest})`,
    );
  }

  /** A node one part of which is a condition, and whose loops pay for their rounds. */
  guarded(node: SyntaxNode, condition: SyntaxNode | undefined): string {
    return `(${this.text(node, (c) => {
      if (c === condition) return this.guard('_b', this.write(c, true), c);
      return c.name === 'InExpressions' ? this.iterated(c, node) : this.write(c);
    })})`;
  }

  loop(node: SyntaxNode): string {
    return this.text(node, (c) => (c.name === 'InExpressions' ? this.iterated(c, node) : this.write(c)));
  }

  /** All that a loop goes through: its rounds are made before the first is gone. */
  iterated(node: SyntaxNode, loop: SyntaxNode): string {
    const round = this.round(loop);
    const over = (c: SyntaxNode): string => {
      if (c.name !== 'IterationContext') return this.raw(c);
      const [, from, to] = /^\[?\s*(-?\d+)\s*\.\.\s*(-?\d+)\s*\]?$/.exec(this.raw(c)) ?? [];
      return from === undefined
        ? this.call(
            '_g',
            this.text(c, (inner) => this.write(inner, true)),
            round,
          )
        : this.call('_s', `[${from}..${to}]`, Math.abs(Number(to) - Number(from)) + 1, round);
    };
    return this.text(node, (each) => this.text(each, over));
  }

  filter(node: SyntaxNode): string {
    const [list, condition] = node.children.filter(isValue);
    const isIndex = condition !== undefined && index.test(condition.name) && !this.answers(condition);
    return this.text(node, (c) => {
      if (c === condition) return this.asked(c);
      if (c !== list) return this.raw(c);
      return isIndex
        ? this.write(c)
        : this.call('_i', this.write(c, true), this.round(node), 1 + countOf(node, 'Context'));
    });
  }

  /** A filter that is true or false. A call at its top would not know `item`, so it is compared. */
  asked(node: SyntaxNode): string {
    return asked.test(node.name) || this.answers(node)
      ? `(${this.guard('_b', this.write(node, true), node)} = true)`
      : this.write(node);
  }

  answers(node: SyntaxNode): boolean {
    const [name] = node.name === 'FunctionInvocation' ? node.children : [];
    return name !== undefined && answering.has(this.raw(name));
  }

  comparison(node: SyntaxNode): string {
    const op = node.children.find((c) => c.name === 'CompareOp');
    const [left, right] = node.children.filter(isValue);
    if (!op || !left || !right) return this.among(node, left);
    const sign = this.raw(op);
    const isEquality = sign === '=' || sign === '!=';
    if (isEquality && (left.name === 'null' || right.name === 'null')) {
      this.quiet.push({ from: node.from, to: node.to });
      return this.text(node);
    }
    const place = this.place(node);
    const side = isEquality ? '"eq"' : '"order"';
    const [first, second] = [this.write(left, true), this.write(right, true)];
    return `${this.call('_l', first, place, side)} ${sign} ${this.call('_r', second, place, side)}`;
  }

  /** `between`: every part is needed; `in`: what stands before it. */
  among(node: SyntaxNode, left: SyntaxNode | undefined): string {
    const isBetween = node.children.some((c) => c.name === 'between');
    return this.text(node, (c) => {
      if (isValue(c) && (isBetween || c === left)) return this.guard('_n', this.write(c, true), c);
      return c.name === 'PositiveUnaryTests' ? this.text(c, (one) => this.test(one)) : this.test(c);
    });
  }

  test(node: SyntaxNode): string {
    if (node.name !== 'PositiveUnaryTest') return this.write(node);
    return this.text(node, (c) => (c.name === 'SimplePositiveUnaryTest' ? this.write(c) : this.through(c)));
  }

  invocation(node: SyntaxNode): string {
    const [name] = node.children;
    const called = name ? this.raw(name).replace(/\s+/g, ' ') : '';
    if (this.own.has(called)) return this.text(node);
    const isKnown = name?.name === 'VariableName' && (builtins.has(called) || ours.has(called));
    if (isKnown) this.calls.add(called);
    const argument = (c: SyntaxNode): string => {
      if (!isValue(c)) return this.raw(c);
      return called === 'not' ? this.guard('_b', this.write(c, true), c) : this.write(c);
    };
    const inner = this.text(node, (c) => {
      if (c === name) return isKnown ? meteredName(called) : this.raw(c);
      return c.name === 'PositionalParameters' && isKnown ? this.text(c, argument) : this.write(c);
    });
    return this.guard('_f', inner, node);
  }
}
