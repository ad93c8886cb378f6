import type { Connector } from '#core/definition/types.generated.ts';
import type { Outcome } from '../../store/drain.ts';
import { traceparent } from '../../watch/trace.ts';
import { misfits } from '../schema.ts';
import type { breaker } from './breaker.ts';
import { evaluate } from './feel.ts';
import { requestFor } from './request.ts';
import { isStandIn, standIn } from './standIn.ts';
import { commandOf, contractOf, inputOf } from './told.ts';
import type { Carry, Contract, Response, RestEffect } from './types.ts';
import { NoAnswer } from './types.ts';

export type Given = {
  definition: Connector;
  /** Where it is; live, so that it may differ from what the definition says. */
  address: string | undefined;
  timeoutMs: number;
  carry: Carry;
  breaker: ReturnType<typeof breaker>;
  wait(ms: number): Promise<unknown>;
  secretHeaders(): Promise<Record<string, string>>;
};

const failed = (code: string, again = false, afterMs?: number): Outcome => ({
  outcome: 'failed',
  code,
  again,
  ...(afterMs ? { afterMs } : {}),
});

/** Statuses after which a later try may succeed. */
const mayPass = (status: number) => status === 408 || status === 425 || status === 429 || status >= 500;

/** Seconds or a date of Retry-After in milliseconds, at most an hour. */
function retryAfter(response: Response): number | undefined {
  const said = response.headers['retry-after'];
  if (!said) return undefined;
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isFinite(ms) ? Math.min(3_600_000, Math.max(0, ms)) : undefined;
}

async function ask(
  { id, input, purpose }: { id: string; input: unknown; purpose: string | undefined },
  contract: Contract,
  given: Given,
): Promise<Outcome | { answer: unknown }> {
  if (isStandIn(given.address)) {
    const said = await standIn(contract, input, given.wait);
    return 'fail' in said ? failed(said.fail.code, said.fail.again) : said;
  }
  const shut = given.breaker.wait();
  if (shut > 0) return failed('leftInPeace', true, shut);
  let response: Response;
  try {
    const trace = traceparent();
    const request = requestFor(contract, input, {
      address: given.address ?? '',
      effect: id,
      secretHeaders: await given.secretHeaders(),
      ...(trace ? { traceparent: trace } : {}),
      ...(purpose ? { purpose } : {}),
    });
    response = await given.carry(request, given.timeoutMs);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    given.breaker.broke();
    return failed(error.code, error.code !== 'tooLarge');
  }
  if (mayPass(response.status)) {
    given.breaker.broke();
    return failed(`status${response.status}`, true, retryAfter(response));
  }
  given.breaker.worked();
  const names = { response: { status: response.status, body: response.body } };
  if (contract.failed && evaluate(contract.failed, names) === true) return failed(`status${response.status}`);
  if (!contract.failed && (response.status < 200 || response.status > 299))
    return failed(`status${response.status}`);
  return { answer: contract.result ? evaluate(contract.result, names) : response.body };
}

/**
 * Asks another system over HTTP: what is sent and what comes back must fit the contract. What is wrong on our side or
 * refused for good fails at once; what may pass is tried again.
 */
export async function send(effect: RestEffect, given: Given): Promise<Outcome> {
  if (effect.kind === 'cancel') return { outcome: 'done' };
  const contract = contractOf(given.definition, effect);
  if (!contract) return failed('noOperation');
  const input = inputOf(effect);
  const wrong = contract.input ? misfits(contract.input, input) : [];
  if (wrong.length > 0) return failed(`input: ${wrong.join(', ')}`);
  // a lookup says for what it asks; else the connector does
  const reason = effect.kind === 'call' ? effect.ask.reason : undefined;
  const purpose = typeof reason === 'string' ? reason : given.definition.purpose;
  const said = await ask({ id: effect.id, input, purpose }, contract, given);
  if ('outcome' in said) return said;
  const odd = contract.output ? misfits(contract.output, said.answer) : [];
  if (odd.length > 0) return failed(`output: ${odd.join(', ')}`);
  const answer = commandOf(effect, said.answer);
  return { outcome: 'done', ...(answer ? { answer } : {}) };
}
