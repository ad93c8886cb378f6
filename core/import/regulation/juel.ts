import { type Expression, type Node, parse } from 'acorn';

/** Where what was entered in a form of the process is: `form` for the application, the state's name for a task. */
export type Entered = (task: string) => string | undefined;

class Unread extends Error {}

/** JUEL's words and the signs that JavaScript has for them. */
const signs = new Map([
  ['and', '&&'],
  ['or', '||'],
  ['not', '!'],
  ['eq', '=='],
  ['ne', '!='],
]);
const readers = new Set(['value', 'stringValue', 'boolValue', 'numberValue']);

/**
 * A condition of the process as FEEL; undefined where it asks anything but what was entered in the forms. JUEL's words are
 * written as JavaScript's signs and parsed; nothing is run.
 */
export function feelOfJuel(source: string, entered: Entered): string | undefined {
  const body = /^[$#]\{([\s\S]*)\}$/.exec(source.trim())?.[1] ?? source;
  // within a text they are no words of the language
  const script = body.replace(
    /"[^"]*"|'[^']*'|\b(?:and|or|not|eq|ne)\b/g,
    (found) => signs.get(found) ?? found,
  );
  try {
    const [statement, more] = parse(script, { ecmaVersion: 2022 }).body;
    if (more || statement?.type !== 'ExpressionStatement') return undefined;
    return condition(statement.expression, entered);
  } catch (error) {
    if (error instanceof Unread || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A value of the process as FEEL: something entered in a form. */
export function valueOfJuel(source: string, entered: Entered): string | undefined {
  const body = /^[$#]\{([\s\S]*)\}$/.exec(source.trim())?.[1];
  if (body === undefined) return undefined;
  try {
    const [statement, more] = parse(body, { ecmaVersion: 2022 }).body;
    if (more || statement?.type !== 'ExpressionStatement') return undefined;
    return path(statement.expression, entered);
  } catch (error) {
    if (error instanceof Unread || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function condition(node: Node, entered: Entered): string {
  const one = node as Expression;
  if (one.type === 'LogicalExpression' && one.operator !== '??')
    return `(${condition(one.left, entered)} ${one.operator === '&&' ? 'and' : 'or'} ${condition(one.right, entered)})`;
  if (one.type === 'UnaryExpression' && one.operator === '!') {
    const inner = condition(one.argument, entered);
    return / = true$/.test(inner) ? inner.replace(/ = true$/, ' != true') : `not(${inner})`;
  }
  if (one.type === 'BinaryExpression') {
    const sign = { '==': '=', '===': '=', '!=': '!=', '!==': '!=' }[one.operator as string];
    if (sign === undefined) throw new Unread();
    return `${path(one.left, entered)} ${sign} ${literal(one.right)}`;
  }
  // x.equals("…")
  if (
    one.type === 'CallExpression' &&
    one.callee.type === 'MemberExpression' &&
    named(one.callee.property) === 'equals' &&
    one.arguments[0]
  )
    return `${path(one.callee.object, entered)} = ${literal(one.arguments[0])}`;
  return `${path(one, entered)} = true`;
}

function literal(node: Node): string {
  const one = node as Expression;
  if (one.type !== 'Literal') throw new Unread();
  if (one.value === null) return 'null';
  return typeof one.value === 'string' ? JSON.stringify(one.value) : String(one.value);
}

const named = (node: Node): string | undefined => {
  const one = node as Expression;
  return one.type === 'Identifier' ? one.name : undefined;
};

/** `submission('task').formData.prop('a').prop('b').value()` as `task.a.b`. */
function path(node: Node, entered: Entered): string {
  const one = node as Expression;
  if (one.type === 'CallExpression' && one.callee.type === 'MemberExpression') {
    const method = named(one.callee.property) ?? '';
    if (readers.has(method)) return path(one.callee.object, entered);
    const [argument] = one.arguments;
    if (method !== 'prop' || argument?.type !== 'Literal' || typeof argument.value !== 'string')
      throw new Unread();
    return `${path(one.callee.object, entered)}.${argument.value}`;
  }
  if (one.type === 'MemberExpression' && named(one.property) === 'formData') {
    const call = one.object;
    const [task] = call.type === 'CallExpression' ? call.arguments : [];
    const isSubmission = call.type === 'CallExpression' && named(call.callee) === 'submission';
    if (!isSubmission || task?.type !== 'Literal' || typeof task.value !== 'string') throw new Unread();
    const place = entered(task.value);
    if (place === undefined) throw new Unread();
    return place;
  }
  throw new Unread();
}
