import type { SyntaxNode } from '../tree.ts';
import { both, type Facts, followed } from './facts.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { Implication } from './schema.ts';
import { nothing, present, type Type } from './type.ts';

/** What can be used at a place inside an expression. */
export type Sight = {
  readonly names: ReadonlyMap<string, Type>;
  readonly facts: Facts;
  /** Compared with null: what is absent on the way is no mistake. */
  readonly quiet?: boolean;
};

/** A condition: what holds if it is true, if it is false; `always` what it is in any case. */
export type Condition = { readonly yes: Facts; readonly no: Facts; readonly always?: boolean };

/** One expression being looked through. */
export type Look = {
  readonly source: string;
  /** Absent values are mistakes. */
  readonly strict: boolean;
  /** Names of texts may be used: `money`. */
  readonly inText: boolean;
  readonly implications: readonly Implication[];
  text(node: SyntaxNode): string;
  /** A pattern that is written out: whether it is safe is judged elsewhere. */
  pattern(node: SyntaxNode): void;
  find(code: FindingCode, node: SyntaxNode, holes?: Finding['holes'], instead?: string): void;
  type(node: SyntaxNode, sight: Sight): Type;
  condition(node: SyntaxNode, sight: Sight): Condition;
};

/** The nodes that stand for values, without signs and words. */
export const values = (node: SyntaxNode): SyntaxNode[] =>
  node.children.filter(
    (c) => (/^[A-Z]/.test(c.name) || c.name === 'null') && c.name !== 'CompareOp' && c.name !== 'ArithOp',
  );

/** Sight, with more that is known. */
export const knowing = (look: Look, sight: Sight, facts: Facts): Sight =>
  facts.size ? { ...sight, facts: followed(both(sight.facts, facts), look.implications) } : sight;

/** The type of what must be there: told where it may not be. */
export function needed(look: Look, node: SyntaxNode, sight: Sight): Type {
  const type = look.type(node, sight);
  if (type.kind === 'null' || (type.empty && look.strict))
    look.find('mayBeEmpty', node, { what: look.text(node) });
  return type.kind === 'null' ? nothing : present(type);
}
