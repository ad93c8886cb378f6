import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { ApiResult, Asked } from '../http/event.ts';
import { intention } from '../http/intention.ts';
import { problem } from '../http/problem.ts';
import { json } from '../http/serve.ts';
import { carryOut } from '../store/remembered.ts';
import { platform } from '../store/tables.ts';

/**
 * A command of the workspace, done once under its Idempotency-Key: a repeat is answered as the first was.
 * @throws ApiProblem otherRequest; whatever `plan` throws
 */
export async function once(
  asked: Asked,
  plan: () => Promise<{ writes: TransactWriteItem[]; body: object }>,
): Promise<ApiResult> {
  const { caller, operation, names, body, key } = asked;
  const of = {
    hash: intention(caller?.person, operation.id, names, key),
    request: intention(body),
  };
  const carried = await carryOut(platform(), of, new Date().toISOString(), async () => {
    const { writes, body: answer } = await plan();
    return { writes, answer: { status: 200, body: answer } };
  });
  if ('otherRequest' in carried) throw problem('otherRequest');
  const answer = 'done' in carried ? carried.done : carried.replayed;
  return json(answer.status, answer.body);
}
