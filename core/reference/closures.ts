import type { AgencyTimes } from './times.ts';

/**
 * The office that serves in an office's place on a day (YYYY-MM-DD): itself while it is open, else the one that its closure
 * names `instead`, which may be closed in turn. Undefined where nobody serves.
 */
export function servingOffice(
  agency: AgencyTimes | undefined,
  office: string,
  day: string,
): string | undefined {
  const closures = (agency?.closures ?? []).filter((c) => c.from <= day && day <= c.to);
  const seen = new Set<string>();
  let here = office;
  while (!seen.has(here)) {
    seen.add(here);
    const asked = here;
    const shut = closures.filter((c) => c.offices?.includes(asked) ?? true);
    if (shut.length === 0) return asked;
    const instead = shut.find((c) => c.instead !== undefined)?.instead;
    if (instead === undefined) return undefined;
    // an office that serves instead of all, itself among them, stays open
    if (instead === asked) return asked;
    here = instead;
  }
  return undefined;
}
