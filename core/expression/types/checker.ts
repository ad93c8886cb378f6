import type { SyntaxNode } from '../tree.ts';
import { callOf, literal } from './calls.ts';
import { conditionOf } from './conditions.ts';
import { without } from './facts.ts';
import type { Finding, FindingCode } from './finding.ts';
import { type Condition, knowing, type Look, needed, type Sight, values } from './look.ts';
import { typeOfName, typeOfPath } from './paths.ts';
import type { Implication } from './schema.ts';
import {
  any,
  either,
  type Literal,
  list,
  never,
  nothing,
  type ScalarKind,
  scalar,
  type Type,
} from './type.ts';

type Given = { strict: boolean; inText: boolean; implications: readonly Implication[] };

/** A pattern that an expression matches texts with, and where it stands. */
export type Pattern = { readonly pattern: string; readonly from: number; readonly to: number };

/** Looks through one parsed expression and keeps what it finds; the same about the same words is told once. */
export class Checker implements Look {
  readonly findings: Finding[] = [];
  readonly patterns: Pattern[] = [];
  readonly source: string;
  readonly strict: boolean;
  readonly inText: boolean;
  readonly implications: readonly Implication[];

  constructor(source: string, { strict, inText, implications }: Given) {
    this.source = source;
    this.strict = strict;
    this.inText = inText;
    this.implications = implications;
  }

  text = ({ from, to }: SyntaxNode): string => this.source.slice(from, to).replace(/\s+/g, ' ');

  find(code: FindingCode, { from, to }: SyntaxNode, holes: Finding['holes'] = {}, instead?: string): void {
    const told = this.findings.some(
      (f) => f.code === code && (f.from === from || (code === 'mayBeEmpty' && f.holes.what === holes.what)),
    );
    if (!told) this.findings.push({ code, from, to, holes, ...(instead === undefined ? {} : { instead }) });
  }

  pattern(node: SyntaxNode): void {
    this.patterns.push({
      pattern: stringOf(this.source.slice(node.from, node.to)),
      from: node.from,
      to: node.to,
    });
  }

  condition(node: SyntaxNode, sight: Sight): Condition {
    return conditionOf(this, node, sight);
  }

  type(node: SyntaxNode, sight: Sight): Type {
    switch (node.name) {
      case 'VariableName':
        return typeOfName(this, node, sight);
      case 'PathExpression':
        return typeOfPath(this, node, sight);
      case 'NumericLiteral':
        return scalar('number', [Number(this.text(node))]);
      case 'StringLiteral':
        return scalar('string', [stringOf(this.text(node))]);
      case 'BooleanLiteral':
        return scalar('boolean', [this.text(node) === 'true']);
      case 'null':
        return nothing;
      case 'Comparison':
      case 'Conjunction':
      case 'Disjunction':
        return booleanOf(this.condition(node, sight));
      case 'ArithmeticExpression':
        return this.arithmetic(node, sight);
      case 'DateTimeLiteral':
        return node.children.length > 1 ? callOf(this, node, sight) : this.at(node);
      case 'FunctionInvocation':
        return callOf(this, node, sight);
      case 'IfExpression':
        return this.choice(node, sight);
      case 'ForExpression':
      case 'QuantifiedExpression':
        return this.loop(node, sight);
      case 'FilterExpression':
        return this.filter(node, sight);
      case 'List':
        return this.list(node, sight);
      case 'Context':
        return this.context(node, sight);
      case 'InstanceOfExpression': {
        for (const value of values(node).slice(0, 1)) this.type(value, sight);
        return scalar('boolean');
      }
      case 'Interval':
        for (const bound of values(node)) needed(this, bound, sight);
        return { kind: 'range' };
      case 'FunctionDefinition':
        return any;
      default: {
        const inner = values(node);
        const types = inner.map((one) => this.type(one, sight));
        return (types.length === 1 && types[0]) || any;
      }
    }
  }

  at(node: SyntaxNode): Type {
    const written = node.children.flatMap(values);
    const text = written.map((one) => stringOf(this.text(one))).join('');
    literal(this, node, written);
    if (/^-?P/.test(text)) return scalar('duration');
    if (/^\d{1,2}:/.test(text)) return scalar('time');
    return scalar(text.includes('T') ? 'date and time' : 'date');
  }

  arithmetic(node: SyntaxNode, sight: Sight): Type {
    const op = node.children
      .filter((c) => c.name === 'ArithOp')
      .map(this.text)
      .join('');
    const [left, right] = values(node);
    const a = left ? needed(this, left, sight) : any;
    const b = right ? needed(this, right, sight) : undefined;
    if (op === '/' && right?.name === 'NumericLiteral' && Number(this.text(right)) === 0)
      this.find('divisionByZero', right, { what: this.text(node) });
    if (!b) {
      if (!/^(number|duration|any|null)$/.test(a.kind)) this.wrong(node, op, a, a);
      return a.kind === 'number' ? scalar('number') : a;
    }
    if (a.kind === 'any' || b.kind === 'any' || a.kind === 'null' || b.kind === 'null') return any;
    const result = resultOf(op, a.kind, b.kind);
    if (!result) this.wrong(node, op, a, b, left, right);
    return result ? scalar(result) : any;
  }

