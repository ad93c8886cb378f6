import type { Actor, Case, Command } from '#core/case/types.ts';
import { runtimeOf } from '../store/bundles.ts';
import { ids } from '../store/ids.ts';
import { perform } from '../store/perform.ts';
import { personKeys } from '../store/person-key.ts';
import { setting } from '../store/setting.ts';
import { cases } from '../store/tables.ts';
import type { ApiResult, Asked } from './event.ts';
import { intention } from './intention.ts';
import { answerOf } from './performed.ts';
import { problem } from './problem.ts';
import { json } from './serve.ts';

/**
 * Carries out a command of a person on a case that exists; its Idempotency-Key is kept in the same transaction.
 * @param told what is answered: the case and where it stands now
 * @throws ApiProblem for every refusal; notFound where there is no such case
 */
export async function command(
  asked: Asked,
  actor: Actor,
  made: (kase: Case) => Command | Promise<Command>,
  told: (kase: Case) => object = ({ id, reference, seq }) => ({ id, reference, seq }),
): Promise<ApiResult> {
  const { operation, names, body, key, caller } = asked;
  const performed = await perform({
    store: cases(),
    service: setting('KLADKA_SERVICE'),
    case: names.id ?? '',
    runtime: runtimeOf,
    command: async (read) => {
      if (!read.case) throw problem('notFound');
      return { command: await made(read.case) };
    },
    actor,
    ids,
    now: () => new Date().toISOString(),
    personKey: await personKeys(),
    once: { hash: intention(caller?.person, operation.id, names, key), request: intention(body) },
    answer: (kase) => ({ status: 200, body: told(kase) }),
  });
  const { status, body: answer } = answerOf(performed);
  return json(status, answer);
}
