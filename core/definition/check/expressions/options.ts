import type { Type } from '#core/expression/types/index.ts';
import { OPTION_VALUES } from '../../option-values.ts';
import { pointerOf } from '../../place.ts';
import { kindWords } from '../words/kinds.ts';
import type { Asking, Sight } from './ask.ts';

const CHOOSABLE: ReadonlySet<Type['kind']> = new Set(['string', 'number', 'boolean']);
const isUnknown = ({ kind }: Type): boolean => kind === 'any' || kind === 'mixed';

/** A list that a field takes its choices or its rows from. `field`: what is entered in it, where that is known. */
export type Taken = {
  readonly source: string;
  readonly name: string;
  readonly at: string;
  readonly field: Type | undefined;
};

/** Choices taken from data: a list of what can be chosen, of the kind that the field holds. */
export function askOptions(asking: Asking, { source, name, at, field }: Taken, sight: Sight): void {
  const pointer = at + pointerOf([name]);
  const { type } = asking.ask(source, pointer, sight, { kinds: ['list'] });
  if (type.kind !== 'list' || type.of.kind === 'null' || isUnknown(type.of)) return;
  const chosen = chosenOf(type.of);
  if (!chosen) {
    asking.add('optionsWithoutValue', pointer, { name });
    return;
  }
  const wanted = field?.kind === 'list' ? field.of : field;
  if (isUnknown(chosen) || wanted === undefined || isUnknown(wanted) || wanted.kind === chosen.kind) return;
  const holes = { name, given: kindWords[chosen.kind], wants: kindWords[wanted.kind] };
  asking.add('optionsOfOtherKind', pointer, holes);
}

/** What is chosen of an item: the item itself, or what it is known by; undefined where there is nothing to choose. */
function chosenOf(item: Type): Type | undefined {
  if (CHOOSABLE.has(item.kind)) return item;
  if (item.kind !== 'context') return undefined;
  const known = OPTION_VALUES.flatMap((name) => (Object.hasOwn(item.fields, name) ? item.fields[name] : []));
  const value = known.find((one) => one && (CHOOSABLE.has(one.kind) || isUnknown(one)));
  return value ?? (item.open ? { kind: 'any' } : undefined);
}
