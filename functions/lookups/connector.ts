import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Json } from '#core/case/types.ts';
import { setting } from '../store/setting.ts';
import { log } from '../watch/log.ts';
import { traceparent } from '../watch/trace.ts';

/** A question to a connector's function, and what it answers (docs/rooms.md, "Lookups"). */
export type Question = {
  service: string;
  case: string;
  lookup: string;
  operation?: string;
  purpose?: string;
  input: Json;
};
export type Told = { result: Json } | { code: string };

/** A little longer than the connector itself takes at most, in milliseconds. */
const LONGEST_MS = 7_000;
/** The largest answer that is taken, in bytes: it goes into a case. */
const MOST = 50_000;

/** A connector that has no room is left alone so long by this container, in milliseconds: a rush of submissions would only fill it. */
const REST_MS = 1_000;
const NO_ROOM: ReadonlySet<string> = new Set(['busy', 'leftInPeace', 'unreachable']);
const resting = new Map<string, number>();

let client: LambdaClient | undefined;

/** A connector's function is called as its queue is. */
const functionOf = (connector: string) =>
  `${setting('KLADKA_QUEUES').split('/').at(-1)}connector-${connector}`;

/** Whether a connector had no room a moment ago: then it is not asked, nor is the question counted. */
export const isResting = (connector: string): boolean => (resting.get(connector) ?? 0) > performance.now();

/** Asks a connector's function and waits for its answer; that there is none is a code, never an error. */
export async function askConnector(connector: string, question: Question): Promise<Told> {
  const told = await asked(connector, question);
  if ('code' in told && NO_ROOM.has(told.code)) resting.set(connector, performance.now() + REST_MS);
  return told;
}

async function asked(connector: string, question: Question): Promise<Told> {
  // one that fails is not asked again: somebody waits for it, and goes on without
  client ??= new LambdaClient({ maxAttempts: 1 });
  try {
    const { Payload, FunctionError } = await client.send(
      new InvokeCommand({
        FunctionName: functionOf(connector),
        Qualifier: 'live',
        Payload: JSON.stringify({ lookup: { ...question, trace: traceparent() } }),
      }),
      { abortSignal: AbortSignal.timeout(LONGEST_MS) },
    );
    if (FunctionError !== undefined || Payload === undefined) return { code: 'fault' };
    if (Payload.length > MOST) return { code: 'tooLarge' };
    const told = JSON.parse(Buffer.from(Payload).toString('utf8')) as { result?: Json; code?: string };
    return told.code === undefined && told.result !== undefined
      ? { result: told.result }
      : { code: told.code ?? 'noAnswer' };
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    log('warn', 'lookup not asked', { connector, case: question.case, lookup: question.lookup, error: name });
    return { code: 'unreachable' };
  }
}
