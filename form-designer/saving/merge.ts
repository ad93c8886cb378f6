import { under } from '#core/form/pointer.ts';
import { isObject, type Json, type JsonObject, same } from '../commands/json.ts';

/** A part that was changed here and by someone else, differently. Undefined: it is not there on that side. */
export interface Conflict {
  readonly pointer: string;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

const own = (value: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(value, name) ? value[name] : undefined;

/**
 * Two changes of one definition, part by part: what changed on one side only is taken from there, objects are looked
 * into, and what both changed to different values is a conflict, which holds mine until it is chosen.
 */
export function merge(base: Json, mine: Json, theirs: Json): { merged: Json; conflicts: Conflict[] } {
  const conflicts: Conflict[] = [];
  const merged = both(base, mine, theirs, '', conflicts);
  return { merged: merged === undefined ? mine : merged, conflicts };
}

function both(
  base: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
  pointer: string,
  conflicts: Conflict[],
): Json | undefined {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isObject(mine) && isObject(theirs)) {
    const was = isObject(base) ? base : {};
    // their order, with what is only here behind what it stands behind here
    const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    return Object.fromEntries(
      names.flatMap((name) => {
        const value = both(
          own(was, name),
          own(mine, name),
          own(theirs, name),
          under(pointer, name),
          conflicts,
        );
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  }
  conflicts.push({ pointer, mine, theirs });
  return mine;
}
