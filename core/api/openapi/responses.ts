import { answerOf, contract } from '../contract.ts';
import type { Shape } from '../gathered.ts';
import type { Operation } from '../operations.ts';
import { problemWords } from '../problem-words.ts';
import { type ProblemCode, problems } from '../problems.ts';
import { problemsOf } from '../problems-of.ts';
import { located } from './components.ts';
import type { OpenApi } from './types.ts';

const header = (name: string): OpenApi => ({ $ref: `#/components/headers/${name}` });

/** Operations that show people a page where they fail, with these statuses. */
const pages: { readonly [operation: string]: readonly number[] } = { signedIn: [400, 403] };

function success(one: Operation): OpenApi {
  const { answer, listed, etag, status = 200 } = one;
  const shape = answerOf(one);
  const { description } = answer ? (contract.$defs[answer] as { description: string }) : {};
  const where = status === 302 || (status === 201 && one.method === 'POST' && answer !== 'UploadGrant');
  const headers = {
    ...(etag ? { ETag: header('ETag') } : {}),
    ...(where ? { Location: header('Location') } : {}),
  };
  return {
    description: description ? `${listed ? 'A page of: ' : ''}${description}` : 'Done.',
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    ...(shape ? { content: { 'application/json': { schema: located(shape) } } } : {}),
  };
}

const said = (code: ProblemCode): string => {
  const words = code in problems ? problems[code as keyof typeof problems][1].uk : undefined;
  return `\`${code}\`: ${words ?? `${problemWords[code as keyof typeof problemWords].uk.join('. ')}.`}`;
};

/** Problems of so few codes are described once, by a name that says which. */
const FEW = 3;
const nameOf = (status: number, codes: readonly ProblemCode[]): string => `${status}.${codes.join('.')}`;

/** Problems of one status: which codes there may be. */
function failure(status: number, codes: readonly ProblemCode[]): OpenApi {
  const schema: Shape = {
    allOf: [{ $ref: '#/components/schemas/ProblemBody' }, { properties: { code: { enum: codes } } }],
  };
  return {
    description: codes.map(said).join('\n'),
    headers: {
      'Content-Language': header('ContentLanguage'),
      ...(status === 429 ? { 'Retry-After': header('RetryAfter') } : {}),
    },
    content: { 'application/problem+json': { schema } },
  };
}

/** The problems that operations share, by their names. */
export function sharedFailures(all: readonly Operation[]): { [name: string]: OpenApi } {
  const few = all
    .flatMap((one) => [...problemsOf(one)])
    .filter(([, codes]) => codes.length <= FEW)
    .map(([status, codes]) => [nameOf(status, codes), failure(status, codes)] as const);
  return Object.fromEntries(few.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Everything that an operation answers, by status. */
export function responsesOf(one: Operation): OpenApi {
  const failures = [...problemsOf(one)].map(
    ([status, codes]) =>
      [
        status,
        codes.length > FEW
          ? failure(status, codes)
          : { $ref: `#/components/responses/${nameOf(status, codes)}` },
      ] as const,
  );
  const html = (pages[one.id] ?? []).map(
    (status) =>
      [
        status,
        {
          description: 'Signing in did not succeed: a page that says so.',
          content: { 'text/html': { schema: { type: 'string' } } },
        },
      ] as const,
  );
  return {
    [one.status ?? 200]: success(one),
    ...Object.fromEntries([...failures, ...html]),
    default: {
      description: 'A problem.',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemBody' } } },
    },
  };
}
