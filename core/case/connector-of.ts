import type { ServiceRuntime } from './runtime.ts';

/** The connector that there is one of: it draws documents, takes payments, brings words to other cases. */
export const connectorOf = ({ live }: ServiceRuntime, kind: 'document' | 'payment' | 'cases'): string =>
  Object.values(live.connectors).find((one) => one.kind === kind)?.id ?? kind;
