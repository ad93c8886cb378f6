import type { JsonObject } from '#core/flow/types.ts';
import type { PartyData } from './event.ts';
import { feelValue } from './feel.ts';
import type { ServiceRuntime } from './runtime.ts';

/** Where messages to a party go if it has not told itself, as the definition says (`contact`); nothing where that gives nothing. */
export function contactOf(
  service: ServiceRuntime,
  party: string,
  names: JsonObject,
): Pick<PartyData, 'contact'> {
  const contact: NonNullable<PartyData['contact']> = {};
  const told = service.bundle.parties[party]?.contact;
  for (const key of ['name', 'email', 'phone'] as const) {
    const source = told?.[key];
    const value = source === undefined ? null : feelValue(service, source, names);
    if (typeof value === 'string' && value !== '') contact[key] = value;
  }
  return Object.keys(contact).length > 0 ? { contact } : {};
}
