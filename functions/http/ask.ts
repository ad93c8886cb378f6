import type { Answers } from '#core/api/operations.ts';
import { bodies } from '#core/api/schemas.ts';
import { breaches } from '#core/form/verdict.ts';
import type { ApiEvent, Asked, Caller } from './event.ts';
import { languageOf, problem } from './problem.ts';
import { match } from './router.ts';

/** The largest body of an operation, in bytes. */
const MOST = 1_000_000;

function bodyOf(event: ApiEvent): { [name: string]: unknown } {
  const text = event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
    : (event.body ?? '');
  if (Buffer.byteLength(text) > MOST) throw problem('tooLarge');
  if (text === '') return {};
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw problem('badJson');
  }
  if (given === null || typeof given !== 'object' || Array.isArray(given)) throw problem('badJson');
  return given as { [name: string]: unknown };
}

const invalid = { uk: 'Перевірте це поле.', en: 'Check this field.' };

/**
 * A request made ready for its operation: matched, of the right audience, with key, ETag and a valid body. What the table
 * of operations does not allow is refused here, before anything is read.
 * @throws ApiProblem
 */
export async function ask(
  answers: Answers,
  event: ApiEvent,
  identify: (authorization: string | undefined) => Promise<Caller>,
): Promise<Asked> {
  const { operation, names } = match(answers, event.requestContext.http.method, event.rawPath);
  const headers = event.headers;
  const caller = operation.audience === 'public' ? null : await identify(headers.authorization);
  if (caller && caller.kind !== operation.audience) throw problem('forbidden');
  const key = headers['idempotency-key'] ?? null;
  if (operation.idempotent && !/^[\x21-\x7e]{16,200}$/.test(key ?? '')) throw problem('keyMissing');
  const ifMatch = headers['if-match'] ?? null;
  if (operation.ifMatch && ifMatch === null) throw problem('matchMissing');
  const body = bodyOf(event);
  if (operation.body) {
    const found = breaches(bodies.$defs[operation.body], bodies, body);
    if (found.length > 0)
      throw problem(
        'invalidBody',
        found.slice(0, 50).map(({ pointer, keyword }) => ({ pointer, code: keyword, message: invalid })),
      );
  }
  const language = languageOf(headers['accept-language']);
  return { operation, names, query: event.queryStringParameters ?? {}, body, caller, key, ifMatch, language };
}
