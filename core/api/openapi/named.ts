import type { OpenApi } from './types.ts';

const header = (name: string, schema: object, description: string, required: boolean): OpenApi => ({
  name,
  in: 'header',
  required,
  description,
  schema,
});

/** Parameters that many operations share. */
export const parameters = {
  IdempotencyKey: header(
    'Idempotency-Key',
    { type: 'string', minLength: 16, maxLength: 200, pattern: '^[!-~]+$' },
    'One key, one command: a repeat under the same key is answered as the first was.',
    true,
  ),
  IfMatch: header(
    'If-Match',
    { type: 'string', maxLength: 200 },
    'The ETag of what was read: refused where it has changed since.',
    true,
  ),
  AcceptLanguage: header(
    'Accept-Language',
    { type: 'string', maxLength: 200, examples: ['uk', 'en'] },
    'The language of problems: Ukrainian or English.',
    false,
  ),
  OurRequest: header(
    'X-Kladka',
    { const: '1' },
    'Says that a page of this origin asks: no other can set it.',
    true,
  ),
};

/** Headers of answers. */
export const headers = {
  ETag: {
    required: true,
    description: 'Names this version: to be sent back as If-Match.',
    schema: { type: 'string' },
  },
  Location: {
    required: true,
    description: 'The address of what was made, or where to go.',
    schema: { type: 'string', format: 'uri-reference' },
  },
  ContentLanguage: {
    required: true,
    description: 'The language of the title.',
    schema: { enum: ['uk', 'en'] },
  },
  RetryAfter: {
    required: true,
    description: 'Seconds after which it may be tried again.',
    schema: { type: 'integer', minimum: 1 },
  },
};

const bearer = (description: string): OpenApi => ({
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description,
});
const cookie = (name: string): OpenApi => ({
  type: 'apiKey',
  in: 'cookie',
  name,
  description: 'The cookie of the session, set by signing in.',
});

/** How one is known. Appointments are never in a token: they are read on every request. */
export const securitySchemes = {
  citizen: bearer('A signed-in citizen or business.'),
  officer: bearer('A signed-in officer.'),
  citizenSession: cookie('kladka-citizen'),
  officerSession: cookie('kladka-officer'),
};
