import type { Connector, Live } from '#core/definition/types.ts';
import { connectorOfKind } from '../connector.ts';
import type { AskState } from '../states.ts';

/** The connector that a state asks, as `core/case` finds it: by name, else by kind (and registry); undefined where none is defined. */
export function connectorOf(
  { live }: { live: Pick<Live, 'connectors'> },
  state: AskState,
): Connector | undefined {
  const { connectors } = live;
  const ofKind = (kind: Connector['kind'], registry?: string) => connectorOfKind(connectors, kind, registry);
  switch (state.type) {
    case 'call':
    case 'pay':
      return connectors[state.connector];
    case 'sign':
      return state.connector === undefined ? ofKind('sign') : connectors[state.connector];
    case 'issue':
      return state.record ? ofKind('registry', state.record.registry) : ofKind('document');
    case 'reserve':
      return ofKind('registry', state.registry);
    case 'publish':
      return ofKind('publish');
    case 'start':
    case 'collect':
      return ofKind('cases');
  }
}
