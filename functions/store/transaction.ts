import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { parted } from '#core/case/chain.ts';
import { spread } from '#core/case/falls.ts';
import type { Case, CaseEvent, Effect, TaskEntry, TimerEntry, Waiting } from '#core/case/types.ts';
import type { KeptCard } from './items.ts';
import {
  caseKey,
  changedSort,
  OPEN_SHARDS,
  onceKey,
  openPartition,
  openSort,
  publicReference,
  referenceKey,
  sortKey,
  taskIndex,
  taskSort,
} from './keys.ts';
import { dueShard, outboxPut } from './outbox.ts';
import { toItem } from './stored.ts';

/** DynamoDB takes so many writes in one transaction. */
const MOST_WRITES = 100;
/** How long an intention is remembered, in seconds: 7 days. */
const REMEMBER_S = 7 * 86_400;

/** More has changed at once than one transaction takes. */
export class TooManyWrites extends Error {
  readonly code = 'tooManyWrites';
}

/** One accepted command, as it is to be written. */
export type Accepted = {
  before: { case: Case; waiting: Waiting } | null;
  after: { case: Case; waiting: Waiting };
  events: readonly CaseEvent[];
  effects: readonly Effect[];
  /** Lines of the index `people`, by the person's key. */
  people: ReadonlyMap<string, KeptCard>;
  /** Persons whose lines are to go. */
  gone: readonly string[];
  /** What anyone who knows the reference sees. */
  open: KeptCard;
  once?: { hash: string; request: string; answer: { status: number; body: unknown } };
  /** What else belongs to it: the draft that goes. */
  also?: readonly TransactWriteItem[];
};

const taskName = ({ path, consult }: TaskEntry) => sortKey.task(path, consult);
const timerName = ({ path, kind }: TimerEntry) => sortKey.timer(path, kind);

/**
 * The writes of one accepted command, the snapshot's first: it is refused unless the case still stands where it was.
 * @throws TooManyWrites
 */
export function writesOf(table: string, accepted: Accepted, now: string): TransactWriteItem[] {
  const { before, after, events, effects, once } = accepted;
  const kase = after.case;
  const pk = caseKey(kase.service, kase.id);
  const put = (item: object, condition?: string): TransactWriteItem => ({
    Put: { TableName: table, Item: toItem(item), ...(condition ? { ConditionExpression: condition } : {}) },
  });
  const remove = (sk: string): TransactWriteItem => ({
    Delete: { TableName: table, Key: toItem({ pk, sk }) },
  });
  const snapshot = {
    pk,
    sk: sortKey.snapshot,
    seq: kase.seq,
    head: kase.head,
    changedAt: kase.changedAt,
    case: kase,
    ...openKeys(kase),
  };
  const writes: TransactWriteItem[] = [
    {
      Put: {
        TableName: table,
        Item: toItem(snapshot),
        ...(before
          ? {
              ConditionExpression: 'seq = :seq',
              ExpressionAttributeValues: toItem({ ':seq': before.case.seq }),
            }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      },
    },
    put(
      {
        pk: referenceKey(kase.service, kase.reference),
        sk: 'reference',
        case: kase.id,
        ppk: publicReference(kase.reference),
        psk: changedSort(kase.changedAt, kase.id),
        card: accepted.open,
      },
      before ? undefined : 'attribute_not_exists(pk)',
    ),
  ];
  if (once)
    writes.push({
      Put: {
        TableName: table,
        Item: toItem({
          pk: onceKey(kase.service, once.hash),
          sk: 'answer',
          request: once.request,
          answer: once.answer,
          ttl: Math.floor(Date.parse(now) / 1000) + REMEMBER_S,
        }),
        ConditionExpression: 'attribute_not_exists(pk) OR #ttl < :now',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: toItem({ ':now': Math.floor(Date.parse(now) / 1000) }),
      },
    });
  for (const whole of events) {
    const { event, personal } = parted(whole);
    writes.push(put({ pk, sk: sortKey.event(event.seq), event }, 'attribute_not_exists(pk)'));
    if (personal) writes.push(put({ pk, sk: sortKey.data(event.seq), ...personal }));
    if (event.type === 'erased')
      for (let seq = 1; seq < event.seq; seq++) writes.push(remove(sortKey.data(seq)));
  }
  writes.push(
    ...changed(before?.waiting.tasks ?? [], after.waiting.tasks, taskName, (task) => ({
      pk,
      sk: taskName(task),
      tpk: taskIndex(task),
      tsk: taskSort(task.due, kase.id, task.path),
      card: { ...task, case: kase.id },
    })).map((change) => ('item' in change ? put(change.item) : remove(change.gone))),
    ...changed(before?.waiting.timers ?? [], after.waiting.timers, timerName, (timer) => ({
      pk,
      sk: timerName(timer),
      dpk: dueShard(kase.id),
      dsk: timer.at,
    })).map((change) => ('item' in change ? put(change.item) : remove(change.gone))),
    ...[...accepted.people].map(([person, card]) =>
      put({ pk, sk: sortKey.party(person), ppk: person, psk: changedSort(kase.changedAt, kase.id), card }),
    ),
    ...accepted.gone.map((person) => remove(sortKey.party(person))),
  );
  for (const [connector, asked] of byConnector(effects))
    writes.push(
      outboxPut(
        table,
        { connector, service: kase.service, case: kase.id, sequence: kase.seq, effects: asked },
        now,
      ),
    );
  writes.push(...(accepted.also ?? []));
  if (writes.length > MOST_WRITES) throw new TooManyWrites(`${writes.length} writes in one command`);
  return writes;
}

/** Keys of the index of open cases; an ended one is in it no more. */
function openKeys({ service, id, definition, outcome }: Case): { opk?: string; osk?: string } {
  if (outcome) return {};
  return {
    opk: openPartition(service, spread(id, OPEN_SHARDS)),
    osk: openSort(definition, id),
  };
}

/** What of a list is to be written or to go; what stayed as it was is left alone. */
function changed<T>(
  before: readonly T[],
  after: readonly T[],
  name: (one: T) => string,
  item: (one: T) => object,
): ({ item: object } | { gone: string })[] {
  const was = new Map(before.map((one) => [name(one), JSON.stringify(one)]));
  const is = new Set(after.map(name));
  return [
    ...after.filter((one) => was.get(name(one)) !== JSON.stringify(one)).map((one) => ({ item: item(one) })),
    ...[...was.keys()].filter((key) => !is.has(key)).map((gone) => ({ gone })),
  ];
}

function byConnector(effects: readonly Effect[]): Map<string, Effect[]> {
  const found = new Map<string, Effect[]>();
  for (const effect of effects) found.set(effect.connector, [...(found.get(effect.connector) ?? []), effect]);
  return found;
}
