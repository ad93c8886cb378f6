import type { Control, Words } from '../described/control.ts';

/** Controls that are read together, under a heading. */
export interface Section {
  readonly words: Words;
  readonly controls: readonly Control[];
}
/** A tab of the editor that is described: its name in the address, its sections. */
export interface Sheet {
  readonly tab: string;
  readonly sections: readonly Section[];
}

/** What every definition says of itself, and nobody edits by hand. */
export const given = ['$schema', 'format', 'id'] as const;

export const everyControl = (sheets: readonly Sheet[]): Control[] =>
  sheets.flatMap(({ sections }) => sections.flatMap(({ controls }) => [...controls]));
