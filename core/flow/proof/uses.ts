import type { ServiceBundle, State } from '#core/definition/types.ts';
import { messagesOf } from '#core/definition/walk.ts';
import { expressionsIn } from '#core/expression/index.ts';
import { type Edge, edgesOf, type FlowGraph } from './flow-graph.ts';
import { type Guard, type Mention, mentionsOf, read } from './mentions.ts';

/** A place where a name with its fields is needed: in a document, a message or an expression of the flow. */
export type Use = Mention & {
  in: 'document' | 'message' | 'expression' | 'not';
  /** The name of the document or message; the expression as written. */
  what: string;
  pointer: string;
  /** The text that it stands in, whatever the language. */
  text?: string;
};

type Reader = (value: unknown, pointer: string, in_: Use['in'], what?: string) => Use[];

/** Words whose text is one expression, and words that hold a map of them. */
const SINGLE =
  /^(when|of|key|until|amount|where|opens|closes|match|value|total|each|label|must|validUntil|office)$/;
const MAPS = /^(input|data|form|computed|rows|options|identify|contact)$/;

/** What is read in a state and on each way out of it. */
export class Uses {
  readonly bundle: ServiceBundle;
  readonly names: readonly string[];
  readonly #inStates = new Map<string, Use[]>();
  readonly #onEdges = new Map<Edge, Use[]>();
  readonly #documents = new Map<string, Use[]>();
  readonly #messages = new Map<string, Use[]>();

  constructor(bundle: ServiceBundle, names: readonly string[]) {
    this.bundle = bundle;
    this.names = names;
  }

  /** Needed while a case stands in a state: when it is entered, while it waits. The same uses each time it is asked. */
  in(graph: FlowGraph, name: string): Use[] {
    const key = `${graph.at} ${name}`;
    const known = this.#inStates.get(key) ?? this.#readState(graph, name);
    this.#inStates.set(key, known);
    return known;
  }

  #readState(graph: FlowGraph, name: string): Use[] {
    const state = graph.states[name];
    if (!state) return [];
    const at = `${graph.pointer}/states/${name}`;
    const found = [...this.#own(state, at), ...this.#people(state)];
    for (const message of messagesOf(state)) found.push(...this.message(message));
    if (state.type === 'issue' && state.document !== undefined) found.push(...this.document(state.document));
    if (state.type === 'sign' && state.what !== 'application') found.push(...this.document(state.what));
    if (graph.at === '' && state.type !== 'end') found.push(...this.#wholeCase());
    return found;
  }

  /** Needed to choose among the entries of a target, once the state is done: those before it did not hold. */
  on(graph: FlowGraph, edge: Edge): Use[] {
    const known = this.#onEdges.get(edge) ?? this.#readEdge(graph, edge);
    this.#onEdges.set(edge, known);
    return known;
  }

  #readEdge(graph: FlowGraph, edge: Edge): Use[] {
    if (edge.when === undefined) return [];
    const all = edgesOf(graph, edge.from);
    const same = all.filter((e) => e.kind === edge.kind && e.action === edge.action);
    const before = same.slice(0, same.indexOf(edge));
    const whens = before.map((e) => e.when).filter((when) => when !== undefined);
    const guards = whens.map((when) => this.#guard(when, false));
    const source = edge.when;
    return mentionsOf(source, this.names).map((m) => ({
      ...m,
      guards: [...guards, ...m.guards],
      in: 'expression',
      what: source,
      pointer: `${edge.pointer}/when`,
    }));
  }

  document(name: string): Use[] {
    const known = this.#documents.get(name);
    if (known) return known;
    const body = this.bundle.documents?.[name];
    const found = this.#read(
      { body: body?.body, validUntil: body?.validUntil },
      `/documents/${name}`,
      'document',
      name,
    );
    for (const [n, path] of (body?.public ?? []).entries())
      found.push({
        path: path.split('.'),
        guards: [],
        in: 'document',
        what: name,
        pointer: `/documents/${name}/public/${n}`,
      });
    this.#documents.set(name, found);
    return found;
  }

