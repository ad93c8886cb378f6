import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { connectorOf } from '#core/case/connector-of.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import type { Begin, Refusal, ReportEffect } from '#core/case/types.ts';
import type { CaseStore } from '../store/load.ts';
import { outboxPut } from '../store/outbox.ts';

/** A case that could not begin: the one that wanted it is told, as of one that was refused. */
export async function tellRefused(
  { client, table }: CaseStore,
  service: ServiceRuntime,
  of: { case: string; command: Begin; refusal: Refusal },
  now: string,
): Promise<void> {
  const { origin } = of.command;
  const connector = connectorOf(service, 'cases');
  const effect: ReportEffect = {
    id: `${of.case}/0/0`,
    connector,
    at: now,
    case: of.case,
    reference: '',
    service: service.bundle.id,
    definition: service.hash,
    kind: 'report',
    origin,
    what: 'ended',
    outcome: of.refusal.code,
    ended: 'refused',
    data: {},
  };
  const entry = { connector, service: service.bundle.id, case: of.case, sequence: 0, effects: [effect] };
  await client.send(new TransactWriteItemsCommand({ TransactItems: [outboxPut(table, entry, now)] }));
}
