import type { FileField } from '#core/definition/types.ts';
import type { Words } from '../words.ts';
import type { Schema, Test } from './test.ts';

/** A field of the form that an import makes: a value, a group (`inside`) or a list of groups (`inside` and `rows`). */
export type Draft = {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
  readonly title?: Words | undefined;
  hint?: Words | undefined;
  readonly options?: { readonly [value: string]: Words } | undefined;
  readonly errors?: { readonly [keyword: string]: Words } | undefined;
  readonly ui?: { readonly [name: string]: unknown } | undefined;
  readonly file?: Omit<FileField, 'at'> | undefined;
  /** It shows while all of these hold. */
  readonly shows: Test[];
  readonly inside?: Draft[];
  readonly rows?: boolean;
};

export type PageDraft = { title: Words; hint?: Words | undefined; fields: Draft[] };

/** Texts one after another, language by language. */
export function joinedWords(first: Words | undefined, second: Words | undefined): Words | undefined {
  if (!first || !second) return first ?? second;
  const languages = new Set([...Object.keys(first), ...Object.keys(second)]);
  return Object.fromEntries(
    [...languages].map((language) => [
      language,
      [first[language], second[language]].filter((one) => one !== undefined).join('\n'),
    ]),
  );
}
