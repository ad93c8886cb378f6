import { nearest } from '#core/expression/types/index.ts';
import { inline, PartError } from '../inline.ts';
import type { Library, Problem } from '../types.ts';
import { mistake } from './problem.ts';

type Names = { readonly [name: string]: unknown } | undefined;

/** What each kind of thing is called. */
const kinds = {
  agency: { uk: 'органу', en: 'agency' },
  connector: { uk: 'зʼєднання', en: 'connector' },
  document: { uk: 'документа', en: 'document' },
  ground: { uk: 'підстави', en: 'ground' },
  message: { uk: 'повідомлення', en: 'message' },
  office: { uk: 'підрозділу', en: 'office' },
  operation: { uk: 'операції', en: 'operation' },
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

  to(kind: ReferenceKind, name: string | undefined, among: Names, pointer: string): void {
    if (name === undefined || (among && Object.hasOwn(among, name))) return;
    const known = Object.keys(among ?? {});
    const near = nearest(name, known) ?? (known.length === 1 ? known[0] : undefined);
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
      const known = Object.keys(library.parts).join(', ') || '—';
      this.problems.push(mistake(error.code, at, { name: error.part, known }));
    }
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
