import type { SyntaxNode } from '#core/expression/tree.ts';
import { factNamed, type Knowledge, type Known } from './facts.ts';
import { equality, type Guard, pathOf, valuesOf } from './mentions.ts';

/** How a condition turns out, as far as what is known tells: null where either may be. */
export function turnsOut(node: SyntaxNode, source: string, known: Knowledge): boolean | null {
  const inner = () => valuesOf(node).map((value) => turnsOut(value, source, known));
  switch (node.name) {
    // of one part: as that turns out
    case 'Expression':
    case 'ParenthesizedExpression':
    case 'Conjunction': {
      const all = inner();
      return all.includes(false) ? false : all.includes(null) ? null : true;
    }
    case 'Disjunction': {
      const all = inner();
      return all.includes(true) ? true : all.includes(null) ? null : false;
    }
    case 'FunctionInvocation':
      return called(node, source, known);
    case 'Comparison':
      return compared(node, source, known);
    default:
      return null;
  }
}

function called(node: SyntaxNode, source: string, known: Knowledge): boolean | null {
  const [name, given] = valuesOf(node);
  const argument = given && valuesOf(given)[0];
  if (!name || !argument) return null;
  const text = source.slice(name.from, name.to);
  if (text === 'not') return opposite(turnsOut(argument, source, known));
  const list = pathOf(argument, source);
  // nothing is in the list of what has not happened
  return text === 'list contains' && list && known(list.slice(0, 1)).value === 'none' ? false : null;
}

function compared(node: SyntaxNode, source: string, known: Knowledge): boolean | null {
  const [first, second] = valuesOf(node);
  if (!first || !second) return null;
  const [a, b] = pathOf(first, source) ? [first, second] : [second, first];
  const path = pathOf(a, source);
  if (!path) return null;
  const here = known(path);
  const op = equality(node, source);
  if (op === null) return ordered(node, source, here, source.slice(second.from, second.to));
  const equal = isEqual(here, b, source.slice(b.from, b.to));
  return op === '=' ? equal : opposite(equal);
}

const opposite = (truth: boolean | null): boolean | null => (truth === null ? null : !truth);

function isEqual(here: Known, other: SyntaxNode, written: string): boolean | null {
  if (other.name === 'null') return here.there === null ? null : !here.there;
  const literal = /^(StringLiteral|NumericLiteral|BooleanLiteral)$/.test(other.name);
  if (!literal) return null;
  if (here.there === false) return false;
  if (here.value === undefined) return null;
  return String(here.value) === written.replace(/^"|"$/g, '');
}

function ordered(node: SyntaxNode, source: string, here: Known, right: string): boolean | null {
  const limit = Number(right);
  const op = operatorOf(node, source);
  if (op === undefined || typeof here.value !== 'number' || Number.isNaN(limit)) return null;
  const n = here.value;
  if (op === '>') return n > limit;
  if (op === '>=') return n >= limit;
  if (op === '<') return n < limit;
  return n <= limit;
}

/** What a comparison compares by; undefined for `in`, `between`, and for what is no comparison. */
export function operatorOf(node: SyntaxNode, source: string): string | undefined {
  const op = node.children.find((c) => c.name === 'CompareOp');
  return op && source.slice(op.from, op.to);
}

/** The names (as written) that are surely there where a condition has turned out like this. */
export function assured({ node, source, truth }: Guard): string[] {
  const values = valuesOf(node);
  const [first, second] = values;
  const go = (nodes: readonly SyntaxNode[], t: boolean): string[] =>
    nodes.flatMap((n) => assured({ node: n, source, truth: t }));
  const path = pathOf(node, source);
  // a condition that is no comparison must itself be there
  if (path) return [path.join('.')];
  switch (node.name) {
    case 'Expression':
    case 'ParenthesizedExpression':
      return go(values, truth);
    case 'Conjunction':
      return truth ? go(values, true) : [];
    case 'Disjunction':
      return truth ? [] : go(values, false);
    case 'FunctionInvocation': {
      const name = first && source.slice(first.from, first.to);
      const args = values.slice(1).flatMap(valuesOf);
      if (name === 'not') return go(args, !truth);
      // that a list does not contain what is absent is an answer: only the list must be there
      const needed = name === 'list contains' ? args.slice(0, 1) : args;
      return needed.flatMap((a) => pathOf(a, source)?.join('.') ?? []);
    }
    case 'Comparison': {
      const op = equality(node, source);
      const paths = values.flatMap((v) => pathOf(v, source)?.join('.') ?? []);
      if (op === null) return paths;
      const other = [first, second].find((v) => v && pathOf(v, source) === null);
      if (!other || !/^(null|StringLiteral|NumericLiteral|BooleanLiteral)$/.test(other.name)) return [];
      const isSame = (op === '=') === truth;
      return isSame === (other.name !== 'null') ? paths : [];
    }
    default:
      return [];
  }
}

/** The names that a condition looks at. */
export function rootsOf({ node, source }: Guard): string[] {
  const path = pathOf(node, source);
  if (path) return [factNamed(path).name];
  return valuesOf(node).flatMap((child) => rootsOf({ node: child, source, truth: true }));
}
