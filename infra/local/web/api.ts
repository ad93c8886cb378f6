import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../aws/body.ts';
import { AwsError } from '../aws/error.ts';
import { FunctionError } from '../hosts/host.ts';
import type { Functions } from '../hosts/pool.ts';
import { isObject, list, object } from '../template/json.ts';
import { ACCOUNT } from '../template/physical.ts';
import { findRoute, type Route } from './routes.ts';

/** API Gateway and Lambda take bodies up to 6 MB; our own functions limit much earlier. */
const MOST = 6 * 1024 * 1024;
const TEXT = /^(text\/|application\/(json|.*\+json|xml|.*\+xml|x-www-form-urlencoded))/;

const decoded = (part: string): string => decodeURIComponent(part.replaceAll('+', ' '));

/** The event of payload format 2.0 that a request makes. */
export function eventOf(
  request: Pick<IncomingMessage, 'method' | 'headers' | 'url'>,
  body: Buffer,
  route: Route,
  pathParameters: Record<string, string>,
  now: number,
): object {
  const [rawPath = '/', ...rest] = (request.url ?? '/').split('?');
  const rawQueryString = rest.join('?');
  const query: Record<string, string> = {};
  for (const pair of rawQueryString.split('&').filter(Boolean)) {
    const [name = '', value = ''] = pair.split(/=(.*)/s).map(decoded);
    query[name] = name in query ? `${query[name]},${value}` : value;
  }
  const { cookie, ...others } = request.headers;
  const headers = Object.fromEntries(
    Object.entries(others).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
  const isText = body.length === 0 || TEXT.test(headers['content-type'] ?? '');
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath,
    rawQueryString,
    ...(cookie ? { cookies: cookie.split(/; */) } : {}),
    headers: { ...headers, 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' },
    ...(rawQueryString ? { queryStringParameters: query } : {}),
    ...(Object.keys(pathParameters).length > 0 ? { pathParameters } : {}),
    requestContext: {
      accountId: ACCOUNT,
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'localhost',
      http: {
        method: request.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: crypto.randomUUID(),
      routeKey: route.key,
      stage: '$default',
      time: new Date(now).toUTCString(),
      timeEpoch: now,
    },
    ...(body.length > 0 ? { body: body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: !isText,
  };
}

/** Writes what a function answered, as API Gateway reads it: a whole answer, or any value as JSON. */
export function writeAnswer(response: ServerResponse, result: unknown, extra: Record<string, string>): void {
  const whole = isObject(result) && typeof result.statusCode === 'number';
  const answer = whole ? object(result) : { statusCode: 200, body: JSON.stringify(result) };
  const cookies = list(answer.cookies).map(String);
  const headers = Object.entries(object(answer.headers)).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ]);
  const body =
    typeof answer.body === 'string'
      ? Buffer.from(answer.body, answer.isBase64Encoded === true ? 'base64' : 'utf8')
      : Buffer.alloc(0);
  response.writeHead(Number(answer.statusCode), {
    ...(whole ? {} : { 'content-type': 'application/json' }),
    ...extra,
    ...Object.fromEntries(headers),
    'content-length': body.length,
    ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
  });
  response.end(body);
}

const problem = (response: ServerResponse, status: number, message: string): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message }));
};

/** Answers a request of the HTTP API by the function of its route. */
export async function answerApi(
  request: IncomingMessage,
  response: ServerResponse,
  routes: Route[],
  functions: Functions,
  options: { now: number; headers: Record<string, string>; failed: (line: string) => void },
): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const found = findRoute(routes, request.method ?? 'GET', path);
  if (!found) return problem(response, 404, 'Not Found');
  try {
    const body = await readBody(request, MOST);
    const event = eventOf(request, body, found.route, found.parameters, options.now);
    writeAnswer(response, await functions.invoke(found.route.target, event), options.headers);
  } catch (error) {
    if (error instanceof AwsError) return problem(response, error.status, error.message);
    if (!(error instanceof FunctionError)) throw error;
    options.failed(`${found.route.target}: ${error.errorType}, see its log`);
    problem(response, error.errorType === 'Sandbox.Timedout' ? 503 : 500, 'Internal Server Error');
  }
}
