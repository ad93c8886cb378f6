import { type Operation, operations } from '#core/api/operations.ts';
import type { ServiceBundle } from '#core/definition/index.ts';

/** The OpenAPI 3.1 document of a service, made from the table of operations and the schema of its form. */
export function openApi(service: ServiceBundle): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const one of operations) {
    const path = `/api${one.path.replace('{service}', service.id)}`;
    paths[path] ??= {};
    paths[path][one.method.toLowerCase()] = operation(one, path);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: service.title.uk ?? service.id,
      description: service.summary.uk ?? '',
      version: String(service.version),
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Application: service.form.schema, Problem: problem },
    },
  };
}

const problem = {
  type: 'object',
  description: 'RFC 9457',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
  },
};

const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
/** What writes are answered beyond the limits of a person (docs/decisions/0010). */
const tooMany = {
  description: 'Too many: `code` says of what, `Retry-After` when to try again',
  headers: {
    'Retry-After': { required: true, description: 'Seconds', schema: { type: 'integer', minimum: 1 } },
  },
  content,
};

function operation(one: Operation, path: string): Record<string, unknown> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '');
  const header = (name: string) => ({
    name,
    in: 'header',
    required: true,
    schema: { type: 'string', maxLength: 200 },
  });
  return {
    operationId: one.id,
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...(one.idempotent ? [header('Idempotency-Key')] : []),
      ...(one.ifMatch ? [header('If-Match')] : []),
    ],
    ...(one.request
      ? { requestBody: { required: true, content: { 'application/json': { schema: one.request } } } }
      : {}),
    responses: {
      '2XX': { description: one.answer ?? 'Done' },
      ...(one.audience === 'public' || one.method === 'GET' ? {} : { 429: tooMany }),
      default: { description: 'A problem', content },
    },
    ...(one.audience === 'public' ? {} : { security: [{ token: [] }] }),
  };
}
