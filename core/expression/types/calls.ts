import { evaluate } from 'feelin';
import { builtins, ours, patterned } from '../builtins.ts';
import type { SyntaxNode } from '../tree.ts';
import { without } from './facts.ts';
import { type Signature, signatures, wantsEveryItem } from './functions.ts';
import { type Look, needed, type Sight, values } from './look.ts';
import { any, day, type Literal, nearest, type Parameter, type Type } from './type.ts';

/** An argument and the parameter that it is for. */
type Pair = readonly [argument: SyntaxNode, parameter: Parameter];

/** A call of a function: that it exists, takes so many, takes such. */
export function callOf(look: Look, node: SyntaxNode, sight: Sight): Type {
  const [named, ...rest] = node.children;
  if (!named) return any;
  const name = look.text(named);
  const positional = rest.filter((c) => c.name === 'PositionalParameters').flatMap(values);
  const byName = rest.filter((c) => c.name === 'NamedParameters').flatMap(values);
  const signature = signatureOf(look, node, name, sight);
  if (!signature) {
    for (const one of [...positional, ...byName.flatMap(values).filter((c) => c.name !== 'ParameterName')])
      look.type(one, sight);
    return any;
  }
  const pairs = byName.length
    ? namedPairs(look, byName, name, signature)
    : inPlace(look, node, name, positional, signature);
  const given: Type[] = [];
  for (const [argument, parameter] of pairs)
    given.push(argumentOf(look, argument, parameter, name, given[0], sight));
  const pattern = pairs[patterned.get(name) ?? -1]?.[0];
  if (pattern?.name === 'StringLiteral') look.pattern(pattern);
  ofList(look, node, name, signature, pairs, given);
  if (named.name === 'DateTimeConstructor' || name === 'number') literal(look, node, positional);
  readAs(look, name, pairs, given);
  return typeof signature.result === 'function' ? signature.result(given) : signature.result;
}

function signatureOf(look: Look, node: SyntaxNode, name: string, sight: Sight): Signature | undefined {
  const [named] = node.children;
  const own = sight.names.get(name);
  if (own?.kind === 'function') return own;
  if (!named || !/^(VariableName|SpecialFunctionName|DateTimeConstructor)$/.test(named.name))
    return undefined;
  if (name === 'today' || name === 'now') {
    look.find('feelClock', node, { name }, name);
    return undefined;
  }
  const known = builtins.has(name) || ours.has(name);
  if (known && (name !== 'money' || look.inText)) return signatures.get(name);
  if (known) look.find('onlyInTexts', named, { name });
  else {
    const near = nearest(name, [...builtins, ...ours]);
    look.find('unknownFunction', named, { name, near: near ?? 'count, sum, total, string, date…' }, near);
  }
  return undefined;
}

function inPlace(
  look: Look,
  node: SyntaxNode,
  name: string,
  given: SyntaxNode[],
  signature: Signature,
): Pair[] {
  const { parameters, rest } = signature;
  const least = parameters.filter((p) => !p.optional).length;
  const most = rest ? Number.POSITIVE_INFINITY : parameters.length;
  if (given.length < least || given.length > most) {
    const wants = rest ? `${least}…` : least === most ? String(least) : `${least}–${most}`;
    const names = parameters.map((p) => (p.optional ? `[${p.name}]` : p.name)).join(', ');
    look.find('wrongArity', node, { name, wants, given: String(given.length), call: `${name}(${names})` });
  }
  return given.flatMap((argument, n): Pair[] => {
    const parameter = parameters[n] ?? (rest ? parameters.at(-1) : undefined);
    return parameter ? [[argument, parameter]] : [];
  });
}

function namedPairs(look: Look, given: SyntaxNode[], name: string, signature: Signature): Pair[] {
  const known = signature.parameters.map((p) => p.name);
  return given.flatMap((one): Pair[] => {
    const [key, argument] = values(one);
    const word = key ? look.text(key) : '';
    const parameter = signature.parameters.find((p) => p.name === word);
    if (parameter && argument) return [[argument, parameter]];
    if (key)
      look.find(
        'unknownArgument',
        key,
        { name, argument: word, known: known.join(', ') },
        nearest(word, known),
      );
    return [];
  });
}

