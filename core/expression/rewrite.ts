import type { SyntaxNode } from './tree.ts';

/**
 * Guards are called around what FEEL would pass over in silence. The number is the guard's place in `Rewritten.places`.
 * `_b` a condition, `_n` a value to compute with, `_d` what is divided by, `_l` and `_r` the two sides of a comparison,
 * `_f` the result of a function, `_a` that of arithmetic.
 */
export type Guard = '_b' | '_n' | '_d' | '_l' | '_r' | '_f' | '_a';

export type Place = { from: number; to: number };

export type Rewritten = {
  source: string;
  places: Place[];
  /** Where absent objects on the way to a value are no mistake: what is compared with null. */
  quiet: Place[];
};

const expressionsOf = (node: SyntaxNode): SyntaxNode[] =>
  node.children.filter((c) => /^[A-Z]/.test(c.name) || c.name === 'null');
const answering = new Set([
  'not',
  'contains',
  'list contains',
  'starts with',
  'ends with',
  'matches',
  'even',
  'odd',
]);
const isOperator = (node: SyntaxNode) => node.name === 'CompareOp' || node.name === 'ArithOp';

const isValue = (node: SyntaxNode) => (/^[A-Z]/.test(node.name) || node.name === 'null') && !isOperator(node);

/** Puts guards into an expression, so that it never guesses: `and` and `or` stop at the first that decides. */
export function rewrite(source: string, root: SyntaxNode, own: ReadonlySet<string>): Rewritten {
  const places: Place[] = [];
  const quiet: Place[] = [];
  const guard = (
    name: Guard,
    inner: string,
    at: Place,
    index = places.push({ from: at.from, to: at.to }) - 1,
  ) => `${name}(${inner},${index})`;

  /** The text of a node, its children replaced. */
  const text = (node: SyntaxNode, replaced: (child: SyntaxNode) => string = write): string => {
    let out = '';
    let at = node.from;
    for (const child of node.children) {
      out += source.slice(at, child.from) + replaced(child);
      at = child.to;
    }
    return out + source.slice(at, node.to);
  };

  const each = (node: SyntaxNode, name: Guard) =>
    text(node, (c) => (isValue(c) ? guard(name, write(c), c) : write(c)));

  const arithmetic = (node: SyntaxNode): string => {
    const op = node.children.find(isOperator);
    const divides = op !== undefined && source.slice(op.from, op.to) === '/';
    const last = expressionsOf(node).at(-1);
    const operand = (c: SyntaxNode) => guard(divides && c === last ? '_d' : '_n', write(c), c);
    return guard(
      '_a',
      text(node, (c) => (isValue(c) ? operand(c) : write(c))),
      node,
    );
  };

  /** A filter that is true or false. A call at its top would not know `item`, so it is compared. */
  const filter = (node: SyntaxNode): string => {
    const name = node.name === 'FunctionInvocation' ? node.children[0] : undefined;
    const isCondition = /^(Comparison|Conjunction|Disjunction|QuantifiedExpression)$/.test(node.name);
    return isCondition || (name && answering.has(source.slice(name.from, name.to)))
      ? `(${guard('_b', write(node), node)} = true)`
      : write(node);
  };

  const comparison = (node: SyntaxNode): string => {
    const op = node.children.find((c) => c.name === 'CompareOp');
    const [left, right] = expressionsOf(node).filter((c) => !isOperator(c));
    if (!op || !left || !right) {
      // between: every part; in: what stands before it
      const isBetween = node.children.some((c) => c.name === 'between');
      return text(node, (c) =>
        /^[A-Z]/.test(c.name) && (isBetween || c === left) ? guard('_n', write(c), c) : write(c),
      );
    }
    const sign = source.slice(op.from, op.to);
    const againstNull = left.name === 'null' || right.name === 'null';
    if ((sign === '=' || sign === '!=') && againstNull) {
      quiet.push({ from: node.from, to: node.to });
      return text(node);
    }
    const index = places.push({ from: node.from, to: node.to }) - 1;
    const side = sign === '=' || sign === '!=' ? '"eq"' : '"order"';
    return `_l(${write(left)},${index},${side}) ${sign} _r(${write(right)},${index},${side})`;
  };

  const write = (node: SyntaxNode): string => {
    switch (node.name) {
      case 'Comparison':
        return `(${comparison(node)})`;
      case 'ArithmeticExpression':
        return arithmetic(node);
      case 'DateTimeLiteral':
        return node.children.length > 1 ? guard('_f', text(node), node) : text(node);
      case 'Conjunction':
      case 'Disjunction': {
        const parts = expressionsOf(node).map((c) => guard('_b', write(c), c));
        return parts.reduceRight((rest, part) =>
          node.name === 'Conjunction'
            ? `(if ${part} then ${rest} else false)`
            : `(if ${part} then true else ${rest})`,
        );
      }
      case 'IfExpression': {
        const [condition] = expressionsOf(node);
        return `(${text(node, (c) => (c === condition ? guard('_b', write(c), c) : write(c)))})`;
      }
      case 'QuantifiedExpression': {
        const condition = expressionsOf(node).at(-1);
        return `(${text(node, (c) => (c === condition ? guard('_b', write(c), c) : write(c)))})`;
      }
      case 'FilterExpression': {
        const condition = expressionsOf(node)[1];
        return text(node, (c) => (c === condition ? filter(c) : write(c)));
      }
      case 'FunctionInvocation': {
        const name = node.children[0];
        const called = name ? source.slice(name.from, name.to).replace(/\s+/g, ' ') : '';
        if (own.has(called)) return text(node);
        if (called === 'not')
          return guard(
            '_f',
            text(node, (c) => (c.name === 'PositionalParameters' ? each(c, '_b') : write(c))),
            node,
          );
        return guard('_f', text(node), node);
      }
      default:
        return node.children.length ? text(node) : source.slice(node.from, node.to);
    }
  };
  return { source: write(root), places, quiet };
}
