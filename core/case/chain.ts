import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Instant } from '#core/flow/types.ts';
import type { EventActor } from './actor.ts';
import type { CaseEvent, EventBodies, EventHead, EventType } from './event.ts';

/** The personal part of an event, kept in an item of its own so that it can be erased. */
export type Personal = { data: unknown; salt: string };

const hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
const canonical = (value: unknown): string => canonicalize(value) ?? 'null';

/** SHA-256 (hex) of the salt and the canonical JSON (RFC 8785) of personal data. */
export function dataHash({ data, salt }: Personal): string {
  return hex(salt + canonical(data));
}

/** SHA-256 (hex) of the canonical JSON of an event without its `hash`, `data` and `salt`. */
export function eventHash(event: object): string {
  const { hash: _, data: __, salt: ___, ...open } = event as Record<string, unknown>;
  return hex(canonical(open));
}

/** What `decide` says of an event, before it is put in the chain. */
export type Said = {
  [T in EventType]: { type: T } & EventBodies[T]['public'] & { data?: EventBodies[T]['data'] };
}[EventType];

/** Puts an event into the chain: sequence number, hashes, salt of its data. */
export function chained(
  said: Said,
  place: { seq: number; previous: string; at: Instant; actor: EventActor; salt: () => string },
): CaseEvent {
  const { data, ...open } = said;
  const salt = data === undefined ? undefined : place.salt();
  const head: Omit<EventHead, 'hash'> = {
    v: 1,
    seq: place.seq,
    at: place.at,
    actor: place.actor,
    previous: place.previous,
    ...(salt === undefined ? {} : { dataHash: dataHash({ data, salt }) }),
  };
  const event = { ...open, ...head };
  const kept = salt === undefined ? {} : { data, salt };
  return { ...event, hash: eventHash(event), ...kept } as CaseEvent;
}

/** Takes an event apart into what stays for ever and what can be erased (null where nothing is personal). */
export function parted(event: CaseEvent): { event: CaseEvent; personal: Personal | null } {
  const { data, salt, ...open } = event;
  return {
    event: open as CaseEvent,
    personal: salt === undefined ? null : { data, salt },
  };
}

/** Puts an event and its personal part together again. */
export function whole(event: CaseEvent, personal: Personal | null | undefined): CaseEvent {
  return personal ? ({ ...event, ...personal } as CaseEvent) : event;
}

/** The first link that does not hold: which event, and what is wrong with it. */
export type ChainProblem = {
  seq: number;
  code: 'gap' | 'previous' | 'hash' | 'data' | 'missing';
};

/**
 * Checks the chain of a case from its first event on; null where it holds.
 * @param data personal parts by sequence number. After `erased` those before it may be missing; earlier a missing one is a problem.
 */
export function verifyChain(
  events: readonly CaseEvent[],
  data: ReadonlyMap<number, Personal>,
): ChainProblem | null {
  const erasedAt = events.findLast((e) => e.type === 'erased')?.seq ?? 0;
  let previous = '';
  let seq = 1;
  for (const event of events) {
    if (event.seq !== seq) return { seq, code: 'gap' };
    if (event.previous !== previous) return { seq, code: 'previous' };
    if (eventHash(event) !== event.hash) return { seq, code: 'hash' };
    const personal = data.get(seq);
    if (event.dataHash !== undefined) {
      if (personal === undefined) {
        if (seq >= erasedAt) return { seq, code: 'missing' };
      } else if (dataHash(personal) !== event.dataHash) return { seq, code: 'data' };
    } else if (personal !== undefined) return { seq, code: 'data' };
    previous = event.hash;
    seq++;
  }
  return null;
}
