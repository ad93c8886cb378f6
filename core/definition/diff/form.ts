import { isRecord } from '#core/expression/record.ts';
import type { Text } from '../types.ts';
import { added, type Comparison, removed, said } from './comparison.ts';
import { isSame } from './equal.ts';
import { labelOf } from './labels.ts';
import { below, namesOf, own } from './patch.ts';
import { SchemaComparison } from './schema.ts';
import { both, word } from './texts.ts';
import type { Audience } from './types.ts';

/** What is filled in: pages, fields, their texts and look, what is computed, looked up and checked. */
export class FormComparison {
  readonly #c: Comparison;
  readonly #affects: Audience[];
  readonly #texts: readonly unknown[] | undefined;
  readonly #where: Text;
  readonly #isTask: boolean;

  /** @param task the state whose own form this is; the service's form if not said */
  constructor(
    comparison: Comparison,
    affects: Audience[],
    task?: { title: Text; texts: readonly unknown[] },
  ) {
    this.#c = comparison;
    this.#affects = affects;
    this.#texts = task?.texts;
    this.#where = task?.title ?? both('Форма', 'The form');
    this.#isTask = task !== undefined;
  }

  compare(before: unknown, after: unknown, pointer: string): void {
    const where = { says: this.#where, affects: this.#affects };
    const schema = new SchemaComparison(this.#c, this.#affects, (field) => this.#field(field), this.#texts);
    const byField = (what: string) => this.#byField(what);
    this.#c.byName(before, after, pointer, where, {
      schema: (a, b, at) => schema.compare(a, b, at),
      pages: (a, b, at) => this.#pages(a, b, at),
      texts: (a, b, at) => this.#fieldTexts(a, b, at),
      ui: (a, b, at) => this.#look(a, b, at, ''),
      prefill: byField('prefill'),
      suggest: byField('suggest'),
      computed: byField('computed'),
      rows: byField('rows'),
      options: byField('options'),
      files: (a, b, at) => this.#named('file', both('файли', 'files'), a, b, at),
      lookups: (a, b, at) =>
        this.#named(
          'lookup',
          both('запит до реєстру під час заповнення', 'the lookup while filling in'),
          a,
          b,
          at,
        ),
      rules: (a, b, at) => this.#rules(a, b, at),
    });
  }

  #field(pointer: string): Text {
    if (pointer === '') return this.#where;
    const title = this.#c.names.field(pointer, this.#texts);
    const field = both(`Поле ${title.uk}`, `Field ${title.en}`);
    // of the forms that officers and parties fill in there are many: whose it is stands before the field
    return this.#isTask ? said(this.#where, field) : field;
  }

  /** Pages are told apart by their ids: those that went, came and moved, in this order, then what is within each. */
  #pages(before: unknown, after: unknown, pointer: string): void {
    if (!Array.isArray(before) || !Array.isArray(after) || !haveIds(before) || !haveIds(after)) {
      this.#c.general(before, after, pointer, {
        says: said(this.#where, labelOf('pages')),
        affects: this.#affects,
      });
      return;
    }
    const id = (page: unknown) => word(own(page, 'id'));
    const kept = [...before];
    const tell = (
      how: 'added' | 'removed' | 'moved',
      at: string,
      says: Text,
      op: Parameters<Comparison['tell']>[4],
    ) => this.#c.tell(`page.${how}`, at, this.#affects, says, op);
    for (let n = kept.length - 1; n >= 0; n--) {
      if (after.some((page) => id(page) === id(kept[n]))) continue;
      const path = below(pointer, n);
      tell('removed', path, removed(both('сторінку', 'the page'), this.#c.names.page(id(kept[n]))), [
        { op: 'remove', path },
      ]);
      kept.splice(n, 1);
    }
    for (const [n, page] of after.entries()) {
      if (kept[n] !== undefined && id(kept[n]) === id(page)) continue;
      const [path, title] = [below(pointer, n), this.#c.names.page(id(page))];
      const from = kept.findIndex((other) => id(other) === id(page));
      if (from < 0) {
        tell('added', path, added(both('сторінку', 'the page'), title), [{ op: 'add', path, value: page }]);
        kept.splice(n, 0, page);
      } else {
        const says = both(
          `Сторінку ${title.uk} переставлено на місце ${n + 1}`,
          `The page ${title.en} moved to place ${n + 1}`,
        );
        tell('moved', path, says, [{ op: 'move', from: below(pointer, from), path }]);
        kept.splice(n, 0, ...kept.splice(from, 1));
      }
    }
    for (const [n, page] of after.entries())
      if (!isSame(kept[n], page)) this.#page(kept[n], page, below(pointer, n));
  }

  #page(before: unknown, after: unknown, pointer: string): void {
    const title = this.#c.names.page(word(own(after, 'id')));
    const where = { says: both(`Сторінка ${title.uk}`, `The page ${title.en}`), affects: this.#affects };
    this.#c.byName(before, after, pointer, where, {
      fields: (a, b, at) =>
        this.#c.set('page.fields', where, (f) => this.#c.names.field(word(f), this.#texts), a, b, at),
    });
  }

  /** Titles, hints, options and errors of fields, by pointer. */
  #fieldTexts(before: unknown, after: unknown, pointer: string): void {
    const [olds, news] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
    if (!isRecord(before) || !isRecord(after)) {
      this.#c.general(before, after, pointer, { says: this.#where, affects: this.#affects });
      return;
    }
    for (const field of namesOf(olds, news)) {
      const [a, b] = [own(olds, field), own(news, field)];
      if (!isSame(a, b))
        this.#c.general(a, b, below(pointer, field), {
          says: said(this.#field(field), both('тексти', 'texts')),
          affects: this.#affects,
        });
    }
  }

  /** The look of fields: one change a field. */
  #look(before: unknown, after: unknown, pointer: string, field: string): void {
    const where = { says: said(this.#field(field), both('вигляд', 'look')), affects: this.#affects };
    if (!isRecord(before) || !isRecord(after)) {
      this.#c.general(before, after, pointer, where);
      return;
    }
    for (const name of namesOf(before, after)) {
      const [a, b] = [own(before, name), own(after, name)];
      if (isSame(a, b)) continue;
      const at = below(pointer, name);
      if (name.startsWith('ui:'))
        this.#c.general(a, b, at, { ...where, says: said(where.says, both(name, name)) });
      else this.#look(a, b, at, name === 'items' ? `${field}/*` : below(field, name));
    }
  }

  /** Expressions by field. */
  #byField(what: string) {
    const words: { [what: string]: Text } = {
      prefill: both('заповнюється наперед', 'filled in beforehand'),
      suggest: both('пропонується', 'suggested'),
      computed: both('обчислюється', 'computed'),
      rows: both('рядки', 'rows'),
      options: both('варіанти', 'options'),
    };
    return (before: unknown, after: unknown, pointer: string): void => {
      const label = words[what] ?? both(what, what);
      if (!isRecord(before) || !isRecord(after)) {
        this.#c.general(before, after, pointer, {
          says: said(this.#where, label),
          affects: this.#affects,
        });
        return;
      }
      for (const field of namesOf(before, after)) {
        const [a, b] = [own(before, field), own(after, field)];
        const where = { says: said(this.#field(field), label), affects: this.#affects };
        if (!isSame(a, b)) this.#c.general(a, b, below(pointer, field), where);
      }
    };
  }

  #named(code: string, noun: Text, before: unknown, after: unknown, pointer: string): void {
    const titled = (name: string) => {
      const at = own(own(after, name) ?? own(before, name), 'at');
      return typeof at === 'string' ? this.#c.names.field(at, this.#texts) : both(`«${name}»`, `“${name}”`);
    };
    this.#c.collection(before, after, pointer, {
      code,
      noun,
      titled,
      affects: () => this.#affects,
      within: (name) => (a, b, at) => {
        const title = titled(name);
        const says = both(`${capital(noun.uk)} ${title.uk}`, `${capital(noun.en)} ${title.en}`);
        this.#c.byName(a, b, at, { says, affects: this.#affects }, {});
      },
    });
  }

  #rules(before: unknown, after: unknown, pointer: string): void {
    const where = { says: said(this.#where, both('правила', 'rules')), affects: this.#affects };
    const called = (rule: unknown): Text => {
      const say = own(rule, 'say');
      const must = word(own(rule, 'must') ?? '');
      const text = (language: string) => (isRecord(say) ? word(say[language] ?? say.uk ?? must) : must);
      return both(`«${text('uk')}»`, `“${text('en')}”`);
    };
    this.#c.set('rule.changed', where, called, before, after, pointer);
  }
}

const capital = (text = ''): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** Whether every item has an id of its own. */
function haveIds(list: unknown[]): boolean {
  const ids = list.map((item) => own(item, 'id'));
  return ids.every((id) => typeof id === 'string') && new Set(ids).size === ids.length;
}
