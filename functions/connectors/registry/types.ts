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

/** A case that waits in line for a place, and what it was asked with. */
export type Waiting = {
  effect: string;
  case: string;
  service: string;
  since: string;
  where: string;
  /** The values that `where` uses beside the record: personal. */
  names: Record<string, unknown>;
};

/** A place of a record in the name of a case, by the effect that asked for it (`<registry>#e#<effect>`, `reservation`). */
export type Reservation = Pick<Waiting, 'effect' | 'case' | 'service' | 'since'> & {
  state: 'held' | 'waiting' | 'released';
  key?: string;
  /** Which of the record's places, from 1. */
  place?: number;
  /** The record as it was when it was reserved. */
  record?: Record<string, unknown>;
};

/** Which places of a record are taken, each by which effect (`<registry>#<key>`, `places`). */
export type Taken = { version: number; by: { [place: string]: string } };

/** The reserved places of a registry. */
export type Places = {
  reservation(effect: string): Promise<Reservation | null>;
  taken(record: string): Promise<Taken>;
  /** Takes a place where nobody took any of that record meanwhile and the reservation stands as it `was`. */
  take(reservation: Reservation, before: Taken, was: 'waiting' | null): Promise<boolean>;
  release(reservation: Reservation, before: Taken): Promise<boolean>;
  /** Puts a case in line. */
  wait(waiting: Waiting): Promise<boolean>;
  leaveLine(of: Pick<Waiting, 'effect' | 'since'>): Promise<void>;
  /** Those in line, the first first. */
  line(): Promise<Waiting[]>;
  /** Every record, page by page. */
  records(): AsyncIterable<RecordItem[]>;
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
