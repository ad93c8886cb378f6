import { type Expression, type Node, type Program, parse } from 'acorn';
import { type Comparison, type Logic, type Operand, ROW_OF, type Script } from './logic.ts';

/** It is JavaScript, but does more than compare: it is shown and left. */
class Unread extends Error {}

type Names = ReadonlyMap<string, Expression | readonly string[]>;

const comparisons: { readonly [operator: string]: Comparison } = {
  ...{ '===': '=', '==': '=', '!==': '!=', '!=': '!=' },
  ...{ '<': '<', '<=': '<=', '>': '>', '>=': '>=' },
};

/** The sources of what was entered, in form.io's scripts. */
const ROOTS: readonly string[] = ['data', 'row', 'input', 'value'];

/**
 * A script of form.io that sets `target` (`show = …`, `valid = …`) as a condition; undefined where it does more than compare
 * what was entered. It is parsed, never run.
 */
export function readScript(source: string, target: string): Script | undefined {
  let program: Program;
  try {
    program = parse(source, { ecmaVersion: 2022, allowReturnOutsideFunction: true });
  } catch {
    return undefined;
  }
  const reading = new Reading(target);
  try {
    return reading.script(program);
  } catch (error) {
    if (error instanceof Unread) return undefined;
    throw error;
  }
}

class Reading {
  readonly #target: string;
  #simple = true;

  constructor(target: string) {
    this.#target = target;
  }

