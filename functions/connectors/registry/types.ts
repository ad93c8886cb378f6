import type { CallEffect, CancelEffect, RecordEffect } from '#core/case/effect.ts';

/** What a registry's connector is asked to do: write a record, or look one up. */
export type RegistryEffect = RecordEffect | CallEffect | CancelEffect;

/** A record as it stands (`<registry>#<key>`, `record`) and each of its versions (`version#<n>`). */
export type RecordItem = {
  registry: string;
  key: string;
  version: number;
  /** Version of the schema that the data follows. */
  schema: number;
  state: 'open' | 'closed' | 'revoked';
  data: Record<string, unknown>;
  changedAt: string;
  /** Effect, case and service that wrote this version. */
  effect: string;
  case: string;
  service: string;
};

/** What a write came to. */
export type Written =
  | { written: Pick<RecordItem, 'registry' | 'key' | 'version'> }
  | { refused: 'exists' | 'absent' | 'closed' | 'taken' };

/** The records of one registry. */
export type Records = {
  get(key: string): Promise<RecordItem | null>;
  /** Writes the next version of a record, once an effect: a repeat answers what the first try wrote. */
  write(
    effect: string,
    key: string,
    next: (now: RecordItem | null) => RecordItem | Extract<Written, { refused: string }>,
  ): Promise<Written>;
  /** Open records under a value of an index. */
  find(index: string, value: string, most: number): Promise<RecordItem[]>;
};
