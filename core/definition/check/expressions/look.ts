import type { Implication, Wanted } from '#core/expression/types/index.ts';
import { scopesOf } from '../../scope/scopes.ts';
import type { DefinitionRef, Library, Problem } from '../../types.ts';
import { Asking, type Part, type Sight } from './ask.ts';
import { askService } from './expressions.ts';
import { askConnector, askRegistry } from './others.ts';

/** What an expression sees where it stands, and what it must give there. */
export type Looked = { readonly sight: Sight; readonly wanted: Wanted };

/** Remembers what the expression at one place sees. */
class Looking extends Asking {
  readonly #pointer: string;
  looked: Looked | undefined;

  constructor(pointer: string, implications: readonly Implication[]) {
    super(implications);
    this.#pointer = pointer;
  }

  override ask(source: string, pointer: string, sight: Sight, wanted: Wanted = { empty: true }, part?: Part) {
    if (pointer === this.#pointer) this.looked ??= { sight, wanted };
    return super.ask(source, pointer, sight, wanted, part);
  }
}

type Make<A> = (implications: readonly Implication[]) => A;

/** Walks the expressions of a definition whose shape may not be right yet: as far as it goes. */
function walked<A extends Asking>(library: Library, { kind, id }: DefinitionRef, make: Make<A>): A {
  let asking = make([]);
  try {
    const service = kind === 'service' ? library.services[id] : undefined;
    const connector = kind === 'connector' ? library.connectors[id] : undefined;
    const registry = kind === 'registry' ? library.registries[id] : undefined;
    if (service) {
      const scopes = scopesOf(library, service);
      asking = make(scopes.implications);
      askService(asking, library, service, scopes);
    }
    if (connector) askConnector(library, connector, asking);
    if (registry) askRegistry(library, registry, asking);
  } catch {
    // what stands behind the slip in the shape is not seen: `check` tells of the slip
  }
  return asking;
}

/**
 * What the expression at a pointer sees: the names that `check` would let it use, with their types. Undefined where no expression
 * stands there, or the definition is so unfinished that it is not reached.
 */
export function lookAt(library: Library, ref: DefinitionRef, pointer: string): Looked | undefined {
  return walked(library, ref, (implications) => new Looking(pointer, implications)).looked;
}

/** What is wrong with the expressions of a definition whose shape is not right yet, so that `check` says nothing of them. */
export function expressionProblems(library: Library, ref: DefinitionRef): Problem[] {
  return walked(library, ref, (implications) => new Asking(implications)).problems;
}
