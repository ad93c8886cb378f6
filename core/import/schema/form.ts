import { formats, keywords, undrawable } from '#core/definition/check/schema/keywords.ts';
import type { Form } from '#core/definition/types.ts';
import { steps, under } from '#core/form/pointer.ts';
import type { ImportedForm, ImportOptions } from '../imported.ts';
import { isLoose, wordOf } from '../json.ts';
import { Report } from '../report.ts';
import { languageOf, Speech, type Words } from '../words.ts';
import { upgraded } from './upgrade.ts';

type Schema = { readonly [keyword: string]: unknown };

const DEEPEST = 8;
/** Words that say and do not judge: those of the place win over those of the definition. */
const SAYING = ['title', 'description', 'default', 'examples', '$comment'];
const schemasIn = (value: unknown): Schema[] => (Array.isArray(value) ? value.filter(isLoose) : []);

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
  if (!isLoose(value)) return false;
  const { properties, type, allOf } = rooted(value);
  const holds = isLoose(properties) || schemasIn(allOf).some(isFormSchema);
  return holds && (type === undefined || type === 'object');
}

/** What a local reference points at. */
function referred(ref: unknown, root: Schema): Schema | undefined {
  if (typeof ref !== 'string' || !ref.startsWith('#')) return undefined;
  const found = steps(decodeURIComponent(ref.slice(1))).reduce<unknown>(
    (at, step) => (isLoose(at) ? at[step] : undefined),
    root,
  );
  return isLoose(found) ? found : undefined;
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
 * Fields are told of by pointers into the data, all else by pointers into the schema.
 */
export function importSchema(given: Schema, options: ImportOptions): ImportedForm {
  const report = new Report(options.file);
  const { schema, changes } = upgraded(given);
  const { $schema: _, $id: __, title, description: ____, ...kept } = rooted(schema as Schema);
  for (const { pointer, code, keyword } of changes)
    if (pointer !== '' || !['id', '$schema'].includes(keyword))
      report.tell('definition', 'exact', pointer, code === 'dropped' ? DROPPED : REWRITTEN, {
        shown: keyword,
      });
  const root = inlined(dependent(known(kept, '', report)) as Schema);
  const speech = new Speech(options.language ?? languageOf([wordOf(title)]), options.languages);
  conditionsIn(root, '', report);
  const reading = new Reading(root, speech, report);
  const top = reading.object(root, '', 0);
  const form = { schema: { type: 'object', ...root }, texts: reading.texts, pages: pagesOf(top, reading) };
  return { title: speech.words(title), form: form as Form, report: report.items };
}

const DROPPED = {
  uk: 'Нічого не перевіряло, де стояло, тож не перейшло',
  en: 'It judged nothing where it stood, so it did not come over',
};
const REWRITTEN = {
  uk: 'Переписано словами нової версії JSON Schema, з тим самим змістом',
  en: 'Rewritten in the words of the latest JSON Schema, meaning the same',
};
const NAMED = {
  uk: 'Назви не мало: стоїть імʼя, назвіть людською мовою',
  en: 'It had no title: its name stands for one, name it in plain words',
};

/** Tells of each condition: they come over as they stand. */
function conditionsIn(value: unknown, pointer: string, report: Report): void {
  if (typeof value !== 'object' || value === null) return;
  const told = { uk: 'Умова', en: 'A condition' };
  if (isLoose(value) && value.if !== undefined && (value.then !== undefined || value.else !== undefined))
    report.tell('condition', 'exact', under(pointer, 'if'), told, {
      simple: true,
      to: under(`/form/schema${pointer}`, 'if'),
    });
  if (isLoose(value) && isLoose(value.dependentRequired))
    for (const name of Object.keys(value.dependentRequired))
      report.tell('condition', 'exact', under(`${pointer}/dependentRequired`, name), told, { simple: true });
  for (const [name, inner] of Object.entries(value))
    if (!['enum', 'const', 'default', 'examples'].includes(name))
      conditionsIn(inner, under(pointer, name), report);
}

/** Schemas that depend on a field being there, as conditions that a form can draw. */
function dependent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dependent);
  if (!isLoose(value)) return value;
  const { dependentSchemas, ...rest } = Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      ['enum', 'const', 'default', 'examples'].includes(name) ? inner : dependent(inner),
    ]),
  );
  if (!isLoose(dependentSchemas)) return rest;
  const made = Object.entries(dependentSchemas).map(([name, then]) => ({ if: { required: [name] }, then }));
  return { ...rest, allOf: [...schemasIn(rest.allOf), ...made] };
}

