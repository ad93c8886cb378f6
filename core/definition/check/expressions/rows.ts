import type { Type } from '#core/expression/types/index.ts';
import { pointerOf } from '../../place.ts';
import { kindWords } from '../words/kinds.ts';
import { type Asking, type Sight, wantedOf } from './ask.ts';
import type { Taken } from './options.ts';

const isUnknown = ({ kind }: Type): boolean => kind === 'any' || kind === 'mixed' || kind === 'null';

/**
 * One row for each item of a list: what row and item both have by name is taken over and cannot be entered, so it must be of
 * the kind that the row holds.
 */
export function askRows(asking: Asking, { source, name, at, field }: Taken, sight: Sight): void {
  const pointer = at + pointerOf([name]);
  const { type } = asking.ask(source, pointer, sight, { kinds: ['list'] });
  const row = field?.kind === 'list' ? field.of : undefined;
  if (type.kind !== 'list' || type.of.kind !== 'context' || row?.kind !== 'context') return;
  for (const [own, wanted] of Object.entries(row.fields)) {
    const given = Object.hasOwn(type.of.fields, own) ? type.of.fields[own] : undefined;
    if (!given || isUnknown(given) || isUnknown(wanted)) continue;
    if (wantedOf(wanted).kinds?.includes(given.kind) ?? true) continue;
    const holes = { name, field: own, given: kindWords[given.kind], wants: kindWords[wanted.kind] };
    asking.add('rowUnlikeItem', pointer, holes);
  }
}
