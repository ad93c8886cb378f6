import { nearest } from '#core/expression/types/index.ts';
import { inline, PartError, partNamed } from '../inline.ts';
import { collections, fileOf } from '../library.ts';
import { pointerOf, segments } from '../place.ts';
import type { Kind, Library, Problem } from '../types.ts';
import { mistake } from './problem.ts';

type Names = { readonly [name: string]: unknown } | undefined;

/** What each kind of thing is called. */
const kinds = {
  action: { uk: 'дії', en: 'action' },
  agency: { uk: 'органу', en: 'agency' },
  connector: { uk: 'зʼєднання', en: 'connector' },
  document: { uk: 'документа', en: 'document' },
  ground: { uk: 'підстави', en: 'ground' },
  message: { uk: 'повідомлення', en: 'message' },
  office: { uk: 'підрозділу', en: 'office' },
  operation: { uk: 'операції', en: 'operation' },
  outcome: { uk: 'результату', en: 'outcome' },
  page: { uk: 'сторінки', en: 'page' },
  party: { uk: 'сторони', en: 'party' },
  'party or role': { uk: 'сторони чи ролі', en: 'party or role' },
  purpose: { uk: 'мети', en: 'purpose' },
  registry: { uk: 'реєстру', en: 'registry' },
  role: { uk: 'ролі', en: 'role' },
  service: { uk: 'послуги', en: 'service' },
  state: { uk: 'стану', en: 'state' },
} as const;
export type ReferenceKind = keyof typeof kinds;

type Use = { readonly connector: string; readonly operation?: string };

/** Collects what names something that does not exist. */
export class References {
  readonly problems: Problem[] = [];
  readonly #files: Library['files'];

  constructor({ files }: Pick<Library, 'files'>) {
    this.#files = files;
  }

  /** Whether it is there, but could not be read: that is told where it lies. */
  #isUnread(kind: ReferenceKind, name: string): boolean {
    return Object.hasOwn(collections, kind) && Object.hasOwn(this.#files, fileOf(kind as Kind, name));
  }

  to(kind: ReferenceKind, name: string | undefined, among: Names, pointer: string): void {
    if (name === undefined || (among && Object.hasOwn(among, name)) || this.#isUnread(kind, name)) return;
    const known = Object.keys(among ?? {});
    const near = nearest(name, known);
    const mend = near === undefined ? undefined : ([{ op: 'replace', path: pointer, value: near }] as const);
    const holes = { kind: kinds[kind], name, known: known.join(', ') || '—' };
    this.problems.push(mistake('unknownReference', pointer, holes, mend));
  }

  each(kind: ReferenceKind, list: readonly string[] | undefined, among: Names, pointer: string): void {
    for (const [n, name] of (list ?? []).entries()) this.to(kind, name, among, `${pointer}/${n}`);
  }

  /** A schema whose parts exist and do not hold themselves. */
  part(library: Library, schema: unknown, at: string): void {
    try {
      inline(schema, library, []);
    } catch (error) {
      if (!(error instanceof PartError)) throw error;
      const known = Object.keys(library.parts);
      const path = at + (refTo(schema, error.part) ?? '');
      const near = error.code === 'unknownPart' ? nearest(error.part, known) : undefined;
      const ref = near === undefined ? undefined : refAt(schema, path.slice(at.length));
      const mend =
        ref && near ? ([{ op: 'replace', path, value: ref.replace(error.part, near) }] as const) : undefined;
      this.problems.push(
        mistake(error.code, path, { name: error.part, known: known.join(', ') || '—' }, mend),
      );
    }
  }

  /** What a connector answers is described, so that expressions over it can be checked. */
  described(library: Library, { connector, operation }: Use, at: string): void {
    const definition = library.connectors[connector];
    if (!definition || !/^(rest|xroad)$/.test(definition.kind)) return;
    const contract = operation === undefined ? definition : definition.operations?.[operation];
    if (contract && !contract.output && !definition.output)
      this.problems.push(mistake('answerUnknown', at, { name: connector }));
  }

  /** A connector that can do what is asked, its operation named if it has several. */
  connector(library: Library, use: Use, at: string, able: readonly string[]): void {
    this.to('connector', use.connector, library.connectors, `${at}/connector`);
    const definition = library.connectors[use.connector];
    if (!definition) return;
    if (!able.includes(definition.kind)) {
      const holes = { name: use.connector, is: definition.kind, able: able.join(', ') };
      this.problems.push(mistake('wrongConnector', `${at}/connector`, holes));
    }
    const operations = Object.keys(definition.operations ?? {});
    if (use.operation !== undefined)
      this.to('operation', use.operation, definition.operations, `${at}/operation`);
    else if (operations.length > 0 && !definition.request && !definition.output)
      this.problems.push(
        mistake('operationNotSaid', at, { name: use.connector, known: operations.join(', ') }),
      );
  }
}

/** Where a schema refers to a part itself; undefined where another part does. */
function refTo(schema: unknown, part: string): string | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  for (const [key, value] of Object.entries(schema)) {
    const here = pointerOf([key]);
    if (
      key === '$ref' &&
      typeof value === 'string' &&
      !value.startsWith('#') &&
      (partNamed(value) ?? value) === part
    )
      return here;
    const below = refTo(value, part);
    if (below !== undefined) return here + below;
  }
  return undefined;
}

function refAt(schema: unknown, pointer: string): string | undefined {
  const found = segments(pointer).reduce<unknown>(
    (at, step) => (at as Record<string, unknown> | undefined)?.[step],
    schema,
  );
  return typeof found === 'string' ? found : undefined;
}
