import { tooBig } from '../bounds.ts';
import { ExpressionError, Unbounded } from '../error.ts';
import { inspect } from '../inspect.ts';
import { parse, type SyntaxNode } from '../tree.ts';
import { Checker, type Pattern } from './checker.ts';
import { type Facts, followed, noFacts } from './facts.ts';
import type { Finding, FindingCode } from './finding.ts';
import { type Condition, type Sight, values } from './look.ts';
import type { Implication } from './schema.ts';
import type { Kind, Type } from './type.ts';

/** The place where an expression stands. */
export type Scope = {
  readonly names: { readonly [name: string]: Type };
  readonly implications?: readonly Implication[];
  /** What is known there already: earlier conditions. */
  readonly facts?: Facts;
  /** Absent values are mistakes (in a flow), or wait for what is entered (in a form). */
  readonly strict: boolean;
  /** Inside a text: `money` is known. */
  readonly inText?: boolean;
};

/** What the expression must give: any of `kinds` (all if not said); `empty`: nothing, too. */
export type Wanted = { readonly kinds?: readonly Kind[]; readonly empty?: boolean };

export type Checked = {
  readonly findings: readonly Finding[];
  readonly type: Type;
  readonly patterns: readonly Pattern[];
} & Condition;

const none: Condition = { yes: noFacts, no: noFacts };

/**
 * What is wrong with an expression where it stands, what it gives, and what follows where it is a condition that holds or does not.
 * Never throws.
 */
export function checked(source: string, scope: Scope, wanted: Wanted = {}): Checked {
  const fail = (code: FindingCode, from: number, to: number, holes = {}): Checked => ({
    findings: [{ code, from, to, holes }],
    type: { kind: 'any', empty: true },
    patterns: [],
    ...none,
  });
  // what is too big or too deep is not even parsed: the parser would fall over it
  if (tooBig(source) !== undefined) return fail('feelTooLong', 0, source.length);
  if (source.trim() === '') return fail('feelSyntax', 0, source.length, { at: '' });
  // only names that are written can make a difference to the grammar, and each costs time
  const names = Object.keys(scope.names).filter((name) => source.includes(name));
  const root = parse(source, names);
  const broken = firstError(root);
  if (broken) {
    const at = source.slice(broken.from, broken.to) || source.slice(broken.from, broken.from + 20);
    return fail('feelSyntax', broken.from, Math.max(broken.to, broken.from), { at });
  }
  const checker = new Checker(source, {
    strict: scope.strict,
    inText: scope.inText ?? false,
    implications: scope.implications ?? [],
  });
  bounds(checker, source, root, names);
  // what is too big is not looked into
  if (checker.findings.some(({ code }) => code === 'feelTooLong'))
    return { findings: checker.findings, type: { kind: 'any', empty: true }, patterns: [], ...none };
  const facts = followed(scope.facts ?? noFacts, checker.implications);
  const sight: Sight = { names: new Map(Object.entries(scope.names)), facts };
  const isCondition = wanted.kinds?.length === 1 && wanted.kinds[0] === 'boolean' && !wanted.empty;
  const [top = root] = values(root);
  const condition = isCondition ? checker.condition(top, sight) : none;
  const type: Type = isCondition ? { kind: 'boolean' } : checker.type(top, sight);
  if (!isCondition) results(checker, top, type, wanted, scope.strict);
  return { findings: checker.findings, type, patterns: checker.patterns, ...condition };
}

function firstError(node: SyntaxNode): SyntaxNode | undefined {
  if (node.isError) return node;
  for (const child of node.children) {
    const found = firstError(child);
    if (found) return found;
  }
  return undefined;
}

function results(
  checker: Checker,
  top: SyntaxNode,
  type: Type,
  { kinds, empty }: Wanted,
  strict: boolean,
): void {
  const what = checker.text(top);
  if (kinds && !/^(any|null)$/.test(type.kind) && !kinds.includes(type.kind))
    checker.find('wrongResult', top, { what, wants: kinds[0] ?? 'any', given: type.kind });
  if (!empty && (type.kind === 'null' || (type.empty && strict))) checker.find('mayBeEmpty', top, { what });
}

/** The bounds of docs/format.md: `inspect` keeps to them when an expression is compiled; here they are named. */
function bounds(checker: Checker, source: string, root: SyntaxNode, names: readonly string[]): void {
  try {
    inspect(source, root, new Set(names));
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    // the clock and unknown names are told with the call or name that they are
    if (!(error instanceof Unbounded) || error.bound === 'feelClock') return;
    const node: SyntaxNode = { ...root, ...error.position };
    if (error.bound === 'feelTooLong') checker.find('feelTooLong', root);
    else checker.find(error.bound, node, { what: checker.text(node) });
  }
}
