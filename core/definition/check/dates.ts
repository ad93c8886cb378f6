import { isDay } from '#core/reference/identifiers.ts';
import type { Problem, Service } from '../types.ts';
import { mistake } from './problem.ts';

/** Days of a service: when it opens and closes, since when values of parameters hold. */
export function checkDates(service: Service): Problem[] {
  const problems: Problem[] = [];
  const { opens, closes } = service.availability ?? {};
  if (opens !== undefined && closes !== undefined && Date.parse(closes) <= Date.parse(opens))
    problems.push(
      mistake('wrongOrder', '/availability/closes', { from: opens, to: closes }, [
        { op: 'replace', path: '/availability/opens', value: closes },
        { op: 'replace', path: '/availability/closes', value: opens },
      ]),
    );
  for (const [name, values] of Object.entries(service.parameters ?? {})) {
    const seen = new Set<string>();
    const kinds = new Set(values.map(({ value }) => (Array.isArray(value) ? 'array' : typeof value)));
    if (kinds.size > 1)
      problems.push(mistake('parameterKinds', `/parameters/${name}`, { name, kinds: [...kinds].join(', ') }));
    for (const [n, { from }] of values.entries()) {
      const at = `/parameters/${name}/${n}`;
      if (!isDay(from)) problems.push(mistake('noSuchDay', `${at}/from`, { value: from }));
      if (seen.has(from)) problems.push(mistake('repeated', `${at}/from`, {}));
      seen.add(from);
    }
  }
  return problems;
}
