import { isRecord } from '#core/expression/record.ts';
import type { Text } from '../types.ts';
import { below, own } from './patch.ts';
import { both, inLanguage, quoted } from './texts.ts';
import type { Audience } from './types.ts';

/** What things are called by people: by their titles in the second definition, or the first; else by their names. */
export class Naming {
  readonly #both: readonly unknown[];
  readonly #states = new Map<string, unknown>();

  constructor(before: unknown, after: unknown) {
    this.#both = [after, before];
    for (const definition of [before, after]) this.#collect(own(definition, 'flow'));
  }

  /** Titles of all states, of branches and items too: names are unique in a service. */
  #collect(flow: unknown): void {
    for (const [name, state] of Object.entries(
      isRecord(own(flow, 'states')) ? (own(flow, 'states') as object) : {},
    )) {
      // a state that lost its title keeps its old one here
      if (isRecord(own(state, 'title')) || !this.#states.has(name)) this.#states.set(name, state);
      this.#collect(own(state, 'flow'));
      const branches = own(state, 'branches');
      if (isRecord(branches)) for (const branch of Object.values(branches)) this.#collect(branch);
    }
  }

  /** The title of a part of the definition, by its names: `roles`, `registrar`. */
  titled(...path: string[]): Text {
    const name = path.at(-1) ?? '';
    for (const definition of this.#both) {
      const found = path.reduce<unknown>(own, definition);
      const title = own(found, 'title') ?? own(found, 'subject');
      if (isRecord(title)) return this.#quoted(title, name);
    }
    return both(`«${name}»`, `“${name}”`);
  }

  state(name: string): Text {
    const title = own(this.#states.get(name), 'title');
    return isRecord(title) ? this.#quoted(title, name) : both(`«${name}»`, `“${name}”`);
  }

  #quoted(title: unknown, name: string): Text {
    return both(quoted(inLanguage(title, 'uk') ?? name, 'uk'), quoted(inLanguage(title, 'en') ?? name, 'en'));
  }

  page(id: string): Text {
    for (const definition of this.#both) {
      const pages = own(own(definition, 'form'), 'pages');
      const page = Array.isArray(pages) ? pages.find((p) => own(p, 'id') === id) : undefined;
      if (isRecord(own(page, 'title'))) return this.#quoted(own(page, 'title'), id);
    }
    return both(`«${id}»`, `“${id}”`);
  }

  /** A field of the form by its pointer, or of what is entered in a task where its texts are given. */
  field(pointer: string, texts?: readonly unknown[]): Text {
    const all = texts ?? this.#both.map((definition) => own(own(definition, 'form'), 'texts'));
    const name = pointer.split('/').at(-1) ?? pointer;
    for (const of of all) {
      const title = own(own(of, pointer), 'title');
      if (isRecord(title)) return this.#quoted(title, name);
    }
    return both(`«${pointer === '' ? 'form' : name}»`, `“${pointer === '' ? 'form' : name}”`);
  }

  /** What a data path names: `form.address`, `review`, `registry`. */
  data(path: string): Text {
    const [root = '', ...rest] = path.split('.');
    if (root === 'form' && rest.length === 0) return both('всю заяву', 'the whole application');
    if (root === 'form') return this.field(rest.reduce(below, ''));
    if (this.#states.has(root)) return this.state(root);
    return both(`«${path}»`, `“${path}”`);
  }

  /** Who acts or is waited for in a state; the course of the case where it is a system. */
  actsIn(state: unknown): Audience[] {
    const [role, party] = [own(state, 'role'), own(state, 'party')];
    if (typeof role === 'string') return [`role/${role}`];
    if (typeof party === 'string') return [`party/${party}`];
    const by = own(state, 'by');
    const signer = own(by, 'party') ?? own(by, 'role');
    if (typeof signer === 'string')
      return [own(by, 'party') === signer ? `party/${signer}` : `role/${signer}`];
    return own(state, 'type') === 'pay' ? ['party/applicant'] : ['process'];
  }

  /** Who fills in the form: the applicant, and whoever opens cases at the counter. */
  fillsIn(): Audience[] {
    const clerks = this.#both.map((definition) => own(own(own(definition, 'startedBy'), 'counter'), 'role'));
    return [
      'party/applicant',
      ...new Set(clerks.flatMap((c) => (typeof c === 'string' ? [`role/${c}`] : []))),
    ];
  }

  /** Whom a message goes to: a party or a role. */
  receives(to: unknown): Audience[] {
    if (typeof to !== 'string') return ['everyone'];
    return [this.#both.some((d) => isRecord(own(own(d, 'roles'), to))) ? `role/${to}` : `party/${to}`];
  }

  /** Without quotation marks: as a heading. */
  #plain(collection: string, name: string): Text {
    const { uk = '', en = '' } = this.titled(collection, name);
    return both(uk.slice(1, -1), en.slice(1, -1));
  }

  audience(key: Audience): Text {
    const [kind, name = ''] = key.split('/');
    if (kind === 'role') return this.#plain('roles', name);
    if (key === 'party/applicant') return both('Заявники', 'Applicants');
    if (kind === 'party') return this.#plain('parties', name);
    if (key === 'process') return both('Хід справи і системи', 'The course of a case and systems');
    return key === 'agency' ? both('Установа', 'The agency') : both('Усі', 'Everyone');
  }
}
