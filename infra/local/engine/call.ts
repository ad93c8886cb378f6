import { request } from 'undici';
import { isObject, type JsonObject, object, text } from '../template/json.ts';

/** What the engine answered to a call that it refused. */
export class DynamoError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(`${code}: ${message.slice(0, 200)}`);
    this.code = code;
  }
}

/** Calls the engine directly, past the gateway: only for what the stack itself does (tables, streams, seeds). */
export async function dynamo(url: string, operation: string, body: JsonObject): Promise<JsonObject> {
  const service =
    operation.endsWith('Stream') || /^(GetShardIterator|GetRecords|ListStreams)$/.test(operation)
      ? 'DynamoDBStreams_20120810'
      : 'DynamoDB_20120810';
  // not fetch: the stream asks this way many times a second
  const answer = await request(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `${service}.${operation}`,
      'x-amz-date': '20260101T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20260101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=00',
    },
    body: JSON.stringify(body),
  });
  const result: unknown = await answer.body.json();
  if (answer.statusCode === 200 && isObject(result)) return result;
  const { __type, message, Message } = object(result);
  throw new DynamoError(text(__type).split('#').at(-1) ?? '', text(message) || text(Message));
}
