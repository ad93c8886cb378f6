import middy from '@middy/core';
import type { Answers } from '#core/api/operations.ts';
import { ask } from './ask.ts';
import type { ApiEvent, ApiResult, Asked } from './event.ts';
import { callerOf } from './identity.ts';
import { ApiProblem, problem, problemResult } from './problem.ts';

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

function log(event: ApiEvent, statusCode: number | undefined, error?: unknown): void {
  const { operation, names } = event.asked ?? {};
  console.log(
    JSON.stringify({
      level: error === undefined || error instanceof ApiProblem ? 'info' : 'error',
      message: 'request',
      operation: operation?.id ?? null,
      case: names?.id ?? null,
      status: statusCode,
      trace: event.headers?.traceparent ?? null,
      // an error's own words may hold what was sent
      ...(error instanceof Error ? { error: error instanceof ApiProblem ? error.code : error.name } : {}),
    }),
  );
}

/** The handler of a function of the API: whatever the table of operations does not name for it is not found. */
export function serve(
  answers: Answers,
  operations: { readonly [id: string]: Answering },
  identify = callerOf,
) {
  return middy<ApiEvent, ApiResult>()
    .use({
      before: async ({ event }) => {
        event.asked = await ask(answers, event, (authorization) => identify(authorization));
      },
      after: ({ event, response }) => log(event, response?.statusCode),
      onError: (request) => {
        request.response = problemResult(request.error, request.event);
        log(request.event, request.response.statusCode, request.error);
      },
    })
    .handler(async (event) => {
      const answer = event.asked ? operations[event.asked.operation.id] : undefined;
      if (!event.asked || !answer) throw problem('notFound');
      return answer(event.asked, event);
    });
}
