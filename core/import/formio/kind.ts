import type { Text } from '#core/definition/types.ts';
import type { Draft } from '../draft/draft.ts';
import type { Schema } from '../draft/test.ts';
import type { Asked, Listed, Searched } from '../regulation/lists/lists.ts';
import type { Words } from '../words.ts';
import type { Component } from './component.ts';
import type { Source } from './kinds/asked.ts';

/** How the value of a field is compared in a condition. */
export type Seen =
  | { readonly as: 'text' | 'number' | 'flag' | 'day' | 'list' | 'group' }
  | { readonly as: 'one' | 'several'; readonly values: readonly string[] }
  /** Nothing that a condition of the source compares with it means the same here. */
  | { readonly as: 'other' };

/** A rule that a kind brings: FEEL over the value, which is named `x` in `must`, and what is said. */
export type Demand = { readonly must: (x: string) => string; readonly say: Words };

/** What a component becomes. */
export type Made = {
  readonly schema: Schema;
  readonly seen: Seen;
  readonly ui?: Draft['ui'];
  readonly options?: { readonly [value: string]: Words };
  readonly file?: Draft['file'];
  readonly inside?: Draft[];
  /** Where its parts are found: by the names under which the source enters them. */
  readonly parts?: { readonly [name: string]: Part };
  /** Fields that stand before it. */
  readonly before?: Draft[];
  /** Fields that stand after it. */
  readonly after?: Draft[];
  readonly demands?: readonly Demand[];
  /** In what it is not the same as in the source. */
  readonly losses?: readonly Text[];
  /** Where its choices are asked for while one fills in. */
  readonly live?: Live;
  /** What whoever reads the report should know of it, though it means the same. */
  readonly note?: Text;
};

/** A list that is asked for. `typed`: the column by whose beginning or part it must be searched, as it is not given whole. */
export type Live = Source & { readonly typed?: string };

/** A part of what is entered in a field: `self` is the field itself, else a field inside or after it. */
export type Part =
  | { readonly field: string; readonly seen: Seen; readonly demands?: readonly Demand[] }
  | { readonly self: true };

/** What reads a component of one kind. */
export type Kind = (component: Component, tools: Tools) => Made;

export type Tools = {
  /** A text of the source, in every language. */
  readonly words: (source: unknown) => Words | undefined;
  /** The name that the field has here. */
  readonly name: string;
  /** The choices that a list of the source's registry holds; absent where nothing but forms is imported. */
  readonly listed?: (asked: Asked) => Listed;
  /** What the data model says of a search condition; absent as above. */
  readonly searched?: (source: Source) => Searched | undefined;
  /** The form may ask while it is filled in: that of a state may not. */
  readonly asks?: boolean;
};
