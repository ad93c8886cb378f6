import type { SyntaxNode } from '../tree.ts';
import { narrowed } from './facts.ts';
import { type Look, type Sight, values } from './look.ts';
import { any, day, list, nearest, orEmpty, scalar, type Type, unknown } from './type.ts';

/** The dotted path that a node is, if it is one: `form.person.name`. */
export function pathOf(look: Look, node: SyntaxNode): string | undefined {
  if (node.name === 'ParenthesizedExpression') {
    const [inner] = values(node);
    return inner && pathOf(look, inner);
  }
  if (node.name === 'VariableName') return look.text(node);
  if (node.name !== 'PathExpression') return undefined;
  const [base, name] = values(node);
  const path = base && pathOf(look, base);
  return path !== undefined && name ? `${path}.${look.text(name)}` : undefined;
}

const most = 20;
/** Names as a hint lists them. */
export const listing = (names: readonly string[]): string =>
  names.length > most ? `${names.slice(0, most).join(', ')}…` : names.join(', ') || '—';

export function typeOfName(look: Look, node: SyntaxNode, sight: Sight): Type {
  const name = look.text(node);
  const type = sight.names.get(name);
  if (type) return narrowed(type, name, sight.facts);
  const known = [...sight.names.keys()];
  look.find('unknownName', node, { name, known: listing(known) }, nearest(name, known));
  return any;
}

/** What days, times and durations consist of. */
const parts: { readonly [kind: string]: readonly string[] } = {
  date: ['year', 'month', 'day', 'weekday'],
  'date and time': ['year', 'month', 'day', 'weekday', 'hour', 'minute', 'second', 'time offset', 'timezone'],
  time: ['hour', 'minute', 'second', 'time offset', 'timezone'],
  duration: ['years', 'months', 'days', 'hours', 'minutes', 'seconds'],
  range: ['start', 'end', 'start included', 'end included'],
};

export function typeOfPath(look: Look, node: SyntaxNode, sight: Sight): Type {
  const [base, name] = values(node);
  if (!base || !name) return any;
  const of = look.type(base, sight);
  const path = pathOf(look, node);
  const known = path === undefined ? undefined : sight.facts.get(path);
  if (of.empty && !known?.present && !sight.quiet)
    if (look.strict) look.find('mayBeEmpty', base, { what: look.text(base) });
  const type = field(look, of, base, name);
  const whole = narrowed(type, path, sight.facts);
  return of.empty && !known?.present && sight.quiet ? orEmpty(whole) : whole;
}

function field(look: Look, of: Type, base: SyntaxNode, name: SyntaxNode): Type {
  const word = look.text(name);
  switch (of.kind) {
    case 'any':
      // of what nothing is known its fields may be anything too
      return of.empty ? unknown : any;
    case 'null':
      return unknown;
    case 'list':
      return { ...list(field(look, of.of, base, name)), ...(of.some ? { some: true } : {}) };
    case 'context': {
      if (Object.hasOwn(of.fields, word)) return of.fields[word] ?? any;
      if (of.open) return unknown;
      const known = Object.keys(of.fields);
      const holes = { name: word, of: look.text(base), known: listing(known) };
      look.find('unknownFieldOf', name, holes, nearest(word, known));
      return any;
    }
    default: {
      const own = parts[of.kind];
      if (own?.includes(word)) return of.kind === 'range' ? any : scalar('number');
      look.find('noFields', name, {
        what: look.text(base),
        type: of.kind,
        name: word,
        format: of.kind === 'string' && of.format === day.format ? 'date' : '',
      });
      return any;
    }
  }
}
