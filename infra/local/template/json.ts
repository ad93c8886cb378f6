/** A JSON value as CloudFormation templates hold it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };
export type JsonObject = { [key: string]: Json | undefined };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object at `value`, or an empty one: templates leave out what is empty. */
export const object = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The list at `value`; a single value counts as a list of one, as in IAM policies. */
export const list = (value: Json | undefined): Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The strings of a list (or of a single value); whatever else it holds is left out. */
export const texts = (value: Json | undefined): string[] =>
  list(value).filter((entry): entry is string => typeof entry === 'string');
