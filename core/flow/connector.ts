import type { Connector } from '#core/definition/types.ts';

/** The connector of a kind (of one registry, where several are), else the first of that kind; undefined where none is defined. */
export function connectorOfKind(
  connectors: { readonly [id: string]: Connector },
  kind: Connector['kind'],
  registry?: string,
): Connector | undefined {
  const found = Object.values(connectors).filter((one) => one.kind === kind);
  return (registry === undefined ? undefined : found.find((one) => one.registry === registry)) ?? found[0];
}
