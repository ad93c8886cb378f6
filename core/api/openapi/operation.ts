import type { Operation } from '../operations.ts';
import { queries } from '../queries.ts';
import { groups, pathNames, titles } from '../titles.ts';
import { responsesOf } from './responses.ts';
import type { OpenApi } from './types.ts';

const shared = (name: string): OpenApi => ({ $ref: `#/components/parameters/${name}` });

/** An operation of a session that acts on its cookie. */
const onSession = ({ answers, method }: Operation): boolean => answers === 'session' && method === 'POST';

function parametersOf(one: Operation, path: string): OpenApi[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '');
  return [
    ...names.map((name) => ({
      name,
      in: 'path',
      required: true,
      description: pathNames[name] ?? name,
      schema: { type: 'string', minLength: 1, maxLength: 300 },
    })),
    ...(one.query ?? []).map((name) => {
      const { description, ...schema } = queries[name];
      return { name, in: 'query', description, schema };
    }),
    ...(one.idempotent ? [shared('IdempotencyKey')] : []),
    ...(one.ifMatch ? [shared('IfMatch')] : []),
    ...(onSession(one) ? [shared('OurRequest')] : []),
    shared('AcceptLanguage'),
  ];
}

function securityOf(one: Operation): { security?: OpenApi[] } {
  if (one.audience !== 'public') return { security: [{ [one.audience]: [] }] };
  return onSession(one) ? { security: [{ citizenSession: [] }, { officerSession: [] }] } : {};
}

/** An operation as OpenAPI describes it. `path`: with the service named. */
export function described(one: Operation, path: string): OpenApi {
  const title = titles[one.id];
  return {
    operationId: one.id,
    tags: [groups[one.answers].name],
    ...(title ? { summary: title.uk, description: title.en } : {}),
    ...(one.right ? { 'x-right': one.right } : {}),
    parameters: parametersOf(one, path),
    ...(one.body
      ? {
          requestBody: {
            content: { 'application/json': { schema: { $ref: `#/components/schemas/${one.body}` } } },
          },
        }
      : {}),
    responses: responsesOf(one),
    ...securityOf(one),
  };
}
