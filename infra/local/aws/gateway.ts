import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Forward } from '../engine/forward.ts';
import { FunctionError } from '../hosts/host.ts';
import { askedOfDynamo, type TableKeys } from '../iam/dynamodb.ts';
import { answerQueue, queueArnOf } from '../queue/api.ts';
import type { QueueStore } from '../queue/store.ts';
import { isObject, type JsonObject, object, text } from '../template/json.ts';
import { ACCOUNT, REGION } from '../template/physical.ts';
import { readBody } from './body.ts';
import type { Caller, Callers } from './callers.ts';
import { AwsError } from './error.ts';
import type { Kms } from './kms.ts';
import type { Mailbox } from './mail.ts';
import type { Secrets } from './secrets.ts';
import { verifyHeader } from './signature.ts';

/** What the gateway stands before. */
export type Behind = {
  callers: Callers;
  engine: Forward;
  tables: () => Map<string, TableKeys>;
  queues: QueueStore;
  kms: Kms;
  mail: Mailbox;
  mailSets: () => Map<string, boolean>;
  secrets: Secrets;
  parameters: () => Map<string, string>;
  /** Runs a function on an event; rejects with a FunctionError. */
  invoke: (name: string, event: unknown) => Promise<unknown>;
  now: () => number;
  refused: (line: string) => void;
};

const MOST = 17 * 1024 * 1024;

/** The one address for every AWS service but S3: checks who calls and whether their role allows it, then answers or forwards. */
export function awsGateway(behind: Behind): Server {
  return createServer((request, response) => {
    // the SDK corrects its clock by this header: it must tell the same time as the functions' clocks
    response.setHeader('date', new Date(behind.now()).toUTCString());
    answer(behind, request, response).catch((error: unknown) => refuse(response, error));
  });
}

function refuse(response: ServerResponse, error: unknown): void {
  const known = error instanceof AwsError;
  const status = known ? error.status : 500;
  const type = known ? error.code : 'InternalFailure';
  const message = error instanceof Error ? error.message : 'unknown';
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'x-amzn-errortype': type,
    'x-amzn-requestid': crypto.randomUUID(),
  });
  response.end(JSON.stringify({ __type: type, message }));
}

const send = (response: ServerResponse, type: string, body: string): void => {
  response.writeHead(200, { 'content-type': type, 'x-amzn-requestid': crypto.randomUUID() });
  response.end(body);
};

async function answer(behind: Behind, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request, MOST);
  const url = new URL(request.url ?? '/', 'http://localhost');
  const signed = {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
  };
  const verdict = verifyHeader(signed, body, behind.callers.secretOf, behind.now());
  if ('code' in verdict) throw new AwsError(403, verdict.code, verdict.message);
  const caller = behind.callers.caller(verdict.accessKey);
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') {
    const [service = '', action = ''] = target.split('.');
    if (service.startsWith('DynamoDB')) return toEngine(behind, caller, action, request, body, response);
    const parsed = parse(body);
    const given = await json(behind, caller, service, action, parsed);
    return send(response, 'application/x-amz-json-1.0', JSON.stringify(given));
  }
  if (signed.path === '/v2/email/outbound-emails') {
    const parsed = parse(body);
    const from = text(parsed.FromEmailAddress);
    const address = /<([^>]+)>/.exec(from)?.[1] ?? from;
    const keys = { 'ses:FromAddress': [address] };
    demand(behind, caller, 'ses:SendEmail', arn('ses', `identity/${address.split('@')[1] ?? address}`), keys);
    const set = text(parsed.ConfigurationSetName);
    if (set) demand(behind, caller, 'ses:SendEmail', arn('ses', `configuration-set/${set}`), keys);
    if (set && !behind.mailSets().has(set))
      throw new AwsError(404, 'NotFoundException', `Configuration set <${set}> does not exist.`);
    return send(response, 'application/json', JSON.stringify(behind.mail.email(parsed)));
  }
  const invoked = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(signed.path)?.[1];
  if (invoked) return invoke(behind, caller, decodeURIComponent(invoked), url.searchParams, body, response);
  const form = new URLSearchParams(body.toString('utf8'));
  if (form.get('Action') === 'Publish') return publish(behind, caller, form, response);
  throw new AwsError(400, 'UnsupportedOperation', `${signed.method} ${signed.path} is not known here.`);
}

function parse(body: Buffer): JsonObject {
  const value: unknown = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  if (!isObject(value)) throw new AwsError(400, 'SerializationException', 'The body is no JSON object.');
  return value;
}

const arn = (service: string, rest: string): string => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;

