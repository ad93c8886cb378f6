import { isDay } from '#core/reference/identifiers.ts';
import type { Agency, Library, Problem } from '../types.ts';
import { checkCalendar } from './calendar.ts';
import { mistake } from './problem.ts';
import { References } from './reference.ts';

/** An agency: its offices are a tree, what names an office or a role names one that exists, its days are days and follow each other. */
export function checkAgency(library: Library, agency: Agency, today?: string): Problem[] {
  const found = new References(library);
  const offices = Object.fromEntries(agency.offices.map((o) => [o.id, o]));
  found.to('office', agency.fallback, offices, '/fallback');
  for (const [n, one] of agency.offices.entries()) {
    const at = `/offices/${n}`;
    if (agency.offices.findIndex((o) => o.id === one.id) < n)
      found.problems.push(mistake('repeated', `${at}/id`, {}));
    found.to('office', one.parent, offices, `${at}/parent`);
    found.each('role', one.roles, agency.roles, `${at}/roles`);
    if (one.calendar) found.problems.push(...checkCalendar(one.calendar, `${at}/calendar`, today));
  }
  found.problems.push(...circles(agency), ...checkCalendar(agency.calendar, '/calendar', today));
  const ids = (agency.regimes ?? []).map((regime) => regime.id);
  for (const [n, regime] of (agency.regimes ?? []).entries()) {
    const at = `/regimes/${n}`;
    if (ids.indexOf(regime.id) < n) found.problems.push(mistake('repeated', `${at}/id`, {}));
    found.each('service', regime.services, library.services, `${at}/services`);
    found.problems.push(...order(regime, at));
    if (regime.termsSuspended === true && regime.to === undefined)
      found.problems.push(mistake('suspendedForEver', at, {}));
  }
  for (const [n, closure] of (agency.closures ?? []).entries()) {
    const at = `/closures/${n}`;
    found.problems.push(...order(closure, at));
    found.each('office', closure.offices, offices, `${at}/offices`);
    found.to('office', closure.instead, offices, `${at}/instead`);
  }
  if (
    agency.publishedBy === 'two' &&
    !Object.values(agency.roles).some(({ may }) => may?.includes('publish'))
  )
    found.problems.push(mistake('nobodyPublishes', '/publishedBy', {}));
  return found.problems;
}

/** Days that exist, the first before the last. */
export function order({ from, to }: { from?: string; to?: string }, at: string): Problem[] {
  const wrong = [
    ...(from !== undefined && !isDay(from) ? [mistake('noSuchDay', `${at}/from`, { value: from })] : []),
    ...(to !== undefined && !isDay(to) ? [mistake('noSuchDay', `${at}/to`, { value: to })] : []),
  ];
  if (wrong.length > 0 || from === undefined || to === undefined || from <= to) return wrong;
  return [
    mistake('wrongOrder', `${at}/to`, { from, to }, [
      { op: 'replace', path: `${at}/from`, value: to },
      { op: 'replace', path: `${at}/to`, value: from },
    ]),
  ];
}

/** Offices that belong to themselves by way of others. */
function circles(agency: Agency): Problem[] {
  return agency.offices.flatMap((one, n) => {
    const above = new Set<string>();
    for (
      let id: string | undefined = one.id;
      id !== undefined;
      id = agency.offices.find((o) => o.id === id)?.parent
    ) {
      if (above.has(id)) return [mistake('circularOffice', `/offices/${n}/parent`, { name: one.id })];
      above.add(id);
    }
    return [];
  });
}
