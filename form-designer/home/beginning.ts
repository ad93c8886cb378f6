import type { Agency } from '#core/definition/types.ts';
import { isObject, type Json, type JsonObject, withEntry } from '../commands/json.ts';

/** A copy under another identifier and name, of the agency that draws it. What a copy must not claim (its number, its register) goes. */
export function copyOf(
  definition: JsonObject,
  id: string,
  title: string,
  agency: string | undefined,
): JsonObject {
  const { version: _, register: __, ...rest } = definition;
  const named = withEntry(rest, 'id', id);
  const titled = title === '' ? named : withEntry(named, 'title', retitled(named.title, title));
  return agency === undefined || !('agency' in titled) ? titled : withEntry(titled, 'agency', agency);
}

const retitled = (before: Json | undefined, title: string): Json => ({
  ...(isObject(before) ? before : {}),
  uk: title,
});

/** The roles of an agency that can decide: those that are not there to administer or to draw. */
export function deciding(agency: Pick<Agency, 'roles'>): string[] {
  return Object.entries(agency.roles)
    .filter(([, role]) => !(role.may ?? []).some((right) => ['define', 'appoint', 'counter'].includes(right)))
    .map(([name]) => name);
}

export const isIdentifier = (text: string): boolean =>
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text) && text.length <= 40;
