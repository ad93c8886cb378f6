import { flowOf, inside } from '#core/flow/position.ts';
import type { Path } from '#core/flow/types.ts';
import type { MessageMeta } from './event.ts';
import { standing } from './reissue.ts';
import type { Turn } from './turn.ts';
import type { Case } from './types.ts';

/**
 * The issued documents that go with a letter told at a path, by the names that its message says, and the names of which none
 * holds now. A document is taken from the flow of the letter or those around it, so that no item gets that of another; where
 * there is none, all from the flows inside.
 */
export function attached(
  kase: Case,
  names: readonly string[],
  path: Path,
): { attach: string[]; missing: string[] } {
  const flow = flowOf(path);
  const found = names.map((name) => {
    const all = standing(kase, name);
    const around = all.filter((one) => isWithin(flow, flowOf(one.path)));
    return around.length > 0 ? around : all.filter((one) => isWithin(flowOf(one.path), flow));
  });
  return {
    attach: found.flat().map(({ id }) => id),
    missing: names.filter((_, n) => found[n]?.length === 0),
  };
}

const isWithin = (flow: Path, around: Path): boolean =>
  flow === around || around === '' || inside(flow, around);

/** What a letter takes with it, or what it waits for: while the case goes on, a document may still be issued. */
export function attachedTo(
  kase: Case,
  names: readonly string[],
  path: Path,
): Pick<MessageMeta, 'attach' | 'missing' | 'waits'> {
  const { attach, missing } = attached(kase, names, path);
  if (missing.length > 0 && kase.outcome === undefined) return { waits: { for: [...names], path } };
  return { ...(attach.length > 0 ? { attach } : {}), ...(missing.length > 0 ? { missing } : {}) };
}

/** Sends the letters whose documents are there now; once the case has ended, none waits any more. */
export function sendWaiting(turn: Turn): void {
  const going = Object.entries(turn.case.letters ?? {}).flatMap(([of, { waits, ...meta }]) => {
    const data = turn.case.data.letters?.[of];
    if (!waits || data === undefined) return [];
    const taken = attachedTo(turn.case, waits.for, waits.path);
    return taken.waits ? [] : [{ meta: { ...meta, ...taken, of }, data }];
  });
  if (going.length === 0) return;
  turn.say({
    type: 'notified',
    messages: going.map(({ meta }) => meta),
    data: { messages: going.map(({ data }) => data) },
  });
}