function demand(
  { callers, refused }: Behind,
  caller: Caller,
  action: string,
  resource: string,
  keys: Record<string, string[]> = {},
): void {
  callers.demand(caller, [{ action, resource, keys }], refused);
}

async function json(
  behind: Behind,
  caller: Caller,
  service: string,
  action: string,
  body: JsonObject,
): Promise<JsonObject> {
  switch (service) {
    case 'AmazonSQS': {
      const single = action.replace(/Batch$/, ''); // a batch needs the right of the single call
      demand(behind, caller, `sqs:${single}`, queueArnOf(body));
      return answerQueue(behind.queues, action, body);
    }
    case 'TrentService':
      demand(behind, caller, `kms:${action}`, behind.kms.arnOf(body));
      return behind.kms.answer(action, body);
    case 'AmazonSSM': {
      const name = text(body.Name);
      demand(behind, caller, `ssm:${action}`, arn('ssm', `parameter/${name.replace(/^\//, '')}`));
      const Value = behind.parameters().get(name);
      if (action !== 'GetParameter' || Value === undefined)
        throw new AwsError(400, 'ParameterNotFound', `No stack has the parameter ${name}.`);
      return { Parameter: { Name: name, Type: 'String', Value, Version: 1 } };
    }
    case 'secretsmanager': {
      const name = text(body.SecretId);
      demand(behind, caller, `secretsmanager:${action}`, arn('secretsmanager', `secret:${name}-AAAAAA`));
      if (action !== 'GetSecretValue') break;
      return { Name: name, SecretString: behind.secrets.get(name), VersionId: 'local' };
    }
  }
  throw new AwsError(400, 'UnsupportedOperation', `${service} ${action} is not known here.`);
}

/** One function calls another and waits for it: what it throws is told as Lambda tells it, in a success. */
async function invoke(
  behind: Behind,
  caller: Caller,
  name: string,
  query: URLSearchParams,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const alias = query.get('Qualifier');
  demand(
    behind,
    caller,
    'lambda:InvokeFunction',
    arn('lambda', `function:${name}${alias ? `:${alias}` : ''}`),
  );
  const type = 'application/json';
  try {
    send(response, type, JSON.stringify((await behind.invoke(name, parse(body))) ?? null));
  } catch (error) {
    const errorType = error instanceof FunctionError ? error.errorType : 'Error';
    if (errorType === 'ResourceNotFound')
      throw new AwsError(404, 'ResourceNotFoundException', `Function not found: ${name}`);
    response.setHeader('x-amz-function-error', 'Unhandled');
    const errorMessage = error instanceof Error ? error.message : 'unknown';
    send(response, type, JSON.stringify({ errorType, errorMessage }));
  }
}

function publish(behind: Behind, caller: Caller, form: URLSearchParams, response: ServerResponse): void {
  const phone = form.get('PhoneNumber');
  const topic = form.get('TopicArn') ?? '*';
  demand(behind, caller, 'sns:Publish', phone ? '*' : topic);
  const id = behind.mail.sms(phone ?? topic, form.get('Message') ?? '', caller.name);
  send(
    response,
    'text/xml',
    `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>${id}</MessageId></PublishResult></PublishResponse>`,
  );
}

/** Forwards to the engine as it came; only its over-long error messages, which quote items, are cut. */
async function toEngine(
  behind: Behind,
  caller: Caller,
  action: string,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const asked = askedOfDynamo(action, parse(body), (table) => behind.tables().get(table));
  behind.callers.demand(caller, asked, behind.refused);
  const { status, type, given } = await behind.engine(forwarded(request), body);
  const answer = status >= 400 ? withoutItems(given) : given;
  response.writeHead(status, {
    'content-type': type,
    'x-amzn-requestid': crypto.randomUUID(),
    'content-length': answer.length,
  });
  response.end(answer);
}

/** The headers that the engine asks for. */
const forwarded = ({ headers }: IncomingMessage): Record<string, string> => ({
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': String(headers['x-amz-target']),
  authorization: String(headers.authorization),
  'x-amz-date': String(headers['x-amz-date']),
});

/** An error without what it quotes: the engine prints whole requests where a limit is passed. */
function withoutItems(given: Buffer): Buffer {
  const error = object(JSON.parse(given.toString('utf8')));
  const message = text(error.message) || text(error.Message);
  if (message.length <= 300) return given;
  const short = `${message.slice(0, 60)}… (cut: the rest quotes the request)`;
  const { Message: _, ...rest } = error;
  return Buffer.from(JSON.stringify({ ...rest, message: short }));
}
