/** Every body that crosses the wire: made from the JSON Schemas beside this file. */
export type * from './types.generated.ts';

/** A page of a list; `cursor` asks for the next, absent on the last. */
export type Listed<T> = { items: T[]; cursor?: string };
