import type { SyntaxNode } from '#core/expression/tree.ts';
import { operatorOf } from './guards.ts';
import { read, valuesOf } from './mentions.ts';

const OPPOSITE: { [op: string]: string } = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

/** Whether one condition is written as the opposite of another: `not(…)` of it, or the same compared the other way. */
export function isOpposite(one: string, other: string): boolean {
  const [a, b] = [written(one), written(other)];
  if (b.not === a.text || a.not === b.text) return true;
  return a.op !== undefined && OPPOSITE[a.op] === b.op && a.sides === b.sides;
}

/** A condition as it is written, blanks aside: what it is the `not` of, what it compares and how. */
function written(source: string): { text: string; not?: string; op?: string | undefined; sides?: string } {
  const text = (node: SyntaxNode) => source.slice(node.from, node.to).replace(/\s+/g, ' ').trim();
  const root = read(source, []);
  const [node = root] = valuesOf(root);
  const whole = { text: text(root) };
  const [first, second] = valuesOf(node);
  if (!first || !second) return whole;
  if (node.name === 'Comparison')
    return { ...whole, op: operatorOf(node, source), sides: `${text(first)} ${text(second)}` };
  return node.name === 'FunctionInvocation' && text(first) === 'not'
    ? { ...whole, not: text(second) }
    : whole;
}
