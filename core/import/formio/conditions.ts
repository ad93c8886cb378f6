import { ALWAYS, both, either, NEVER, negated, type Test } from '../draft/test.ts';
import { type Comparison, type Logic, type Operand, ROW_OF } from '../javascript/logic.ts';
import type { Leaning, Node, Places } from './source.ts';

const bounds: { readonly [comparison: string]: string } = {
  '<': 'exclusiveMaximum',
  '<=': 'maximum',
  '>': 'exclusiveMinimum',
  '>=': 'minimum',
};
const turned: { readonly [comparison: string]: Comparison } = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

type Find = (path: readonly string[]) => Leaning | undefined;
type Constant = Extract<Operand, { constant: unknown }>['constant'];

/** What a condition of the source means here; undefined where JSON Schema cannot say the same. */
export class Conditions {
  readonly #places: Places;
  /** When a node shows, itself and all around it. */
  readonly #shows: (node: Node) => readonly Test[];

  constructor(places: Places, shows: (node: Node) => readonly Test[]) {
    this.#places = places;
    this.#shows = shows;
  }

  /** `conditional: { when, eq, show }`. */
  simple(node: Node, when: string, eq: unknown, show: boolean): Test | undefined {
    // no answer is an object or a list of the source's own
    if (typeof eq === 'object' && eq !== null) return undefined;
    const leaning = inSight(this.#places.named(when, node), node);
    const test = leaning && this.#equals(leaning, eq as Constant);
    return test && (show ? test : negated(test));
  }

  /** A written condition. @param node whose condition it is */
  written(logic: Logic, node: Node): Test | undefined {
    return this.#test(logic, (path) => this.#leaning(path, node));
  }

  #leaning([root, ...path]: readonly string[], node: Node): Leaning | undefined {
    // a script that goes through a list from the top asks no row: what it finds is undefined
    if (root === 'data') {
      const found = this.#places.at(path);
      return found?.pointer.includes('/*/') ? undefined : found;
    }
    if (root === 'row') return inSight(this.#places.from(node, path), node);
    return undefined;
  }

  #test(logic: Logic, find: Find): Test | undefined {
    if ('all' in logic || 'any' in logic) {
      const parts = ('all' in logic ? logic.all : logic.any).map((one) => this.#test(one, find));
      if (parts.includes(undefined)) return undefined;
      return ('all' in logic ? both : either)(parts as Test[]);
    }
    if ('not' in logic) {
      const test = this.#test(logic.not, find);
      return test && negated(test);
    }
    if ('some' in logic) return this.#some(logic, find);
    if ('includes' in logic) return this.#includes(logic, find);
    if ('compare' in logic) return this.#comparison(logic, find);
    if ('constant' in logic.truthy) return logic.truthy.constant ? ALWAYS : NEVER;
    const leaning = find(logic.truthy.path);
    return leaning && this.#truthy(leaning);
  }

  #includes({ includes, value }: Extract<Logic, { includes: Operand }>, find: Find): Test | undefined {
    if ('constant' in includes || !('constant' in value)) return undefined;
    const leaning = find(includes.path);
    return leaning?.seen.as === 'several' && typeof value.constant === 'string'
      ? { field: leaning.pointer, is: { contains: { const: value.constant } } }
      : undefined;
  }

  #comparison(
    { compare, left, right }: Extract<Logic, { compare: Comparison }>,
    find: Find,
  ): Test | undefined {
    if ('path' in left && 'constant' in right)
      return this.#compared(compare, find(left.path), right.constant);
    if ('path' in right && 'constant' in left)
      return this.#compared(turned[compare] ?? compare, find(right.path), left.constant);
    return undefined;
  }

  #compared(compare: Comparison, leaning: Leaning | undefined, constant: Constant): Test | undefined {
    if (!leaning) return undefined;
    if (compare === '=') return this.#equals(leaning, constant);
    if (compare === '!=') {
      const test = this.#equals(leaning, constant);
      return test && negated(test);
    }
    const number = Number(constant);
    if (leaning.seen.as !== 'number' || typeof constant === 'boolean' || !Number.isFinite(number))
      return undefined;
    return { field: leaning.pointer, is: { [bounds[compare] ?? '']: number } };
  }

  /** What is entered equals a constant. What is empty or does not show equals no constant; a box that is not ticked is false. */
  #equals({ pointer, seen, node, choice, inRow }: Leaning, constant: Constant): Test | undefined {
    if (constant === undefined || constant === null || constant === '')
      return seen.as === 'group' ? undefined : { not: { field: pointer, is: {} } };
    const word = String(constant);
    if (choice !== undefined || seen.as === 'flag') {
      const ticked: Test = {
        field: pointer,
        is: choice === undefined ? { const: true } : { contains: { const: choice } },
      };
      if (word === 'true') return ticked;
      return word === 'false' ? both([...(inRow ? [] : this.#shows(node)), negated(ticked)]) : NEVER;
    }
    switch (seen.as) {
      case 'one':
      case 'text':
      case 'day':
        return { field: pointer, is: { const: word } };
      case 'number':
        return Number.isFinite(Number(word)) ? { field: pointer, is: { const: Number(word) } } : NEVER;
      case 'several':
        // form.io takes a choice of several for the condition's value
        return seen.values.includes(word) ? { field: pointer, is: { contains: { const: word } } } : undefined;
      default:
        return undefined;
    }
  }

  #truthy({ pointer, seen, choice }: Leaning): Test | undefined {
    if (choice !== undefined) return { field: pointer, is: { contains: { const: choice } } };
    switch (seen.as) {
      case 'flag':
        return { field: pointer, is: { const: true } };
      case 'number':
        return { field: pointer, is: { not: { const: 0 } } };
      case 'one':
      case 'text':
      case 'day':
      case 'other':
        return { field: pointer, is: {} };
      default:
        return undefined;
    }
  }

  #some({ some, row }: Extract<Logic, { some: Operand }>, find: Find): Test | undefined {
    if ('constant' in some) return undefined;
    const list = find(some.path);
    if (list?.node.part !== 'rows') return undefined;
    const start = `${list.pointer}/*`;
    const test = this.#test(row, ([root, ...path]) => {
      const leaning = root === ROW_OF ? this.#places.at([...list.node.path, ...path]) : undefined;
      // its pointers go on from the row; what is around the row could not be asked there
      return leaning && { ...leaning, pointer: leaning.pointer.slice(start.length), inRow: true };
    });
    return test && { some: list.pointer, row: test };
  }
}

/** What stands in a row is known in that row alone: from outside it is not said which row is meant. */
function inSight(leaning: Leaning | undefined, node: Node): Leaning | undefined {
  if (!leaning) return undefined;
  const rows = leaning.pointer.lastIndexOf('/*/');
  return rows < 0 || node.pointer.startsWith(leaning.pointer.slice(0, rows + 3)) ? leaning : undefined;
}