  wrong(node: SyntaxNode, op: string, a: Type, b: Type, left?: SyntaxNode, right?: SyntaxNode): void {
    const holes = { op, left: a.kind, right: b.kind };
    // a number put into a text, a day as text that is computed with
    if (op === '+' && a.kind === 'string' && b.kind === 'number' && right)
      this.find('wrongArithmetic', right, holes, `string(${this.text(right)})`);
    else if (op === '+' && a.kind === 'number' && b.kind === 'string' && left)
      this.find('wrongArithmetic', left, holes, `string(${this.text(left)})`);
    else if (
      left &&
      a.kind === 'string' &&
      a.format === 'date' &&
      (b.kind === 'duration' || b.kind === 'date')
    )
      this.find('wrongArithmetic', left, holes, `date(${this.text(left)})`);
    else if (right && b.kind === 'string' && b.format === 'date' && a.kind === 'date')
      this.find('wrongArithmetic', right, holes, `date(${this.text(right)})`);
    else this.find('wrongArithmetic', node, holes);
  }

  choice(node: SyntaxNode, sight: Sight): Type {
    const [condition, yes, no] = values(node);
    if (!condition || !yes || !no) return any;
    const { yes: ifTrue, no: ifFalse, always } = this.condition(condition, sight);
    if (always !== undefined)
      this.find('unreachableBranch', always ? no : yes, {
        what: this.text(condition),
        always: String(always),
      });
    const a = this.type(yes, knowing(this, sight, ifTrue));
    const b = this.type(no, knowing(this, sight, ifFalse));
    return either(a, b);
  }

  loop(node: SyntaxNode, sight: Sight): Type {
    const names = new Map(sight.names).set('partial', list(any));
    let { facts } = sight;
    for (const one of node.children.filter((c) => c.name === 'InExpressions').flatMap(values)) {
      const [name, over] = values(one);
      if (!name || !over) continue;
      const item = this.iterated(over, { ...sight, names, facts });
      names.set(this.text(name), item);
      facts = without(facts, [this.text(name)]);
    }
    const body = values(node).at(-1);
    if (!body || body.name === 'InExpressions') return any;
    if (node.name === 'ForExpression') return list(this.type(body, { names, facts }));
    this.condition(body, { names, facts });
    return scalar('boolean');
  }

  iterated(node: SyntaxNode, sight: Sight): Type {
    const inner = values(node);
    if (node.children.some((c) => c.name === '..')) {
      for (const bound of inner) needed(this, bound, sight);
      return scalar('number');
    }
    const [over] = inner;
    return over ? this.itemOf(over, needed(this, over, sight)) : any;
  }

  itemOf(node: SyntaxNode, type: Type): Type {
    if (type.kind === 'list') return type.of;
    if (!/^(any|null|range)$/.test(type.kind))
      this.find('notList', node, { what: this.text(node), type: type.kind });
    return any;
  }

  filter(node: SyntaxNode, sight: Sight): Type {
    const [over, by] = values(node);
    if (!over || !by) return any;
    const whole = needed(this, over, sight);
    const item = this.itemOf(over, whole);
    const fields = item.kind === 'context' ? Object.entries(item.fields) : [];
    const names = new Map([...sight.names, ...fields, ['item', item] as const]);
    const inside = { names, facts: without(sight.facts, ['item', ...fields.map(([name]) => name)]) };
    if (isCondition(by)) {
      if (item.kind !== 'any' && !(item.kind === 'context' && item.open)) this.condition(by, inside);
      return list(item);
    }
    const index = item.kind === 'any' ? any : this.type(by, inside);
    if (index.kind === 'boolean' || (index.kind === 'any' && by.name !== 'NumericLiteral')) return list(item);
    if (!/^(number|any|null)$/.test(index.kind))
      this.find('notCondition', by, { what: this.text(by), type: index.kind });
    const first = by.name === 'NumericLiteral' || /^-\s*1$/.test(this.text(by));
    const isThere = first && /^(1|-\s*1)$/.test(this.text(by)) && whole.kind === 'list' && whole.some;
    return isThere ? item : ({ ...item, empty: true } as Type);
  }

  list(node: SyntaxNode, sight: Sight): Type {
    const items = values(node).map((one) => this.type(one, sight));
    const [first, ...rest] = items;
    return first ? { kind: 'list', of: rest.reduce(either, first), some: true } : list(never);
  }

  context(node: SyntaxNode, sight: Sight): Type {
    const names = new Map(sight.names);
    const fields: { [name: string]: Type } = {};
    for (const entry of values(node)) {
      const [key, value] = values(entry);
      if (!key || !value) continue;
      const name = stringOf(this.text(key));
      const type = this.type(value, { ...sight, names });
      fields[name] = type;
      names.set(name, type);
    }
    return { kind: 'context', fields };
  }
}

const stringOf = (written: string): string => {
  if (!written.startsWith('"')) return written;
  try {
    return String(JSON.parse(written));
  } catch {
    return written.slice(1, -1);
  }
};

const booleanOf = ({ always }: Condition): Type =>
  scalar('boolean', always === undefined ? undefined : ([always] satisfies Literal[]));

const isCondition = ({ name }: SyntaxNode): boolean =>
  /^(Comparison|Conjunction|Disjunction|QuantifiedExpression)$/.test(name);

const points = /^(date|time|date and time)$/;

/** What two kinds give; undefined where they cannot be computed with. */
function resultOf(op: string, a: string, b: string): ScalarKind | undefined {
  if (a === 'number' && b === 'number') return 'number';
  if (op === '+') {
    if (a === 'string' && b === 'string') return 'string';
    if (a === 'duration' && b === 'duration') return 'duration';
    if (points.test(a) && b === 'duration') return a as ScalarKind;
    return a === 'duration' && points.test(b) ? (b as ScalarKind) : undefined;
  }
  if (op !== '-') return undefined;
  if (points.test(a) && b === 'duration') return a as ScalarKind;
  return (points.test(a) && points.test(b)) || (a === 'duration' && b === 'duration')
    ? 'duration'
    : undefined;
}
