import { isDay } from '#core/reference/identifiers.ts';
import type { Problem, Service } from '../types.ts';
import { mistake } from './problem.ts';

/** Days of a service: when it opens and closes, since when values of parameters hold. `today`: YYYY-MM-DD, where it is known. */
export function checkDates(service: Service, today?: string): Problem[] {
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
    const first = values.map(({ from }) => from).sort()[0];
    // read on the day of the submission: none comes before the service opens
    const since = [today, opens?.slice(0, 10)]
      .filter((day) => day !== undefined)
      .sort()
      .at(-1);
    if (first !== undefined && since !== undefined && isDay(first) && first > since)
      problems.push(mistake('parameterNotYet', `/parameters/${name}`, { name, from: first, since }));
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
