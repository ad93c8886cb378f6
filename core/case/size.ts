import type { Json } from '#core/flow/types.ts';

/**
 * Sizes, in bytes of JSON as UTF-8. One item of the table holds all that is known of a case, and takes 400 KB
 * (docs/decisions/0012-one-item.md); Cyrillic letters are two bytes each, so characters say too little.
 */
export const MOST_FORM = 250_000;
export const MOST_COMMAND = 300_000;
export const MOST_ANSWER = 150_000;
export const MOST_CASE = 380_000;

const encoder = new TextEncoder();

/** The size of a value as JSON, in bytes. */
export const bytesOf = (value: object | Json): number => encoder.encode(JSON.stringify(value)).length;
