/** What stands after each keyword of JSON Schema (draft 2020-12) that a definition may use. */
export type Holds =
  | 'schema'
  | 'schemas'
  | 'named'
  | 'count'
  | 'number'
  | 'text'
  | 'flag'
  | 'names'
  | 'list'
  | 'any';

export const keywords: { readonly [keyword: string]: Holds } = {
  type: 'any',
  properties: 'named',
  required: 'names',
  items: 'schema',
  allOf: 'schemas',
  anyOf: 'schemas',
  oneOf: 'schemas',
  not: 'schema',
  if: 'schema',
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  then: 'schema',
  else: 'schema',
  const: 'any',
  enum: 'list',
  minLength: 'count',
  maxLength: 'count',
  pattern: 'text',
  format: 'text',
  minimum: 'number',
  maximum: 'number',
  exclusiveMinimum: 'number',
  exclusiveMaximum: 'number',
  multipleOf: 'number',
  minItems: 'count',
  maxItems: 'count',
  uniqueItems: 'flag',
  contains: 'schema',
  minContains: 'count',
  maxContains: 'count',
  minProperties: 'count',
  maxProperties: 'count',
  additionalProperties: 'any',
  unevaluatedProperties: 'any',
  propertyNames: 'schema',
  dependentRequired: 'any',
  title: 'text',
  description: 'text',
  default: 'any',
  examples: 'list',
  deprecated: 'flag',
  readOnly: 'flag',
  writeOnly: 'flag',
  contentMediaType: 'text',
  contentEncoding: 'text',
  $ref: 'text',
  $id: 'text',
  $schema: 'text',
  $defs: 'named',
  $comment: 'text',
  $anchor: 'text',
  definitions: 'named',
};

/** Known, but a form cannot draw them. */
export const undrawable: ReadonlySet<string> = new Set([
  'dependentSchemas',
  'dependencies',
  'prefixItems',
  'patternProperties',
  'unevaluatedItems',
]);

export const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'] as const;

/** The pairs of which the first is at most the second. */
export const pairs = [
  ['minLength', 'maxLength'],
  ['minimum', 'maximum'],
  ['exclusiveMinimum', 'exclusiveMaximum'],
  ['minItems', 'maxItems'],
  ['minContains', 'maxContains'],
  ['minProperties', 'maxProperties'],
] as const;

/** Formats that validators look at: those of JSON Schema and the numbers that Kladka knows (core/reference). */
export const formats: readonly string[] = [
  ...[
    'date',
    'date-time',
    'time',
    'duration',
    'email',
    'uri',
    'uri-reference',
    'uuid',
    'hostname',
    'ipv4',
    'ipv6',
  ],
  ...['regex', 'json-pointer', 'relative-json-pointer', 'idn-email', 'iri'],
  ...['rnokpp', 'unzr', 'edrpou', 'iban', 'katottg', 'passport', 'phone'],
];
