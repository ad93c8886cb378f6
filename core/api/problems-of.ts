import type { RefusalCode } from '#core/case/types.ts';
import type { Operation } from './operations.ts';
import { type ProblemCode, problems, refusals } from './problems.ts';

/** The problems that an operation may have, in order of status: its own and those of all like it. */
export function problemsOf(operation: Operation): Map<number, ProblemCode[]> {
  const { audience, method, path, idempotent, ifMatch, body, command, query, answers } = operation;
  const signedIn = audience !== 'public';
  const common: (keyof typeof problems)[] = [
    ...(method === 'GET' || answers === 'verify' ? [] : (['badJson', 'tooLarge'] as const)),
    ...(query?.includes('cursor') ? (['badCursor'] as const) : []),
    ...(idempotent ? (['keyMissing', 'otherRequest'] as const) : []),
    ...(signedIn ? (['signedOut', 'forbidden'] as const) : []),
    ...(path.includes('{') && answers !== 'verify' ? (['notFound'] as const) : []),
    ...(ifMatch ? (['changed', 'matchMissing'] as const) : []),
    ...(body && answers !== 'verify' ? (['invalidBody'] as const) : []),
    'fault',
    'busy',
  ];
  const all: (readonly [number, ProblemCode])[] = [
    ...common.map((code) => [problems[code][0], code] as const),
    ...(command ? (Object.entries(refusals) as [RefusalCode, number][]) : []).map(
      ([code, status]) => [status, code] as const,
    ),
    ...(signedIn && method !== 'GET' ? ([[429, 'tooManyWrites']] as const) : []),
    ...Object.entries(operation.problems ?? {}).flatMap(([status, codes]) =>
      codes.map((code) => [Number(status), code] as const),
    ),
  ];
  const byStatus = Map.groupBy(all, ([status]) => status);
  return new Map(
    [...byStatus]
      .sort(([one], [other]) => one - other)
      .map(([status, found]) => [status, [...new Set(found.map(([, code]) => code))]]),
  );
}
