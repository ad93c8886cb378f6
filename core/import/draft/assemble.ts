import type { Form } from '#core/definition/types.ts';
import { steps, under } from '#core/form/pointer.ts';
import type { Words } from '../words.ts';
import type { Draft, PageDraft } from './draft.ts';
import { above, alternatives, both, leansOn, type Schema, schemaOf, type Test } from './test.ts';

type Mutable = { [keyword: string]: unknown };

/** The object under a name of another, made where there is none. */
function child(holder: Mutable, name: string): Mutable {
  if (Object.hasOwn(holder, name)) return holder[name] as Mutable;
  const made: Mutable = {};
  holder[name] = made;
  return made;
}

/** A rule of the form that an import makes. */
export type RuleDraft = { at: string; when?: string; must: string; say: Words };

/** What an import made beside the fields: values and rules, by pointer. */
export type Beside = {
  readonly rules: RuleDraft[];
  readonly prefill: { [pointer: string]: string };
  readonly computed: { [pointer: string]: string };
  readonly lookups?: object;
  readonly options?: object;
};

type Found = { readonly draft: Draft; readonly pointer: string; readonly shows: readonly Test[] };

/** Pages of drafts as the form of a definition: conditions as `if`/`then`, texts by pointer, order as drawn. */
export function assembled(pages: readonly PageDraft[], beside: Beside): Form {
  const made = new Assembly();
  for (const page of pages)
    for (const draft of page.fields) made.put({ draft, pointer: under('', draft.name), shows: draft.shows });
  const kept = pages.filter(({ fields }) => fields.length > 0);
  const { lookups = {}, options = {} } = beside;
  const filled = (map: object) => Object.keys(map).length > 0;
  return {
    schema: made.schema,
    ...(Object.keys(made.ui).length > 0 ? { ui: made.ui } : {}),
    texts: made.texts,
    pages: kept.map((page, n) => ({
      id: `page-${n + 1}`,
      title: page.title,
      ...(page.hint ? { hint: page.hint } : {}),
      fields: page.fields.map(({ name }) => under('', name)),
    })),
    ...(Object.keys(made.files).length > 0 ? { files: made.files } : {}),
    ...(filled(beside.prefill) ? { prefill: beside.prefill } : {}),
    ...(filled(beside.computed) ? { computed: beside.computed } : {}),
    ...(filled(lookups) ? { lookups } : {}),
    ...(filled(options) ? { options } : {}),
    ...(beside.rules.length > 0 ? { rules: beside.rules } : {}),
  } as Form;
}

class Assembly {
  readonly schema: Mutable = { type: 'object', properties: {} };
  readonly ui: Mutable = {};
  readonly texts: { [pointer: string]: Mutable } = {};
  readonly files: { [name: string]: unknown } = {};
  /** Branches by the object they stand at and what they ask, so that one condition of several fields is written once. */
  readonly #branches = new Map<string, Mutable>();

  put(found: Found): void {
    const { draft, pointer } = found;
    this.#say(draft, pointer);
    const schema = this.#own(draft);
    for (const anchored of anchors(found)) this.#place(found, schema, anchored);
    for (const inner of draft.inside ?? [])
      this.put({
        draft: inner,
        pointer: under(draft.rows ? `${pointer}/*` : pointer, inner.name),
        // what stands in a group is there while the group is
        shows: [...found.shows, ...inner.shows],
      });
    if (draft.inside?.some(({ shows }) => shows.length > 0)) this.#order(draft, pointer);
  }

  /** The schema of a field itself; what stands inside is added to it where it belongs. */
  #own({ schema, inside, rows }: Draft): Schema {
    if (!inside) return schema;
    return rows
      ? { type: 'array', ...schema, items: { type: 'object', properties: {} } }
      : { type: 'object', ...schema, properties: {} };
  }

  #place({ draft, pointer }: Found, schema: Schema, anchored: readonly Anchored[]): void {
    let holder = this.schema;
    let at = '';
    for (const { object, test } of anchored) {
      holder = this.#walk(holder, at, object);
      const key = `${at}→${object} ${JSON.stringify(test)} ${this.#idOf(holder)}`;
      let branch = this.#branches.get(key);
      if (!branch) {
        branch = {};
        this.#branches.set(key, branch);
        // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
        const entry = { if: schemaOf(test, object), then: branch };
        holder.allOf = [...((holder.allOf as unknown[]) ?? []), entry];
      }
      holder = branch;
      at = object;
    }
    const path = steps(pointer);
    holder = this.#walk(holder, at, path.slice(0, -1).reduce<string>(under, ''));
    const properties = child(holder, 'properties');
    const before = properties[draft.name];
    properties[draft.name] = before ?? structuredClone(schema);
    if (draft.required)
      holder.required = [...new Set([...((holder.required as string[]) ?? []), draft.name])];
  }

  readonly #ids = new WeakMap<object, number>();
  #count = 0;
  #idOf(holder: object): number {
    const known = this.#ids.get(holder);
    if (known !== undefined) return known;
    this.#ids.set(holder, ++this.#count);
    return this.#count;
  }

  /** From the schema of one object down to that of another inside it. */
  #walk(holder: Mutable, from: string, to: string): Mutable {
    let here = holder;
    for (const step of steps(to).slice(steps(from).length)) {
      here = step === '*' ? child(here, 'items') : child(child(here, 'properties'), step);
    }
    return here;
  }

  #say(draft: Draft, pointer: string): void {
    const said: Mutable = {};
    for (const word of ['title', 'hint', 'options', 'errors'] as const)
      if (draft[word]) said[word] = draft[word];
    if (Object.keys(said).length > 0) this.texts[pointer] = said;
    if (draft.ui) Object.assign(this.#uiAt(pointer), draft.ui);
    if (draft.file) {
      const name = fileName(pointer, this.files);
      this.files[name] = { at: pointer, ...draft.file };
    }
  }

  /** What a condition brings comes after all else in a schema; on the page it stays where it was. */
  #order({ inside }: Draft, pointer: string): void {
    this.#uiAt(pointer)['ui:order'] = (inside ?? []).map(({ name }) => name);
  }

  #uiAt(pointer: string): Mutable {
    let here = this.ui;
    for (const step of steps(pointer)) here = child(here, step === '*' ? 'items' : step);
    return here;
  }
}

type Anchored = { readonly object: string; readonly test: Test };

/** Where the conditions of a field stand: an entry for each alternative, outer objects first. */
function anchors({ pointer, shows }: Found): readonly (readonly Anchored[])[] {
  if (shows.length === 0) return [[]];
  const each = alternatives(both(shows)) ?? [[both(shows)]];
  return each.map((tests) => {
    const byObject = new Map<string, Test[]>();
    for (const test of tests.flatMap((one) => ('all' in one && one.all.length > 0 ? one.all : [one]))) {
      const object = above([...leansOn(test), pointer]);
      byObject.set(object, [...(byObject.get(object) ?? []), test]);
    }
    return [...byObject]
      .map(([object, all]) => ({ object, test: both(all) }))
      .sort((a, b) => a.object.length - b.object.length);
  });
}

/** A plain name for a place for files, none of those that are taken. */
function fileName(pointer: string, taken: object): string {
  const words = steps(pointer).filter((step) => step !== '*');
  const name = words
    .map((word, n) => (n === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1))
    .join('')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(-36)
    .replace(/^[^a-z]+/, '');
  let free = name === '' ? 'file' : name;
  for (let n = 2; Object.hasOwn(taken, free); n += 1) free = `${name}${n}`;
  return free;
}
