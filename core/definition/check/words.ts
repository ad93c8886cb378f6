import { agency } from './words/agency.ts';
import { expressions } from './words/expressions.ts';
import { flow } from './words/flow.ts';
import { form } from './words/form.ts';
import { others } from './words/others.ts';
import { people } from './words/people.ts';
import { references } from './words/references.ts';
import { shape } from './words/shape.ts';
import type { Word } from './words/word.ts';

/** Every mistake by its code (docs/format.md, "Mistakes", lists them with their mend). */
export const words = {
  ...shape,
  ...references,
  ...form,
  ...flow,
  ...expressions,
  ...people,
  ...others,
  ...agency,
} satisfies Record<string, Word>;

export type Code = keyof typeof words;