  script(program: Program): Script {
    const names = new Map<string, Expression | readonly string[]>();
    const statements = program.body.filter(({ type }) => type !== 'EmptyStatement');
    const last = statements.pop();
    for (const statement of statements) {
      if (statement.type !== 'VariableDeclaration') throw new Unread();
      this.#simple = false;
      for (const { id, init } of statement.declarations) {
        if (id.type !== 'Identifier' || !init) throw new Unread();
        names.set(id.name, init);
      }
    }
    let value = this.#value(last);
    let otherwise: string | undefined;
    // valid = condition ? true : "what is wrong"
    if (
      this.#target === 'valid' &&
      value.type === 'ConditionalExpression' &&
      value.consequent.type === 'Literal' &&
      value.consequent.value === true &&
      value.alternate.type === 'Literal' &&
      typeof value.alternate.value === 'string'
    ) {
      otherwise = value.alternate.value;
      value = value.test;
    }
    const logic = this.#logic(value, names);
    return { logic, simple: this.#simple, ...(otherwise === undefined ? {} : { otherwise }) };
  }

  #value(statement: Node | undefined): Expression {
    const one = statement as Program['body'][number] | undefined;
    if (one?.type === 'ReturnStatement' && one.argument) return one.argument;
    if (one?.type === 'VariableDeclaration') {
      const [first, more] = one.declarations;
      if (!more && first?.id.type === 'Identifier' && first.id.name === this.#target && first.init)
        return first.init;
    }
    if (one?.type !== 'ExpressionStatement') throw new Unread();
    const { expression } = one;
    if (expression.type !== 'AssignmentExpression') return expression;
    const { left, operator, right } = expression;
    if (operator !== '=' || left.type !== 'Identifier' || left.name !== this.#target) throw new Unread();
    return right;
  }

  #logic(node: Node, names: Names): Logic {
    const one = node as Expression;
    switch (one.type) {
      case 'LogicalExpression': {
        if (one.operator === '??') throw new Unread();
        const parts = [this.#logic(one.left, names), this.#logic(one.right, names)];
        return one.operator === '&&' ? { all: parts } : { any: parts };
      }
      case 'UnaryExpression':
        if (one.operator !== '!') throw new Unread();
        return { not: this.#logic(one.argument, names) };
      case 'BinaryExpression': {
        const compare = comparisons[one.operator];
        if (!compare) throw new Unread();
        return { compare, left: this.#operand(one.left, names), right: this.#operand(one.right, names) };
      }
      case 'ConditionalExpression': {
        const test = this.#logic(one.test, names);
        const yes = this.#logic(one.consequent, names);
        const no = this.#logic(one.alternate, names);
        return { any: [{ all: [test, yes] }, { all: [{ not: test }, no] }] };
      }
      case 'CallExpression':
        return this.#call(one, names);
      case 'Literal':
        if (typeof one.value === 'boolean') return one.value ? { all: [] } : { any: [] };
        throw new Unread();
      case 'Identifier': {
        const known = names.get(one.name);
        if (known && !isPath(known)) return this.#logic(known, names);
        return { truthy: this.#operand(one, names) };
      }
      default:
        return { truthy: this.#operand(one, names) };
    }
  }

  /** `x.includes(y)` and `_.includes(x, y)`; `x.some(row => …)` and `_.some(x, row => …)`. Nothing else may be called. */
  #call(node: Extract<Expression, { type: 'CallExpression' }>, names: Names): Logic {
    const { callee } = node;
    if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
      throw new Unread();
    const lodash = callee.object.type === 'Identifier' && ['_', 'lodash'].includes(callee.object.name);
    const [list, given] = lodash ? node.arguments : [callee.object, node.arguments[0]];
    if (!list || !given || node.arguments.length !== (lodash ? 2 : 1)) throw new Unread();
    if (callee.property.name === 'includes') {
      this.#simple &&= !lodash;
      const literal = list.type === 'ArrayExpression' ? list.elements : undefined;
      // ["a", "b"].includes(data.x)
      if (literal)
        return {
          any: literal.map((element): Logic => {
            if (!element) throw new Unread();
            return { compare: '=', left: this.#operand(given, names), right: this.#operand(element, names) };
          }),
        };
      return { includes: this.#operand(list, names), value: this.#operand(given, names) };
    }
    if (callee.property.name !== 'some' || given.type !== 'ArrowFunctionExpression') throw new Unread();
    this.#simple = false;
    const [parameter, more] = given.params;
    if (parameter?.type !== 'Identifier' || more) throw new Unread();
    const body = given.body.type === 'BlockStatement' ? returned(given.body.body) : given.body;
    const inner = new Map(names).set(parameter.name, [ROW_OF]);
    return { some: this.#operand(list, names), row: this.#logic(body, inner) };
  }

  #operand(node: Node, names: Names): Operand {
    const one = node as Expression;
    if (one.type === 'Literal' && !('regex' in one && one.regex) && !('bigint' in one && one.bigint))
      return { constant: one.value as string | number | boolean | null };
    if (one.type === 'UnaryExpression' && one.operator === '-') {
      const inner = this.#operand(one.argument, names);
      if ('constant' in inner && typeof inner.constant === 'number') return { constant: -inner.constant };
    }
    if (one.type === 'Identifier' && one.name === 'undefined') return { constant: undefined };
    return { path: this.#path(one, names) };
  }

  #path(node: Node, names: Names): string[] {
    const one = node as Expression;
    if (one.type === 'ChainExpression') return this.#path(one.expression, names);
    if (one.type === 'Identifier') {
      const known = names.get(one.name);
      if (known !== undefined) return isPath(known) ? [...known] : this.#path(known, names);
      if (ROOTS.includes(one.name)) return [one.name];
      throw new Unread();
    }
    if (one.type !== 'MemberExpression') throw new Unread();
    const step =
      !one.computed && one.property.type === 'Identifier'
        ? one.property.name
        : one.property.type === 'Literal' && typeof one.property.value === 'string'
          ? one.property.value
          : undefined;
    if (step === undefined) throw new Unread();
    return [...this.#path(one.object, names), step];
  }
}

const isPath = (known: Expression | readonly string[]): known is readonly string[] => Array.isArray(known);

function returned(body: readonly Node[]): Expression {
  const [only, more] = body as Program['body'];
  if (more || only?.type !== 'ReturnStatement' || !only.argument) throw new Unread();
  return only.argument;
}
