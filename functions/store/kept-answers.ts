import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Json } from '#core/case/types.ts';
import { caseKey, sortKey } from './keys.ts';
import type { CaseStore } from './load.ts';
import { readItems } from './read-items.ts';
import { toItem } from './stored.ts';

/** What a registry answered to a draft (`<service>#c#<case>` / `lookup#<name>`), under the hash of what it was asked. */
export type KeptAnswer = { input: string; result: Json };
type Of = { service: string; case: string };

/** An answer is taken for a day; then the registry is asked anew. In seconds. */
const KEPT_S = 86_400;
const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);

/** The answers of these lookups that are still good, by lookup. */
export async function keptAnswers(
  store: CaseStore,
  { service, case: id }: Of,
  lookups: readonly string[],
  now: string,
): Promise<Map<string, KeptAnswer>> {
  if (lookups.length === 0) return new Map();
  const pk = caseKey(service, id);
  const items = await readItems(
    store,
    lookups.map((name) => ({ pk, sk: sortKey.lookup(name) })),
  );
  return new Map(
    items
      .filter(({ ttl }) => Number(ttl) > seconds(now))
      .map(({ sk, input, result }) => [
        String(sk).slice(sortKey.lookup('').length),
        { input: String(input), result: JSON.parse(String(result)) as Json },
      ]),
  );
}

/** Keeps what a registry answered. The answer is a text to the table: what a number or an empty list is stays as it came. */
export async function keepAnswer(
  { client, table }: CaseStore,
  { service, case: id }: Of,
  lookup: string,
  { input, result }: KeptAnswer,
  now: string,
): Promise<void> {
  const key = { pk: caseKey(service, id), sk: sortKey.lookup(lookup) };
  const Item = toItem({ ...key, input, result: JSON.stringify(result), ttl: seconds(now) + KEPT_S });
  await client.send(new PutItemCommand({ TableName: table, Item }));
}
