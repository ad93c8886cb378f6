import { formats, keywords, undrawable } from '#core/definition/check/schema/keywords.ts';
import { steps, under } from '#core/form/pointer.ts';
import { upgraded } from './schema.ts';

type Schema = { readonly [keyword: string]: unknown };
type Words = { [language: string]: string };
type Texts = { title: Words; hint?: Words; options?: { [value: string]: Words } };

/** What did not come over as it stood, and where: a pointer into the data for `named` and `notDrawn`, else into the schema. */
export type Item = {
  pointer: string;
  /**
   * `rewritten`: an older keyword, in the words of the latest draft; `dropped`: it judged nothing where it stood, or is
   * no word of JSON Schema; `named`: a field or its options had no title, so its name stands for one; `notDrawn`: still judged, no field draws it;
   * `outside`: a reference to another document, to be put in by hand.
   */
  code: 'rewritten' | 'dropped' | 'named' | 'notDrawn' | 'outside';
  keyword?: string;
};

/** A form made of a schema, as a definition writes it, and the report of its import. */
export type ImportedForm = {
  form: {
    schema: Schema;
    texts: { [pointer: string]: Texts };
    pages: { id: string; title: Words; fields: string[] }[];
  };
  fields: number;
  report: Item[];
};

const DEEPEST = 8;
/** Words that say and do not judge: those of the place win over those of the definition. */
const SAYING = ['title', 'description', 'default', 'examples', '$comment'];
const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const schemasIn = (value: unknown): Schema[] => (Array.isArray(value) ? value.filter(isSchema) : []);

/** `veteranFullName` as words: "Veteran full name". */
export function wordsOf(name: string): string {
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .split(/[\s_.-]+/)
    .filter((word) => word !== '')
    .map((word) => (/^\p{Lu}+$/u.test(word) && word.length > 1 ? word : word.toLowerCase()))
    .join(' ');
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether a value is a JSON Schema of an object, so that a form can be made of it. */
export function isFormSchema(value: unknown): value is Schema {
  if (!isSchema(value)) return false;
  const { properties, type, allOf } = rooted(value);
  const holds = isSchema(properties) || schemasIn(allOf).some(isFormSchema);
  return holds && (type === undefined || type === 'object');
}

/** What a local reference points at. */
function referred(ref: unknown, root: Schema): Schema | undefined {
  if (typeof ref !== 'string' || !ref.startsWith('#')) return undefined;
  const found = steps(decodeURIComponent(ref.slice(1))).reduce<unknown>(
    (at, step) => (isSchema(at) ? at[step] : undefined),
    root,
  );
  return isSchema(found) ? found : undefined;
}

/** A schema that only refers to one of its own definitions, as that definition. */
function rooted(schema: Schema, depth = 0): Schema {
  const target = referred(schema.$ref, schema);
  if (!target || depth > DEEPEST) return schema;
  const { $ref: _, ...rest } = schema;
  return rooted({ ...rest, ...target }, depth + 1);
}

/**
 * A plain JSON Schema as a form: its fields as they stand, a page for each group and list, one for the single fields
 * between them. Its titles and descriptions become the texts, the same in every language until someone translates them.
 */
export function formOf(given: Schema, languages: readonly string[]): ImportedForm {
  const { schema, changes } = upgraded(given);
  const { $schema: _, $id: __, title: ___, description: ____, ...kept } = rooted(schema as Schema);
  const report: Item[] = changes
    .filter(({ pointer, keyword }) => pointer !== '' || !['id', '$schema'].includes(keyword))
    .map(({ pointer, code, keyword }) => ({
      pointer,
      code: code === 'dropped' ? 'dropped' : 'rewritten',
      keyword,
    }));
  const root = inlined(known(kept, '', report));
  const reading = new Reading(root, languages, report);
  const top = reading.object(root, '', 0);
  return {
    form: { schema: { type: 'object', ...root }, texts: reading.texts, pages: pagesOf(top, reading) },
    fields: reading.fields,
    report,
  };
}

/** A schema with the words that JSON Schema has; the others judge nothing, and are named in the report. */
function known(schema: Schema, pointer: string, report: Item[]): Schema {
  const inside = (value: unknown, at: string): unknown =>
    isSchema(value) ? known(value, at, report) : value;
  const kept: { [keyword: string]: unknown } = {};
  for (const [keyword, value] of Object.entries(schema)) {
    const at = under(pointer, keyword);
    const holds = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined;
    const unknown = holds === undefined && !undrawable.has(keyword);
    if (unknown || (keyword === 'format' && !formats.includes(String(value))))
      report.push({ pointer, code: 'dropped', keyword: unknown ? keyword : `format: ${value}` });
    else if (holds === 'schema') kept[keyword] = inside(value, at);
    else if (holds === 'schemas' && Array.isArray(value))
      kept[keyword] = value.map((one, n) => inside(one, under(at, n)));
    else if (holds === 'named' && isSchema(value))
      kept[keyword] = Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, inside(one, under(at, name))]),
      );
    else kept[keyword] = value;
  }
  return kept;
}

