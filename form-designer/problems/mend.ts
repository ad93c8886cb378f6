import type { Problem } from '#core/definition/types.ts';
import { valueAt } from '#core/form/pointer.ts';
import { type Json, objectOf } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';

/** What would mend a problem by itself, where that is mechanical; null where only a person can know. */
export function mendOf({ code, pointer }: Problem, definition: Json): Operation[] | null {
  const value = valueAt(definition, pointer) as Json | undefined;
  switch (code) {
    case 'noDue':
      return [
        { do: 'put', at: `${pointer}/due`, value: { workingDays: 5 } },
        ...('overdue' in objectOf(value) || typeof objectOf(value).role !== 'string'
          ? []
          : [{ do: 'put' as const, at: `${pointer}/overdue`, value: { raise: objectOf(value).role ?? '' } }]),
      ];
    case 'noRetention':
      return null;
    default:
      return null;
  }
}
