import { isReserved } from '#core/expression/types/index.ts';
import { freeName } from '../names.ts';

/** Names that expressions have already: no state may be called so. */
const BUILTIN = [
  ...[
    'form',
    'identity',
    'applicant',
    'agency',
    'office',
    'parameters',
    'case',
    'about',
    'now',
    'today',
    'files',
  ],
  ...['outcomes', 'result', 'failure', 'item', 'record', 'application', 'event'],
];

/** Gives each element of a process a plain name that no other state has. */
export class Naming {
  readonly #taken = new Set<string>(BUILTIN);

  constructor(taken: readonly string[] = []) {
    for (const name of taken) this.#taken.add(name);
  }

  /** `Activity_shared-check` as `activitySharedCheck`, at most 36 signs. */
  name(given: string): string {
    const words = given.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
    const joined = words
      .map(
        (word, n) => (n === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1),
      )
      .join('');
    const plain =
      joined
        .replace(/Activity$/, '')
        .replace(/^[^a-z]+/, '')
        .slice(0, 36) || 'step';
    return freeName(isReserved(plain) ? `${plain}State` : plain, this.#taken);
  }
}
