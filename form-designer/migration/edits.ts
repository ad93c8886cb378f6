import { under } from '#core/form/pointer.ts';
import { type Json, type JsonObject, objectOf } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';

const AT = '/migrate';

/** Takes a name out of a map below the migration; a map that would be empty goes with it. */
export function without(migrate: JsonObject, map: string, name: string): Operation[] {
  const path = map.split('/');
  const found = path.reduce<JsonObject>((here, step) => objectOf(here[step]), migrate);
  if (found[name] === undefined) return [];
  if (Object.keys(found).length > 1) return [{ do: 'take', at: under(`${AT}/${map}`, name) }];
  const outer = path.slice(0, -1).join('/');
  return outer === '' ? [{ do: 'take', at: `${AT}/${map}` }] : without(migrate, outer, path.at(-1) ?? '');
}

/** Begins to say how the open cases of a version come over; what was said for another version names what that one had, and goes. */
export const beginMigration = (from: number): Operation[] => [{ do: 'put', at: AT, value: { from } }];

export const noMigration = (): Operation[] => [{ do: 'take', at: AT }];

/** Says what becomes of the cases in a state: `on <name>`, `enter <name>`, `stays` (with the reason that people read), or nothing. */
export function carryState(migrate: JsonObject, name: string, fate: string, why: JsonObject): Operation[] {
  const [how = '', to = ''] = fate.split(' ');
  const said: { readonly [how: string]: Json } = { enter: { enter: to }, stays: { stays: why } };
  const value = said[how];
  const states: Operation[] = value
    ? [{ do: 'put', at: under(`${AT}/states`, name), value }]
    : without(migrate, 'states', name);
  // where it does not wait on, what was entered in it may still have another name now
  const renames = how === 'on' || how === '' ? renaming(migrate, name, to) : [];
  return [...states, ...renames];
}

/** Says that something of the earlier version has another name now; its own name, or none, says nothing. */
export function renaming(migrate: JsonObject, name: string, to: string): Operation[] {
  if (to === '' || to === name) return without(migrate, 'renamed', name);
  return [{ do: 'put', at: under(`${AT}/renamed`, name), value: to }];
}

/** Says where a field went; nothing: what was entered in it is lost. */
export function moveField(migrate: JsonObject, form: string, from: string, to: string): Operation[] {
  if (to === '') return without(migrate, `data/${form}/move`, from);
  return [{ do: 'put', at: under(`${AT}/data/${form}/move`, from), value: to }];
}

/** Says what a new field is filled with. */
export function fillField(migrate: JsonObject, form: string, field: string, feel: string): Operation[] {
  if (feel === '') return without(migrate, `data/${form}/fill`, field);
  return [{ do: 'put', at: under(`${AT}/data/${form}/fill`, field), value: feel }];
}
