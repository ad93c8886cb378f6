import { parse } from 'yaml';
import { listOf, looseIn, looseOf, textOf, wordOf } from '../json.ts';

/** Who may start a process: the realm they log in to and their roles there. */
export type Access = { readonly realm: string; readonly process: string; readonly roles: readonly string[] };

/** The access rules of a regulation (`bp-access/*.yml`); undefined where a text is none. */
export function accessIn(text: string): Access[] | undefined {
  let value: unknown;
  try {
    value = parse(text, { logLevel: 'silent' });
  } catch {
    return undefined;
  }
  const { realm, process_definitions: processes } = looseOf(looseOf(value).authorization);
  if (textOf(realm) === undefined) return undefined;
  return looseIn(processes, '').map(([one]) => ({
    realm: wordOf(realm),
    process: textOf(one.process_definition_id) ?? '',
    roles: listOf(one.roles).filter((role) => typeof role === 'string'),
  }));
}
