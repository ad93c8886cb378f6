import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { VerifyAnswer } from '#core/api/types.ts';
import type { DocumentItem } from '../connectors/document/types.ts';
import { verification } from '../documents/verification.ts';
import { ApiProblem, problemResult } from '../http/problem.ts';
import { recorded } from '../http/recorded.ts';
import { client } from '../store/tables.ts';

const answer = (body: VerifyAnswer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  },
  body: JSON.stringify(body),
});

const unknown = new ApiProblem(404, 'unknownDocument', {
  uk: 'Такого документа немає. Перевірте адресу або наведіть камеру на QR-код ще раз.',
  en: 'There is no such document. Check the address or scan the QR code again.',
});
const badHash = new ApiProblem(400, 'badHash', {
  uk: 'sha256 має бути хешем SHA-256 файла: 64 шістнадцяткові цифри.',
  en: 'sha256 must be the SHA-256 of the file: 64 hexadecimal digits.',
});

/** The hash to compare, from the query or, for POST, the body; null where none is given, undefined where it is none. */
function hashOf(event: APIGatewayProxyEventV2): string | null | undefined {
  let given: unknown = event.queryStringParameters?.sha256 ?? null;
  if (event.requestContext.http.method === 'POST') {
    const text = event.isBase64Encoded
      ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
      : (event.body ?? '');
    if (text.length > 1_000) return undefined;
    try {
      given = (JSON.parse(text) as { sha256?: unknown } | null)?.sha256 ?? null;
    } catch {
      return undefined;
    }
  }
  if (given === null) return null;
  return typeof given === 'string' && /^[0-9a-f]{64}$/i.test(given) ? given.toLowerCase() : undefined;
}

async function verify(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const id = event.pathParameters?.document ?? event.rawPath.split('/').at(-1) ?? '';
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return problemResult(unknown, event);
  const hash = hashOf(event);
  if (hash === undefined) return problemResult(badHash, event);
  const TableName = process.env.KLADKA_PLATFORM;
  if (!TableName) throw new Error('the environment variable KLADKA_PLATFORM is not set');
  const { Item } = await client.send(
    new GetItemCommand({ TableName, Key: marshall({ pk: `document#${id}`, sk: 'head' }) }),
  );
  const shown = Item ? verification(unmarshall(Item) as DocumentItem, hash, new Date().toISOString()) : null;
  return shown ? answer(shown) : problemResult(unknown, event);
}

/** Public: what a document is and whether it is valid, and whether a file is that document. No login, no personal data. */
export const handler = recorded('verify', verify);
