import { log, type Measures } from '../watch/log.ts';
import { traced } from '../watch/trace.ts';
import type { ApiEvent, ApiResult } from './event.ts';
import { ApiProblem } from './problem.ts';

/** What a request was, as far as it is known: an operation of the table and the case of its path. */
export type Known = { operation: string | null; case: string | null };

const measured = (status: number, ms: number): Measures => ({
  RequestMilliseconds: ms,
  ...(status >= 500 ? { Faults: 1 } : status >= 400 ? { Refusals: 1 } : {}),
  ...(status === 429 ? { Limited: 1 } : {}),
});

/** The line of one request; an error is only named: its own words may hold what was sent. */
export function record(known: Known, status: number, begun: number, error?: unknown): void {
  const ms = Math.round((performance.now() - begun) * 10) / 10;
  const named = error instanceof ApiProblem ? error.code : error instanceof Error ? error.name : undefined;
  log(
    error === undefined || error instanceof ApiProblem ? 'info' : 'error',
    'request',
    {
      operation: known.operation ?? 'none',
      service: process.env.KLADKA_SERVICE ?? 'platform',
      case: known.case,
      status,
      ...(named === undefined ? {} : { error: named }),
      ...(status === 429 ? { limit: named } : {}),
    },
    measured(status, ms),
  );
}

/** A handler of one operation that answers by itself, under its trace and with its line. */
export const recorded =
  (operation: string, answer: (event: ApiEvent) => Promise<ApiResult>) =>
  (event: ApiEvent): Promise<ApiResult> =>
    traced(event.headers?.traceparent, async () => {
      const begun = performance.now();
      try {
        const result = await answer(event);
        record({ operation, case: null }, result.statusCode ?? 200, begun);
        return result;
      } catch (error) {
        record({ operation, case: null }, 500, begun, error);
        throw error;
      }
    });
