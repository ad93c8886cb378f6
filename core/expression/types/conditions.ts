import type { SyntaxNode } from '../tree.ts';
import { both, type Fact, type Facts, fact, noFacts, one } from './facts.ts';
import { type Condition, knowing, type Look, needed, type Sight, values } from './look.ts';
import { pathOf } from './paths.ts';
import { any, type ListType, type Literal, nearest, type ScalarType, type Type } from './type.ts';

const open: Condition = { yes: noFacts, no: noFacts };

/** A condition: what follows if it is true or false, whether it can be both. */
export function conditionOf(look: Look, node: SyntaxNode, sight: Sight): Condition {
  switch (node.name) {
    // of one part: as that turns out
    case 'ParenthesizedExpression':
    case 'Conjunction':
      return every(look, node, sight, false);
    case 'Disjunction':
      return every(look, node, sight, true);
    case 'Comparison':
      return comparison(look, node, sight);
    case 'BooleanLiteral':
      return { ...open, always: look.text(node) === 'true' };
    case 'FunctionInvocation':
      if (node.children[0] && look.text(node.children[0]) === 'not') return negated(look, node, sight);
      break;
    default:
  }
  const type = needed(look, node, sight);
  if (!/^(boolean|any|null)$/.test(type.kind))
    look.find('notCondition', node, { what: look.text(node), type: type.kind });
  const path = pathOf(look, node);
  if (path !== undefined && type.kind === 'boolean')
    return { yes: fact(path, { values: [true] }), no: fact(path, { values: [false] }), ...alwaysOf(type) };
  return contained(look, node, sight) ?? open;
}

const alwaysOf = (type: ScalarType): { always?: boolean } =>
  type.values?.length === 1 ? { always: type.values[0] === true } : {};

/** `and`, or `or` where `any`: the second is only asked if the first did not decide. */
function every(look: Look, node: SyntaxNode, sight: Sight, any: boolean): Condition {
  let decided: boolean | undefined = !any;
  let here = sight;
  let on: Facts = noFacts;
  const outs: Facts[] = [];
  for (const part of values(node)) {
    const { yes, no, always } = look.condition(part, here);
    const [goes, stops] = any ? [no, yes] : [yes, no];
    outs.push(both(on, stops));
    on = both(on, goes);
    here = knowing(look, here, goes);
    if (decided === !any) decided = always === any ? any : always === !any ? decided : undefined;
    else if (always === any) decided = any;
  }
  const out = outs.reduce(one);
  const facts = any ? { yes: out, no: on } : { yes: on, no: out };
  return { ...facts, ...(decided === undefined ? {} : { always: decided }) };
}

function negated(look: Look, node: SyntaxNode, sight: Sight): Condition {
  const [inner, ...more] = argumentsOf(node);
  if (!inner || more.length) {
    look.type(node, sight);
    return open;
  }
  const { yes, no, always } = look.condition(inner, sight);
  return { yes: no, no: yes, ...(always === undefined ? {} : { always: !always }) };
}

const isLiteral = (node: SyntaxNode) => /^(String|Numeric|Boolean)Literal$/.test(node.name);
/** What a function is given by place; nothing where it is given by names. */
const argumentsOf = ({ children }: SyntaxNode): SyntaxNode[] =>
  children.filter((c) => c.name === 'PositionalParameters').flatMap(values);

/** `list contains(["a", "b"], x)` says what x is. */
function contained(look: Look, node: SyntaxNode, sight: Sight): Condition | undefined {
  if (node.name !== 'FunctionInvocation' || !node.children[0]) return undefined;
  const [name] = node.children;
  if (look.text(name) !== 'list contains') return undefined;
  const [list, item] = argumentsOf(node);
  const path = item && pathOf(look, item);
  // only what is written out says something; what is nested was looked at already
  if (list?.name !== 'List' || path === undefined || !values(list).every(isLiteral)) return undefined;
  const { of } = look.type(list, sight) as ListType;
  const among = (of as ScalarType).values;
  return among ? { yes: fact(path, { values: among }), no: fact(path, { not: among }) } : undefined;
}

function comparison(look: Look, node: SyntaxNode, sight: Sight): Condition {
  const sign = node.children.find((c) => c.name === 'CompareOp');
  const [left, right] = values(node);
  if (!sign || !left || !right) return among(look, node, sight);
  const op = look.text(sign);
  const againstNull = left.name === 'null' || right.name === 'null';
  if ((op === '=' || op === '!=') && againstNull)
    return withNull(look, left.name === 'null' ? right : left, op, sight);
  const isEquality = op === '=' || op === '!=';
  const read = (side: SyntaxNode) => (isEquality ? look.type(side, sight) : needed(look, side, sight));
  const [a, b] = [read(left), read(right)];
  if (!fits(look, node, [left, a], [right, b], isEquality)) return open;
  if (!isEquality) return { yes: both(there(look, left), there(look, right)), no: noFacts };
  return equality(look, [left, a], [right, b], op === '=');
}

const there = (look: Look, node: SyntaxNode): Facts => {
  const path = pathOf(look, node);
  return path === undefined ? noFacts : fact(path, { present: true });
};