/** Each use of a definition in its place, so that it can be drawn there; what contains itself stays a reference. */
function inlined(root: Schema): Schema {
  const { $defs: defs, ...rest } = root;
  let referring = false;
  const inside = (value: unknown, above: readonly string[]): unknown =>
    isSchema(value) ? within(value, above) : value;
  const within = (schema: Schema, above: readonly string[]): Schema => {
    const { $ref: ref, ...beside } = schema;
    const target = typeof ref === 'string' && !above.includes(ref) ? referred(ref, root) : undefined;
    const free = Object.keys(beside).every((word) => SAYING.includes(word));
    if (target && free) return within({ ...target, ...beside }, [...above, String(ref)]);
    referring ||= ref !== undefined;
    return Object.fromEntries(
      Object.entries(schema).map(([keyword, value]): [string, unknown] => {
        const holds = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined;
        if (holds === 'schema') return [keyword, inside(value, above)];
        if (holds === 'schemas' && Array.isArray(value))
          return [keyword, value.map((one) => inside(one, above))];
        if (holds !== 'named' || !isSchema(value)) {
          referring ||= undrawable.has(keyword) || isSchema(value);
          return [keyword, value];
        }
        return [
          keyword,
          Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inside(one, above)])),
        ];
      }),
    );
  };
  const whole = within(rest, []);
  return referring && defs !== undefined ? { ...whole, $defs: defs } : whole;
}

type Found = { readonly name: string; readonly whole: boolean };

function pagesOf(top: readonly Found[], reading: Reading): ImportedForm['form']['pages'] {
  const pages: ImportedForm['form']['pages'] = [];
  let gathering = false;
  for (const { name, whole } of top) {
    const pointer = under('', name);
    const open = pages.at(-1);
    if (!whole && gathering && open) open.fields.push(pointer);
    else
      pages.push({
        id: `page-${pages.length + 1}`,
        title: reading.texts[pointer]?.title ?? reading.same(wordsOf(name)),
        fields: [pointer],
      });
    gathering = !whole;
  }
  return pages;
}

class Reading {
  readonly texts: { [pointer: string]: Texts } = {};
  fields = 0;
  readonly #root: Schema;
  readonly #languages: readonly string[];
  readonly #report: Item[];

  constructor(root: Schema, languages: readonly string[], report: Item[]) {
    this.#root = root;
    this.#languages = languages;
    this.#report = report;
    this.#outside(root, '');
  }

  same(words: string): Words {
    return Object.fromEntries(this.#languages.map((language) => [language, words]));
  }

  /** The fields of an object, each once, with the texts of all that is inside. */
  object(schema: Schema, pointer: string, depth: number): Found[] {
    const places = new Map<string, Schema[]>();
    for (const part of this.#parts(schema)) {
      for (const [name, inner] of Object.entries(isSchema(part.properties) ? part.properties : {}))
        if (isSchema(inner)) places.set(name, [...(places.get(name) ?? []), inner]);
      for (const keyword of undrawable)
        if (part[keyword] !== undefined) this.#report.push({ pointer, code: 'notDrawn', keyword });
    }
    return [...places].map(([name, all]) => ({
      name,
      whole: this.#field(all, under(pointer, name), name, depth),
    }));
  }

  /** Reads one field; true where it is a group or a list of groups. */
  #field(all: readonly Schema[], pointer: string, name: string, depth: number): boolean {
    const parts = all.flatMap((one) => this.#parts(one));
    const said = (keyword: string) => {
      const found = parts.map((one) => one[keyword]).find((one) => typeof one === 'string' && one !== '');
      return found as string | undefined;
    };
    const title = said('title');
    const hint = said('description');
    const options = this.#options(parts, pointer);
    if (title === undefined) this.#report.push({ pointer, code: 'named', keyword: 'title' });
    this.texts[pointer] = {
      title: this.same(title ?? wordsOf(name)),
      ...(hint === undefined ? {} : { hint: this.same(hint) }),
      ...(options ? { options } : {}),
    };
    if (depth >= DEEPEST) return false;
    const joined: Schema = { allOf: all };
    const inner = this.object(joined, pointer, depth + 1);
    const items = parts.map((one) => one.items).filter(isSchema);
    const rows = this.object({ allOf: items }, under(pointer, '*'), depth + 1);
    if (items.length > 0 && rows.length === 0) {
      const choices = this.#options(
        items.flatMap((one) => this.#parts(one)),
        pointer,
      );
      const own = this.texts[pointer];
      if (choices && own) own.options ??= choices;
    }
    if (inner.length + rows.length === 0) this.fields += 1;
    return inner.length + rows.length > 0;
  }

  #options(parts: readonly Schema[], pointer: string): Texts['options'] | undefined {
    const options: { [value: string]: Words } = {};
    let unnamed = false;
    for (const part of parts) {
      for (const value of Array.isArray(part.enum) ? part.enum : [])
        if (typeof value === 'string' || typeof value === 'number') {
          options[String(value)] ??= this.same(wordsOf(String(value)));
          unnamed = true;
        }
      for (const one of [...schemasIn(part.oneOf), ...schemasIn(part.anyOf)])
        if (typeof one.const === 'string' && typeof one.title === 'string')
          options[one.const] = this.same(one.title);
    }
    if (unnamed) this.#report.push({ pointer, code: 'named', keyword: 'enum' });
    return Object.keys(options).length > 0 ? options : undefined;
  }

  /** A schema, what it refers to, and what its conditions and alternatives may add. */
  #parts(schema: Schema, depth = 0): Schema[] {
    if (depth > DEEPEST) return [];
    const more = [referred(schema.$ref, this.#root), schema.then, schema.else].filter(isSchema);
    for (const keyword of ['allOf', 'oneOf', 'anyOf']) more.push(...schemasIn(schema[keyword]));
    return [schema, ...more.flatMap((one) => this.#parts(one, depth + 1))];
  }

  #outside(value: unknown, pointer: string): void {
    if (typeof value !== 'object' || value === null) return;
    if (isSchema(value) && typeof value.$ref === 'string' && !value.$ref.startsWith('#'))
      this.#report.push({ pointer, code: 'outside', keyword: value.$ref });
    for (const [name, inner] of Object.entries(value)) this.#outside(inner, under(pointer, name));
  }
}
