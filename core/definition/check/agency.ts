import type { Agency, Library, Problem } from '../types.ts';
import { mistake } from './problem.ts';

/** An agency: its offices are a tree, what names an office or a role names one that exists. */
export function checkAgency(_library: Library, agency: Agency): Problem[] {
  const problems: Problem[] = [];
  const offices = agency.offices.map((o) => o.id);
  const known = offices.join(', ');
  const office = (name: string | undefined, pointer: string) => {
    if (name !== undefined && !offices.includes(name))
      problems.push(mistake('unknownReference', pointer, { kind: 'office', name, known }));
  };
  office(agency.fallback, '/fallback');
  for (const [n, one] of agency.offices.entries()) {
    if (offices.indexOf(one.id) < n) problems.push(mistake('repeated', `/offices/${n}/id`, {}));
    office(one.parent, `/offices/${n}/parent`);
    for (const [m, role] of (one.roles ?? []).entries())
      if (!Object.hasOwn(agency.roles, role))
        problems.push(
          mistake('unknownReference', `/offices/${n}/roles/${m}`, {
            kind: 'role',
            name: role,
            known: Object.keys(agency.roles).join(', '),
          }),
        );
    const above = new Set<string>();
    for (
      let id: string | undefined = one.id;
      id !== undefined;
      id = agency.offices.find((o) => o.id === id)?.parent
    ) {
      if (above.has(id)) {
        problems.push(mistake('circularOffice', `/offices/${n}/parent`, { name: one.id }));
        break;
      }
      above.add(id);
    }
  }
  const order = (from: string, to: string | undefined, pointer: string) => {
    if (to !== undefined && to < from) problems.push(mistake('wrongOrder', pointer, { from, to }));
  };
  for (const [n, regime] of (agency.regimes ?? []).entries()) {
    order(regime.from, regime.to, `/regimes/${n}/to`);
    if (regime.termsSuspended === true && regime.to === undefined)
      problems.push(mistake('suspendedForEver', `/regimes/${n}`, {}));
  }
  for (const [n, closure] of (agency.closures ?? []).entries()) {
    order(closure.from, closure.to, `/closures/${n}/to`);
    for (const [m, id] of (closure.offices ?? []).entries()) office(id, `/closures/${n}/offices/${m}`);
    office(closure.instead, `/closures/${n}/instead`);
  }
  return problems;
}