  message(name: string): Use[] {
    const known = this.#messages.get(name);
    if (known) return known;
    const { subject, body, sms } = this.bundle.messages?.[name] ?? {};
    const found = this.#read({ subject, body, sms }, `/messages/${name}`, 'message', name);
    this.#messages.set(name, found);
    return found;
  }

  #guard(source: string, truth: boolean): Guard {
    return { node: read(source, this.names), source, truth };
  }

  /** The expressions of the state itself; targets are read on the ways, inner flows by themselves. */
  #own(state: State, at: string): Use[] {
    const { title: _, ...rest } = state as State & { [word: string]: unknown };
    const found: Use[] = [];
    for (const [word, value] of Object.entries(rest)) {
      if (/^(next|failed|otherwise|declined|none|tooFew|overdue|actions|branches|flow)$/.test(word)) continue;
      if (word === 'form') found.push(...this.#form(value, `${at}/form`));
      else if (word === 'not')
        for (const [n, path] of (value as string[]).entries())
          found.push({ path: path.split('.'), guards: [], in: 'not', what: '', pointer: `${at}/not/${n}` });
      else found.push(...this.#read({ [word]: value }, at, 'expression'));
    }
    if (state.type === 'task' || state.type === 'party')
      for (const [action, { when }] of Object.entries(state.actions))
        found.push(...this.#read({ when }, `${at}/actions/${action}`, 'expression'));
    // the key of an item is read where the item is known already
    if (state.type === 'each') return found.filter((use) => use.path[0] !== state.as);
    // a condition of a join is asked once all have ended
    return found.filter((use) => use.pointer !== `${at}/join/when` || use.path[0] !== 'outcomes');
  }

  #form(form: unknown, at: string): Use[] {
    const { computed, rows, options, rules } = form as { [word: string]: unknown };
    // inside its own form, `form` is what is being entered: no fact
    return this.#read({ computed, rows, options, rules }, at, 'expression');
  }

  /** Who may act, and where: the office of a role, what identifies a party. */
  #people(state: State): Use[] {
    if (state.type === 'task') {
      const office = this.bundle.roles?.[state.role]?.office;
      return this.#read({ office }, `/roles/${state.role}`, 'expression');
    }
    if (state.type !== 'party') return [];
    const { identify, contact } = this.bundle.parties[state.party] ?? {};
    return this.#read({ identify, contact }, `/parties/${state.party}`, 'expression');
  }

  /** What may be needed wherever the whole case waits: the messages of its term. */
  #wholeCase(): Use[] {
    const { decideWithin } = this.bundle;
    const messages = [...(decideWithin?.overdue.notify ?? []), decideWithin?.extend?.message];
    return messages.filter((m) => m !== undefined).flatMap((m) => this.message(m));
  }

  /** Every mention under a value, with the conditions (`when`) of what it stands in. */
  #read: Reader = (value, pointer, in_, what) => {
    const found: Use[] = [];
    const take = (source: string, at: string, guards: Guard[], isText = false) => {
      for (const mention of mentionsOf(source, this.names))
        found.push({
          ...(isText ? { text: at.slice(0, at.lastIndexOf('/')) } : {}),
          path: mention.path,
          guards: [...guards, ...mention.guards],
          in: in_,
          what: what ?? source,
          pointer: at,
        });
    };
    const visit = (here: unknown, word: string, at: string, guards: Guard[], inMap: boolean): void => {
      if (typeof here === 'string') {
        if (inMap || SINGLE.test(word)) take(here, at, guards);
        else for (const source of expressionsIn(here)) take(source, at, guards, true);
      }
      if (typeof here !== 'object' || here === null) return;
      const { when } = here as { when?: unknown };
      const around = typeof when === 'string' ? [...guards, this.#guard(when, true)] : guards;
      for (const [key, inner] of Object.entries(here)) {
        const maps = MAPS.test(word) && !Array.isArray(here);
        visit(
          inner,
          key,
          `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
          key === 'when' ? guards : around,
          maps,
        );
      }
    };
    visit(value, '', pointer, [], false);
    return found;
  };
}
