import { at, withAt } from '#core/flow/pointer.ts';
import type { Instant, JsonObject } from '#core/flow/types.ts';
import type { AskPlace } from './place.ts';
import type { Turn } from './turn.ts';
import type { Case } from './types.ts';

/** A collection closes: from now on nothing is taken, and what came is asked for. */
export function closes(turn: Turn, { path }: AskPlace) {
  const effect = `${turn.case.id}/${turn.nextSeq}/0`;
  turn.say({ type: 'timerFired', path, kind: 'until', closes: effect });
}

/** What nobody sees of an application that was sent to a collection, until that closes. */
export const sealedAt = ({ origin }: Case, now: Instant): readonly string[] =>
  origin?.as === 'collect' && origin.until !== undefined && now <= origin.until ? (origin.sealed ?? []) : [];

/** A form without the values at some pointers. */
export const without = (form: JsonObject, pointers: readonly string[]): JsonObject =>
  pointers.reduce(
    (left, pointer) => (at(left, pointer) === undefined ? left : withAt(left, pointer, undefined)),
    form,
  );
