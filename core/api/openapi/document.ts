import type { ServiceBundle } from '#core/definition/types.ts';
import type { FormDefinition } from '#core/form/types.ts';
import { operations } from '../operations.ts';
import { groups } from '../titles.ts';
import { schemasOf } from './components.ts';
import { headers, parameters, securitySchemes } from './named.ts';
import { described } from './operation.ts';
import { sharedFailures } from './responses.ts';
import type { OpenApi } from './types.ts';

/**
 * The OpenAPI 3.1 document of a service: its operations and those of the platform, made from the table of operations, the
 * schemas of what crosses the wire, and the schema of the service's form.
 */
export function openApi(service: ServiceBundle): OpenApi {
  const paths: { [path: string]: { [method: string]: OpenApi } } = {};
  for (const one of operations) {
    const path = `/api${one.path.replace('{service}', service.id)}`;
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: described(one, path) };
  }
  const { title, summary, version } = service;
  const form = service.form as unknown as FormDefinition;
  return {
    openapi: '3.1.0',
    info: {
      title: title.uk ?? service.id,
      ...(title.en ? { summary: title.en } : {}),
      description: [summary.uk, summary.en].filter(Boolean).join('\n\n'),
      version: String(version),
    },
    servers: [{ url: '/' }],
    tags: Object.values(groups).map(({ name, about }) => ({
      name,
      description: `${about.uk} / ${about.en}`,
    })),
    paths,
    components: {
      schemas: schemasOf(form, title),
      responses: sharedFailures(operations),
      parameters,
      headers,
      securitySchemes,
    },
  };
}