/** A schema with the words that JSON Schema has; the others judge nothing, and are named in the report. */
function known(schema: Schema, pointer: string, report: Report): Schema {
  const inside = (value: unknown, at: string): unknown => (isLoose(value) ? known(value, at, report) : value);
  const kept: { [keyword: string]: unknown } = {};
  for (const [keyword, value] of Object.entries(schema)) {
    const at = under(pointer, keyword);
    const holds = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined;
    const unknown = holds === undefined && !undrawable.has(keyword);
    if (unknown || (keyword === 'format' && !formats.includes(wordOf(value))))
      report.tell('definition', 'exact', at, DROPPED, {
        shown: unknown ? keyword : `format: ${wordOf(value)}`,
      });
    else if (holds === 'schema') kept[keyword] = inside(value, at);
    else if (holds === 'schemas' && Array.isArray(value))
      kept[keyword] = value.map((one, n) => inside(one, under(at, n)));
    else if (holds === 'named' && isLoose(value))
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
    isLoose(value) ? within(value, above) : value;
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
        if (holds !== 'named' || !isLoose(value)) {
          referring ||= undrawable.has(keyword) || isLoose(value);
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

type Page = { id: string; title: Words; fields: string[] };
type Texts = { title: Words; hint?: Words; options?: { [value: string]: Words } };
type Found = { readonly name: string; readonly whole: boolean };

function pagesOf(top: readonly Found[], reading: Reading): Page[] {
  const pages: Page[] = [];
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
  readonly #root: Schema;
  readonly #speech: Speech;
  readonly #report: Report;

  constructor(root: Schema, speech: Speech, report: Report) {
    this.#root = root;
    this.#speech = speech;
    this.#report = report;
  }

  same(words: string): Words {
    return this.#speech.name(words);
  }

  /** The fields of an object, each once, with the texts of all that is inside. */
  object(schema: Schema, pointer: string, depth: number): Found[] {
    const places = new Map<string, Schema[]>();
    for (const part of this.#parts(schema)) {
      for (const [name, inner] of Object.entries(isLoose(part.properties) ? part.properties : {}))
        if (isLoose(inner)) places.set(name, [...(places.get(name) ?? []), inner]);
      for (const keyword of undrawable)
        if (part[keyword] !== undefined)
          this.#report.tell(
            'field',
            'approximated',
            under(pointer, keyword),
            { uk: 'Перевіряється, але поля для цього немає', en: 'Judged, but no field draws it' },
            { shown: keyword },
          );
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
    if (title === undefined) this.#report.tell('text', 'approximated', pointer, NAMED);
    this.texts[pointer] = {
      title: this.same(title ?? wordsOf(name)),
      ...(hint === undefined ? {} : { hint: this.same(hint) }),
      ...(options ? { options } : {}),
    };
    if (depth >= DEEPEST) return false;
    const joined: Schema = { allOf: all };
    const inner = this.object(joined, pointer, depth + 1);
    const items = parts.map((one) => one.items).filter(isLoose);
    const rows = this.object({ allOf: items }, under(pointer, '*'), depth + 1);
    if (items.length > 0 && rows.length === 0) {
      const choices = this.#options(
        items.flatMap((one) => this.#parts(one)),
        pointer,
      );
      const own = this.texts[pointer];
      if (choices && own) own.options ??= choices;
    }
    const isList = items.length > 0;
    if (inner.length === 0) this.#count(parts, pointer, isList && rows.length > 0);
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
        if (['string', 'number'].includes(typeof one.const) && typeof one.title === 'string')
          options[String(one.const)] = this.same(one.title);
    }
    if (unnamed) this.#report.tell('text', 'approximated', `${pointer}/enum`, NAMED);
    return Object.keys(options).length > 0 ? options : undefined;
  }

  /** A schema, what it refers to, and what its conditions and alternatives may add. */
  #parts(schema: Schema, depth = 0): Schema[] {
    if (depth > DEEPEST) return [];
    const more = [referred(schema.$ref, this.#root), schema.then, schema.else].filter(isLoose);
    for (const keyword of ['allOf', 'oneOf', 'anyOf']) more.push(...schemasIn(schema[keyword]));
    return [schema, ...more.flatMap((one) => this.#parts(one, depth + 1))];
  }

  /** A field is what is entered, and a list. One that only refers to another document is left. */
  #count(parts: readonly Schema[], pointer: string, isList: boolean): void {
    const outside = parts
      .map(({ $ref }) => $ref)
      .find((ref) => typeof ref === 'string' && !ref.startsWith('#'));
    const told = isList ? { uk: 'Список записів', en: 'A repeating group' } : { uk: 'Поле', en: 'A field' };
    if (outside === undefined)
      this.#report.tell('field', 'exact', pointer, told, { to: under('/form/texts', pointer) });
    else
      this.#report.tell(
        'field',
        'left',
        pointer,
        {
          uk: 'Посилання на інший документ: допишіть його самі',
          en: 'A reference to another document: write it in yourself',
        },
        { shown: String(outside) },
      );
  }
}
