/** A territory or settlement of the codifier (KATOTTG), with the code of the one it lies in; none at the top. */
export type Territory = { code: string; parent?: string };

/** The code of the territory that one lies in; undefined at the top and for a code that is not known. */
export type TerritoryAbove = (katottg: string) => string | undefined;

/** More levels than any tree of territories has: a circle in a file ends here. */
const MOST_LEVELS = 12;

/** The tree of a list of territories, as what lies above each. */
export function territoryAbove(territories: Iterable<Territory>): TerritoryAbove {
  const parents = new Map<string, string | undefined>();
  for (const { code, parent } of territories) parents.set(code, parent);
  return (katottg) => parents.get(katottg);
}

/** A code and all that it lies in, the nearest first. */
export function upwards(katottg: string, above: TerritoryAbove | undefined): string[] {
  const codes: string[] = [];
  let code: string | undefined = katottg;
  while (code !== undefined && codes.length < MOST_LEVELS && !codes.includes(code)) {
    codes.push(code);
    code = above?.(code);
  }
  return codes;
}

/** What the search must know of an office; an office of an agency's definition is one. No `roles`: it has all. */
export type ServingOffice = { id: string; katottg: readonly string[]; roles?: readonly string[] };

/**
 * The office that serves a territory, or the nearest territory above it, and has the role; undefined where there is none.
 * An office that serves several levels is found at the first that lists the code; of two for one code, the first in the list.
 */
export function nearestOffice<Office extends ServingOffice>(
  offices: readonly Office[],
  role: string,
  katottg: string,
  above: TerritoryAbove | undefined,
): Office | undefined {
  const fit = offices.filter((office) => office.roles?.includes(role) ?? true);
  for (const code of upwards(katottg, above)) {
    const office = fit.find((one) => one.katottg.includes(code));
    if (office) return office;
  }
  return undefined;
}
