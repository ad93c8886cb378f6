import agency from './agency.schema.json' with { type: 'json' };
import common from './common.schema.json' with { type: 'json' };
import connector from './connector.schema.json' with { type: 'json' };
import flow from './flow.schema.json' with { type: 'json' };
import registry from './registry.schema.json' with { type: 'json' };
import scenario from './scenario.schema.json' with { type: 'json' };
import service from './service.schema.json' with { type: 'json' };
import type { JsonSchema, Kind } from './types.ts';

/** The JSON Schema of each kind. */
export const schemas: Record<Kind, JsonSchema> = { service, registry, connector, agency };

/** All of them with what they share, by file name. */
export const allSchemas: Record<string, JsonSchema> = { common, flow, scenario, ...schemas };