function withNull(look: Look, node: SyntaxNode, op: string, sight: Sight): Condition {
  const type = look.type(node, { ...sight, quiet: true });
  const path = pathOf(look, node);
  const [is, not]: [Facts, Facts] =
    path === undefined ? [noFacts, noFacts] : [fact(path, { absent: true }), fact(path, { present: true })];
  const always =
    type.kind === 'null' ? true : type.empty ? undefined : type.kind === 'any' ? undefined : false;
  const answer = { ...(always === undefined ? {} : { always: op === '=' ? always : !always }) };
  return op === '=' ? { yes: is, no: not, ...answer } : { yes: not, no: is, ...answer };
}

type Side = readonly [SyntaxNode, Type];

/** Whether two sides can be compared at all. */
function fits(look: Look, node: SyntaxNode, [left, a]: Side, [right, b]: Side, isEquality: boolean): boolean {
  if (/^(any|null)$/.test(a.kind) || /^(any|null)$/.test(b.kind)) return true;
  if (a.kind !== b.kind || a.kind === 'mixed') {
    const holes = { left: look.text(left), right: look.text(right), leftType: a.kind, rightType: b.kind };
    const wrap = asDay([left, a], b) ?? asDay([right, b], a);
    look.find('unlikeTypes', wrap ?? node, holes, wrap && `date(${look.text(wrap)})`);
    return false;
  }
  if (isEquality && a.kind === 'list') {
    look.find('listsCompared', node, { what: look.text(left) });
    return false;
  }
  if (!isEquality && /^(list|context|boolean|range|function)$/.test(a.kind)) {
    look.find('noOrder', node, { what: look.text(left), type: a.kind });
    return false;
  }
  return true;
}

/** The side that is a day as text where the other is a day: `date()` around it mends. */
const asDay = ([node, type]: Side, other: Type): SyntaxNode | undefined =>
  type.kind === 'string' && type.format === 'date' && other.kind === 'date' ? node : undefined;

function equality(look: Look, left: Side, right: Side, equal: boolean): Condition {
  const [a, b] = [left[1] as ScalarType, right[1] as ScalarType];
  const sorted = right[0].name.endsWith('Literal') ? [left, right] : [right, left];
  const [it, literal] = sorted as [Side, Side];
  const path = pathOf(look, it[0]);
  const given = (literal[1] as ScalarType).values;
  const value = literal[0].name.endsWith('Literal') && given?.length === 1 ? given[0] : undefined;
  let always: boolean | undefined;
  if (a.values && b.values) {
    if (!a.values.some((v) => b.values?.includes(v))) always = a.empty && b.empty ? undefined : !equal;
    else if (a.values.length === 1 && b.values.length === 1 && !a.empty && !b.empty) always = equal;
  }
  const among = (it[1] as ScalarType).values;
  if (value !== undefined && among && always === !equal) neverEqual(look, it[0], literal[0], value, among);
  if (path === undefined || value === undefined)
    return { ...open, ...(always === undefined ? {} : { always }) };
  const [is, not]: [Fact, Fact] = [{ values: [value], present: true }, { not: [value] }];
  const answer = always === undefined ? {} : { always };
  return equal
    ? { yes: fact(path, is), no: fact(path, not), ...answer }
    : { yes: fact(path, not), no: fact(path, is), ...answer };
}

/** A value that is not among those that the schema has: a slip of the pen, most of all. */
function neverEqual(
  look: Look,
  node: SyntaxNode,
  literal: SyntaxNode,
  value: Literal,
  among: readonly Literal[],
): void {
  const near = typeof value === 'string' ? nearest(value, among.map(String)) : undefined;
  const holes = { what: look.text(node), value: String(value), known: among.map(String).join(', ') || '—' };
  look.find('neverEqual', literal, holes, near === undefined ? undefined : JSON.stringify(near));
}

/** `between` and `in`. */
function among(look: Look, node: SyntaxNode, sight: Sight): Condition {
  const [it, ...others] = values(node);
  if (!it) return open;
  const type = needed(look, it, sight);
  if (node.children.some((c) => c.name === 'between')) {
    for (const bound of others) fits(look, node, [it, type], [bound, needed(look, bound, sight)], false);
    return { yes: there(look, it), no: noFacts };
  }
  const found: (readonly Literal[] | undefined)[] = others.flatMap((o) => tests(look, o, [it, type], sight));
  const path = pathOf(look, it);
  const listed = found.filter((v) => v !== undefined);
  if (path === undefined || found.length === 0 || listed.length < found.length) return open;
  const all = listed.flat();
  return { yes: fact(path, { values: all, present: true }), no: fact(path, { not: all }) };
}

/** The tests after `in`; the values that pass, where they can be listed. */
function tests(look: Look, node: SyntaxNode, it: Side, sight: Sight): (readonly Literal[] | undefined)[] {
  const inner = values(node);
  switch (node.name) {
    case 'PositiveUnaryTests':
      return inner.flatMap((one) => tests(look, one, it, sight));
    case 'PositiveUnaryTest':
    case 'SimplePositiveUnaryTest':
      if (node.children.some((c) => c.name === 'CompareOp')) {
        for (const one of inner) fits(look, node, it, [one, needed(look, one, sight)], false);
        return [undefined];
      }
      return inner.flatMap((one) => tests(look, one, it, sight));
    case 'Interval':
      for (const one of inner) fits(look, node, it, [one, needed(look, one, sight)], false);
      return [undefined];
    default: {
      const type = look.type(node, sight);
      const item = type.kind === 'list' && it[1].kind !== 'list' ? type.of : type;
      if (!fits(look, node, it, [node, item.kind === 'range' ? any : item], true)) return [undefined];
      return [(item as ScalarType).values];
    }
  }
}
