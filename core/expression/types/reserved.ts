import { builtins, ours } from '../builtins.ts';

/** Words of the grammar: a name like that would break every expression in which it is seen, not only those that use it. */
const words: ReadonlySet<string> = new Set([
  ...['if', 'then', 'else', 'for', 'in', 'return', 'some', 'every', 'satisfies', 'and', 'or', 'between'],
  ...[
    'null',
    'true',
    'false',
    'instance',
    'of',
    'function',
    'external',
    'date',
    'time',
    'duration',
    'years',
    'months',
  ],
]);

/** Whether expressions have the word already: as a word of the grammar or as a function, which a name would hide. */
export const isReserved = (name: string): boolean => words.has(name) || builtins.has(name) || ours.has(name);
