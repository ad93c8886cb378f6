import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Told } from '../callbacks/callback.ts';
import { commandOf, isSigned, readCallback } from '../callbacks/callback.ts';
import { milliseconds } from '../connectors/definition.ts';
import { secret } from '../connectors/secret.ts';
import { recorded } from '../http/recorded.ts';
import { client } from '../store/tables.ts';
import { sendAll } from '../store/wake.ts';
import { traceparent } from '../watch/trace.ts';

const queues = new SQSClient({});

/** The largest message taken, in bytes. */
const MOST = 100_000;
/** How long a message is remembered, in seconds: longer than any tolerance. */
const REMEMBER_S = 7 * 86_400;

const setting = (name: 'KLADKA_PLATFORM' | 'KLADKA_QUEUES'): string => {
  const value = process.env[name];
  if (!value) throw new Error(`the environment variable ${name} is not set`);
  return value;
};

const answer = (statusCode: number, body: object): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: {
    'content-type': statusCode < 400 ? 'application/json' : 'application/problem+json',
    'cache-control': 'no-store',
  },
  body: JSON.stringify(body),
});
const problem = (status: number, code: string, title: string) =>
  answer(status, { type: 'about:blank', status, code, title });

type Callback = { secret: string; tolerance?: string };

/** What a connector's definition says of callbacks; null for one that is unknown or has none. */
async function callbackOf(connector: string): Promise<Callback | null> {
  const { Item } = await client.send(
    new GetItemCommand({
      TableName: setting('KLADKA_PLATFORM'),
      Key: marshall({ pk: `def#connector#${connector}`, sk: 'head' }),
    }),
  );
  if (!Item) return null;
  const head = unmarshall(Item) as { definition?: string | { callback?: Callback } };
  const definition = typeof head.definition === 'string' ? JSON.parse(head.definition) : head.definition;
  return (definition as { callback?: Callback } | undefined)?.callback ?? null;
}

/** Whether a message was told before; remembered after it has been passed on, so that a crash between repeats it. */
async function remembered(connector: string, id: string): Promise<boolean> {
  const Key = marshall({ pk: `callback#${connector}#${id}`, sk: 'told' });
  const { Item } = await client.send(
    new GetItemCommand({ TableName: setting('KLADKA_PLATFORM'), Key, ConsistentRead: true }),
  );
  return Item !== undefined;
}
const remember = (connector: string, id: string) =>
  client.send(
    new PutItemCommand({
      TableName: setting('KLADKA_PLATFORM'),
      Item: marshall({
        pk: `callback#${connector}#${id}`,
        sk: 'told',
        ttl: Math.floor(Date.now() / 1000) + REMEMBER_S,
      }),
    }),
  );

async function pass(connector: string, told: Told): Promise<boolean> {
  const failed = await sendAll(queues, setting('KLADKA_QUEUES'), [
    {
      queue: `service-${told.service}`,
      body: {
        case: told.case,
        command: commandOf(connector, told),
        id: `callback/${connector}/${told.id}`,
        trace: traceparent(),
      },
    },
  ]);
  return failed.length === 0;
}

async function taken(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const connector = event.pathParameters?.connector ?? '';
  const callback = /^[a-z][a-z0-9-]{0,62}$/.test(connector) ? await callbackOf(connector) : null;
  if (!callback) return problem(404, 'unknownConnector', 'There is no such connector, or it tells nothing.');
  const body = event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
    : (event.body ?? '');
  if (body.length > MOST) return problem(413, 'tooLarge', `A message has at most ${MOST} bytes.`);
  const signed = isSigned(event.headers['x-kladka-signature'], body, {
    secret: await secret(callback.secret),
    now: Date.now(),
    toleranceMs: milliseconds(callback.tolerance ?? 'PT5M'),
  });
  if (signed !== 'signed')
    return problem(
      401,
      signed,
      'X-Kladka-Signature must be t=<seconds>,v1=<HMAC-SHA256 of "t.body", hex>, and fresh.',
    );
  const told = readCallback(body);
  if ('wrong' in told) return problem(422, 'badMessage', told.wrong);
  if (await remembered(connector, told.id)) return answer(200, { taken: true, repeated: true });
  if (!(await pass(connector, told)))
    return problem(503, 'notTaken', 'The message was not taken. Send it again.');
  await remember(connector, told.id);
  return answer(202, { taken: true });
}

/**
 * What other systems tell of their own accord. No token: the message is signed with the connector's secret, fresh, and
 * taken once; then it is a command on the queue of the case's service, which decides.
 */
export const handler = recorded('callback', taken);
