import type { Text } from '#core/definition/types.ts';

/**
 * How something of the source came over. `exact`: it means the same here. `approximated`: it is here, but not quite the same,
 * and the text says in what. `left`: it is not here, and the text says why; `shown` holds it as it was written.
 */
export type Verdict = 'exact' | 'approximated' | 'left';

/** What an item is about. Fields and conditions are counted (docs/import.md says how); the others are told. */
export type What =
  | 'field'
  | 'condition'
  | 'check'
  | 'value'
  | 'text'
  | 'page'
  | 'state'
  | 'access'
  | 'definition';

/** One thing of the source, and what became of it. */
export type Item = {
  /** JSON Pointer into the source; of a process the id of its element. */
  readonly source: string;
  /** The file it stands in, where several were read. */
  readonly file?: string;
  readonly what: What;
  readonly verdict: Verdict;
  readonly text: Text;
  /** Where it is now: a JSON Pointer into the definition. */
  readonly to?: string;
  /** As it stood in the source, where that is needed to write it by hand. */
  readonly shown?: string;
  /** Of conditions: it compares what was entered with constants, and no more (docs/import.md). */
  readonly simple?: boolean;
};

/** Collects the items of an import in the order of the source. */
export class Report {
  readonly items: Item[] = [];
  readonly #file: string | undefined;

  constructor(file?: string) {
    this.#file = file;
  }

  tell(
    what: What,
    verdict: Verdict,
    source: string,
    text: Text,
    more: Pick<Item, 'to' | 'shown' | 'simple'> = {},
  ): void {
    this.items.push({
      source,
      ...(this.#file === undefined ? {} : { file: this.#file }),
      what,
      verdict,
      text,
      ...more,
    });
  }
}

/** How many fields and conditions came over, and how. */
export type Count = Readonly<Record<Verdict, number>> & { readonly all: number };

/** Counts the items of one kind, as docs/import.md says. */
export function counted(items: readonly Item[], which: (item: Item) => boolean): Count {
  const count = { exact: 0, approximated: 0, left: 0, all: 0 };
  for (const item of items.filter(which)) {
    count[item.verdict] += 1;
    count.all += 1;
  }
  return count;
}

export const isField = (item: Item): boolean => item.what === 'field';
export const isSimpleCondition = (item: Item): boolean => item.what === 'condition' && item.simple === true;
export const isOtherCondition = (item: Item): boolean => item.what === 'condition' && item.simple !== true;
