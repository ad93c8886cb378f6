import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type { Answers } from '#core/api/operations.ts';
import { traced } from '../watch/trace.ts';
import { ask } from './ask.ts';
import type { ApiEvent, ApiResult, Asked } from './event.ts';
import { callerOf } from './identity.ts';
import { limitWrites } from './limits.ts';
import { problem, problemResult } from './problem.ts';
import { type Known, record } from './recorded.ts';
import { match } from './router.ts';

/** What answers one operation; the event is for those who need cookies or headers beyond what was asked. */
export type Answering = (asked: Asked, event: ApiEvent) => Promise<ApiResult>;

/** A JSON answer, never stored by anyone. */
export function json(statusCode: number, body: unknown, headers: { [name: string]: string } = {}): ApiResult {
  return {
    statusCode,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}

/** What a request is of, also where it was refused before it was asked for. */
function known(answers: Answers, { asked, rawPath, requestContext }: ApiEvent): Known {
  try {
    const { operation, names } = asked ?? match(answers, requestContext.http.method, rawPath);
    return { operation: operation.id, case: names.id ?? null };
  } catch {
    return { operation: null, case: null };
  }
}

/** The handler of a function of the API: whatever the table of operations does not name for it is not found. */
export function serve(
  answers: Answers,
  operations: { readonly [id: string]: Answering },
  identify = callerOf,
) {
  const serving = middy<ApiEvent, ApiResult>()
    .use({
      before: async ({ event, internal }) => {
        internal.begun = performance.now();
        event.asked = await ask(answers, event, (authorization) => identify(authorization));
        limitWrites(event.asked);
      },
      after: ({ event, response, internal }) =>
        record(known(answers, event), response?.statusCode ?? 200, Number(internal.begun)),
      onError: (request) => {
        const { event, error, internal } = request;
        request.response = problemResult(error, event);
        record(known(answers, event), request.response.statusCode ?? 500, Number(internal.begun), error);
      },
    })
    .handler(async (event) => {
      const answer = event.asked ? operations[event.asked.operation.id] : undefined;
      if (!event.asked || !answer) throw problem('notFound');
      return answer(event.asked, event);
    });
  return (event: ApiEvent, context: Context): Promise<ApiResult> =>
    traced(event.headers?.traceparent, () => serving(event, context));
}
