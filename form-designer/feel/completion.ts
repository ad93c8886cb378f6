import { signatures } from '#core/expression/types/functions.ts';
import { present, type Type } from '#core/expression/types/index.ts';
import { functionWords } from './function-words.ts';
import { typeWords } from './type-words.ts';

type Names = { readonly [name: string]: Type };
type Language = 'uk' | 'en';

/** Something to be put in: what is shown, what is said of it. */
export interface Offer {
  readonly label: string;
  readonly kind: 'name' | 'function' | 'keyword' | 'value';
  readonly detail: string;
  readonly info?: string | undefined;
}
/** What is offered, in the place of what stands from `from` to the cursor. */
export interface Offers {
  readonly from: number;
  readonly offers: readonly Offer[];
}

export interface Offering {
  readonly names: Names;
  readonly language: Language;
  /** What a path means, in the analyst's words: the label of a field. */
  readonly meaning: (path: string) => string | undefined;
}

const keywords: readonly (readonly [word: string, uk: string, en: string])[] = [
  ['if', 'якщо … then … else …', 'if … then … else …'],
  ['then', 'то', 'then'],
  ['else', 'інакше', 'else'],
  ['and', 'обидва', 'both'],
  ['or', 'хоча б одне', 'at least one'],
  ['for', 'для кожного: for x in список return …', 'for each: for x in list return …'],
  ['in', 'серед', 'among'],
  ['return', 'дає', 'gives'],
  ['some', 'хоча б один: some x in список satisfies …', 'at least one: some x in list satisfies …'],
  ['every', 'кожен: every x in список satisfies …', 'every one: every x in list satisfies …'],
  ['satisfies', 'такий, що', 'such that'],
  ['between', 'між: x between 1 and 5', 'between: x between 1 and 5'],
  ['true', 'так', 'true'],
  ['false', 'ні', 'false'],
  ['null', 'порожньо', 'nothing'],
];

/** What a path leads to; of a list the fields of its items. */
function typeAt(names: Names, path: readonly string[]): Type | undefined {
  let fields: Names | undefined = names;
  let found: Type | undefined;
  for (const step of path) {
    found = fields && Object.hasOwn(fields, step) ? fields[step] : undefined;
    fields = found && fieldsOf(found);
  }
  return found;
}

function fieldsOf(type: Type): Names | undefined {
  const whole = present(type);
  if (whole.kind === 'list') return fieldsOf(whole.of);
  return whole.kind === 'context' ? whole.fields : undefined;
}

/** Names of loops: `for child in form.children`. What it is one of, they are. */
function withLoops(source: string, names: Names): Names {
  const found = { ...names };
  for (const [, name = '', path = ''] of source.matchAll(
    /\b(?:for|some|every)\s+([A-Za-z_]\w*)\s+in\s+([\w.]+)/g,
  )) {
    const type = typeAt(found, path.split('.'));
    if (type) found[name] = type.kind === 'list' ? type.of : type;
  }
  return found;
}

/** Inside `list[…]` the fields of its items are names too. */
function withFilter(before: string, names: Names): Names {
  let depth = 0;
  for (let n = before.length - 1; n >= 0; n -= 1) {
    if (before[n] === ']') depth += 1;
    if (before[n] !== '[') continue;
    if (depth > 0) depth -= 1;
    else {
      const path = /[\w.]+$/.exec(before.slice(0, n))?.[0];
      const type = path === undefined ? undefined : typeAt(names, path.split('.'));
      return type
        ? { ...names, ...fieldsOf(type), ...(type.kind === 'list' ? { item: type.of } : {}) }
        : names;
    }
  }
  return names;
}

const inText = (before: string): boolean => (before.match(/"/g)?.length ?? 0) % 2 === 1;

const argumentsOf = (name: string): string => {
  const { parameters, rest } = signatures.get(name) ?? { parameters: [] };
  const said = parameters.map((one) => `${one.name}${one.optional ? '?' : ''}`).join(', ');
  return `(${said}${rest ? ', …' : ''})`;
};

/** The values that a compared path may have: `form.goods = `. */
function valuesBefore(before: string, names: Names): Offers | null {
  const found = /([A-Za-z_][\w.]*)\s*(?:=|!=)\s*("[^"]*)?$/.exec(before);
  if (!found) return null;
  const type = typeAt(names, (found[1] ?? '').split('.'));
  if (!type || !('values' in type) || !type.values) return null;
  return {
    from: before.length - (found[2]?.length ?? 0),
    offers: type.values.map((value) => ({ label: JSON.stringify(value), kind: 'value', detail: '' })),
  };
}

/** What may stand where the cursor is: names with their types and meaning, functions with their arguments, words of FEEL. */
export function offersAt(
  source: string,
  position: number,
  { names, language, meaning }: Offering,
): Offers | null {
  const before = source.slice(0, position);
  const known = withFilter(before, withLoops(source, names));
  const values = valuesBefore(before, known);
  if (values) return values;
  if (inText(before)) return null;
  const written = /[A-Za-z_][\w.]*$/.exec(before)?.[0] ?? '';
  const path = written.split('.').slice(0, -1);
  const from = position - (written.length - (path.length > 0 ? path.join('.').length + 1 : 0));
  const above = path.length > 0 ? typeAt(known, path) : undefined;
  if (path.length > 0 && !above) return null;
  const fields = above ? (fieldsOf(above) ?? {}) : known;
  const offers = Object.entries(fields).map(([name, type]): Offer => {
    const whole = [...path, name].join('.');
    return { label: name, kind: 'name', detail: typeWords(type, language), info: meaning(whole) };
  });
  if (path.length > 0) return { from, offers };
  const functions = [...signatures.keys()].map(
    (name): Offer => ({
      label: name,
      kind: 'function',
      detail: argumentsOf(name),
      info: functionWords[name]?.[language],
    }),
  );
  const words = keywords.map(
    ([word, uk, en]): Offer => ({
      label: word,
      kind: 'keyword',
      detail: '',
      info: language === 'uk' ? uk : en,
    }),
  );
  return { from, offers: [...offers, ...functions, ...words] };
}