function argumentOf(
  look: Look,
  argument: SyntaxNode,
  parameter: Parameter,
  name: string,
  first: Type | undefined,
  sight: Sight,
): Type {
  if (argument.name === 'FunctionDefinition') return ownFunction(look, argument, first, sight);
  const type = parameter.empty ? look.type(argument, sight) : needed(look, argument, sight);
  if (parameter.kinds && !/^(any|null)$/.test(type.kind) && !parameter.kinds.includes(type.kind)) {
    const wants = parameter.kinds;
    const isDay = type.kind === 'string' && type.format === day.format && wants.includes('date');
    const holes = {
      name,
      parameter: parameter.name,
      wants: wants[0] ?? 'any',
      given: type.kind,
      what: look.text(argument),
    };
    look.find('wrongArgument', argument, holes, isDay ? `date(${look.text(argument)})` : undefined);
  }
  return type;
}

/** The function that `sort` is given: its parameters are items of the list. */
function ownFunction(look: Look, node: SyntaxNode, first: Type | undefined, sight: Sight): Type {
  const item = first?.kind === 'list' ? first.of : any;
  const parameters = node.children
    .filter((c) => c.name === 'FormalParameters')
    .flatMap(values)
    .map(look.text);
  const names = new Map([...sight.names, ...parameters.map((p): [string, Type] => [p, item])]);
  const [body] = node.children.filter((c) => c.name === 'FunctionBody').flatMap(values);
  if (body) look.condition(body, { names, facts: without(sight.facts, parameters) });
  return { kind: 'function', parameters: [], result: any };
}

/** What can be said only of all arguments: lists that have no items, or items that are absent. */
function ofList(
  look: Look,
  node: SyntaxNode,
  name: string,
  signature: Signature,
  pairs: Pair[],
  [first]: readonly Type[],
): void {
  const [pair] = pairs;
  if (!pair || pairs.length !== 1 || first?.kind !== 'list') return;
  const what = look.text(pair[0]);
  if (wantsEveryItem.has(name)) {
    if (look.strict && first.of.empty) look.find('mayBeEmpty', pair[0], { what });
    if (!/^(number|any)$/.test(first.of.kind)) {
      const holes = { name, parameter: 'list', wants: 'number', given: first.of.kind, what };
      look.find('wrongArgument', pair[0], holes);
    }
  }
  if (!signature.needsItems || first.some || !look.strict) return;
  const instead = name === 'sum' ? `total(${what})` : undefined;
  look.find('listMayBeEmpty', node, { what, name }, instead);
}

/** Which texts a function can surely read, by what the schema says of them. */
const readable: { readonly [name: string]: readonly string[] } = {
  date: ['date'],
  'date and time': ['date', 'date-time'],
  time: ['time', 'date-time'],
  duration: ['duration'],
  number: ['digits'],
};

/** A text of the data that is made a day, a time, a number: the schema must say that it is one. */
function readAs(look: Look, name: string, pairs: readonly Pair[], [given]: readonly Type[]): void {
  const formats = readable[name];
  const node = pairs[0]?.[0];
  if (!formats || !node || pairs.length !== 1 || given?.kind !== 'string') return;
  // what an expression puts together itself it answers for itself
  if (/^(ArithmeticExpression|FunctionInvocation|StringLiteral)$/.test(node.name)) return;
  if (given.format !== undefined && formats.includes(given.format)) return;
  if (given.values?.length && given.values.every((value) => isRead(name, value))) return;
  const what = look.text(node);
  if (name === 'date' && given.format === 'date-time') {
    // a moment becomes a day by way of what it is
    const holes = { name, parameter: 'from', wants: 'date', given: 'date and time', what };
    look.find('wrongArgument', node, holes, `date and time(${what})`);
  } else look.find('anyText', node, { what, name });
}

const isRead = (name: string, value: Literal): boolean => isThere(`${name}(${JSON.stringify(value)})`);

/** Whether something comes of a call; of years before our era nothing does. */
function isThere(call: string): boolean {
  try {
    return (evaluate(call, {}).value ?? null) !== null;
  } catch {
    return false;
  }
}

/** A day, time or duration written out must be one. */
export function literal(look: Look, node: SyntaxNode, written: readonly SyntaxNode[]): void {
  if (written.length === 0 || !written.every((w) => /^(String|Numeric)Literal$/.test(w.name))) return;
  if (!isThere(look.source.slice(node.from, node.to)))
    look.find('badLiteral', node, { what: look.text(node) });
}
