import { contractOf } from '#core/definition/contract.ts';
import { OPTION_VALUES } from '#core/definition/option-values.ts';
import type { Connector, Registry } from '#core/definition/types.ts';
import { type Json, objectOf } from '../commands/json.ts';

type Asked = {
  readonly connectors: { [id: string]: Connector };
  readonly registries: { [id: string]: Registry };
};

/** A list that the answer of a lookup holds: where it is, and the expression that makes choices of it. */
export type AnswerList = { readonly path: string; readonly choices: string };

/** The lists in what the lookups of a form answer, as their connectors describe it. */
export function answerLists(lookups: Json, library: Asked): AnswerList[] {
  return Object.entries(objectOf(lookups)).flatMap(([name, given]) => {
    const { connector, operation, as = name } = objectOf(given);
    const use = {
      connector: String(connector),
      ...(operation === undefined ? {} : { operation: String(operation) }),
    };
    const output = contractOf(library, use).output as Json | undefined;
    return listsIn(output, String(as), 0);
  });
}

/** Deeper than this nobody looks for a list. */
const DEEPEST = 3;

function listsIn(given: Json | undefined, path: string, depth: number): AnswerList[] {
  const schema = objectOf(given);
  if (schema.type === 'array') return [{ path, choices: choicesOf(objectOf(schema.items), path) }];
  if (depth >= DEEPEST) return [];
  return Object.entries(objectOf(schema.properties)).flatMap(([name, inner]) =>
    listsIn(inner, `${path}.${name}`, depth + 1),
  );
}

/** Of records: what they are known by and what they are called, nothing else of them. */
function choicesOf(items: { readonly [name: string]: Json }, path: string): string {
  const names = Object.keys(objectOf(items.properties));
  if (names.length === 0) return path;
  const value =
    OPTION_VALUES.find((one) => names.includes(one)) ??
    names.find((one) => /id$/i.test(one)) ??
    names[0] ??
    '';
  const title =
    ['title', 'name'].find((one) => names.includes(one)) ?? names.find((one) => one !== value) ?? value;
  return `for r in ${path} return { value: r.${value}, title: r.${title} }`;
}
