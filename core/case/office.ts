import type { JsonObject, Path } from '#core/flow/types.ts';
import { servingOffice } from '#core/reference/closures.ts';
import { feelValue } from './feel.ts';
import { fault } from './refuse.ts';
import type { ServiceRuntime } from './runtime.ts';

/**
 * The agency and office of a role for a case: as the definition says, else its `ifNoOffice`, else the agency's fallback.
 * While that office is closed, the one that serves instead; where nobody does, the case waits at the closed one.
 */
export function officeOf(
  service: ServiceRuntime,
  roleName: string,
  names: JsonObject,
  where: Path,
): { agency: string; office: string } {
  const role = service.bundle.roles?.[roleName];
  if (!role) return fault(where, `there is no role ${roleName}`);
  const agency = role.agency ?? service.bundle.agency;
  const known = service.live.agencies[agency];
  if (!known) return fault(where, `there is no agency ${agency}`);
  const asked =
    role.office === undefined ? null : feelValue(service, role.office, names, { agency, role: roleName });
  const office = typeof asked === 'string' ? asked : (role.ifNoOffice ?? known.fallback);
  if (!known.offices.some((o) => o.id === office))
    return fault(where, `agency ${agency} has no office ${office}`);
  const { today } = names;
  const serving = typeof today === 'string' ? servingOffice(known, office, today) : undefined;
  return { agency, office: serving ?? office };
}
