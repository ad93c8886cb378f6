import { hash } from '#core/definition/hash.ts';
import type { Instant, Pointer } from '#core/flow/types.ts';

/** Which case another one comes from, and as what: it is told when the other is submitted and how it ends. */
export type Origin = {
  as: 'start' | 'collect' | 'appeal' | 'renew';
  service: string;
  case: string;
  /** The effect that led to it. */
  effect: string;
  /** `start`: what the case is called in `cases`. */
  name?: string;
  /** Not to be submitted before or after. */
  opens?: Instant;
  until?: Instant;
  /** `collect`: the fields that no officer sees before `until`. */
  sealed?: Pointer[];
};

/** A case that came of another, as that other keeps it. */
export type Linked = {
  as: Origin['as'];
  service: string;
  reference: string;
  at: Instant;
  name?: string;
  ended?: { at: Instant; outcome: string; kind: string };
};

/** The id of the case or draft that an effect leads to: always the same for the same effect, a UUID of version 8. */
export function childOf(effect: string, name = ''): string {
  const hex = hash(`case/${effect}/${name}`);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
