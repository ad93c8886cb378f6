import type { Connector } from '#core/definition/types.ts';
import { connectorOfKind } from '#core/flow/connector.ts';
import type { ServiceRuntime } from './runtime.ts';

/** The id of the connector of a kind (of one registry, where several are); the kind's own name where none is defined. */
export const connectorOf = (
  { live }: Pick<ServiceRuntime, 'live'>,
  kind: Connector['kind'],
  registry?: string,
): string => connectorOfKind(live.connectors, kind, registry)?.id ?? kind;
