import type { Kind } from '#core/definition/types.ts';
import { agencySheets } from './agency.ts';
import { connectorSheets } from './connector.ts';
import { registrySheets } from './registry.ts';
import type { Sheet } from './sheet.ts';

/** The described tabs of a kind; a service has tabs written for it. */
export const sheetsOf = (kind: Kind): readonly Sheet[] =>
  ({ service: [], agency: agencySheets, registry: registrySheets, connector: connectorSheets })[kind];
