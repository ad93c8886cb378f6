import { createHash, createHmac, randomBytes } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Identity } from '#core/case/types.ts';
import { platformKey } from '../store/keys.ts';
import { setting } from '../store/setting.ts';
import { client } from '../store/tables.ts';
import type { Kind } from './claims.ts';
import type { Secrets } from './provider.ts';
import { judge } from './rotation.ts';

/** What is given out is kept as its hash only: who reads the table can sign in as nobody. */
export const hashed = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
const drawn = (): string => randomBytes(32).toString('base64url');
/** The secret that takes the place of another in a session: the same whenever it is asked for, so that an answer which got lost is given again. */
const following = (secret: string, seed: string): string =>
  createHmac('sha256', seed).update(secret).digest('base64url');

/** A login under way, in seconds. */
export const LOGIN_SECONDS = 600;
/** The longest a session lasts without signing in again, and without being used, in seconds. */
const LONGEST: { readonly [kind in Kind]: number } = { citizen: 24 * 3600, officer: 12 * 3600 };
const IDLE: { readonly [kind in Kind]: number } = { citizen: 2 * 3600, officer: 4 * 3600 };

/** A login under way. */
export type Login = Secrets & { kind: Kind; back: string };
/** Who is signed in. */
export type SignedIn = {
  kind: Kind;
  person: string;
  name: string;
  identity?: Omit<Identity, 'person'>;
  /** Who an officer is as a citizen, where the directory says it. */
  citizen?: Identity;
};
type SessionItem = SignedIn & {
  pk: string;
  sk: string;
  current: string;
  previous?: string;
  /** What each next secret is made from, with the one before it; absent in sessions of earlier releases. */
  seed?: string;
  rotatedAt: number;
  endsAt: number;
  ttl: number;
};

const keyOf = (secret: string, sk: string) => ({ pk: platformKey.session(hashed(secret)), sk });

/** Remembers a login by its state. */
export async function keepLogin(login: Login, now: number): Promise<void> {
  const item = { ...login, ...keyOf(login.state, 'login'), ttl: now + LOGIN_SECONDS };
  await client.send(new PutItemCommand({ TableName: setting('KLADKA_PLATFORM'), Item: marshall(item) }));
}

/** The login of a state, which is forgotten by this: a code is exchanged once. Null where it is over. */
export async function takeLogin(state: string, now: number): Promise<Login | null> {
  const { Attributes } = await client.send(
    new DeleteItemCommand({
      TableName: setting('KLADKA_PLATFORM'),
      Key: marshall(keyOf(state, 'login')),
      ReturnValues: 'ALL_OLD',
    }),
  );
  const item = Attributes && (unmarshall(Attributes) as Login & { ttl: number });
  return item && item.ttl > now ? item : null;
}

/** Begins a session. @returns the cookie's value, `<session>.<secret>` */
export async function begin(who: SignedIn, now: number): Promise<{ cookie: string; seconds: number }> {
  const [session, secret] = [drawn(), drawn()];
  const endsAt = now + LONGEST[who.kind];
  const item: SessionItem = {
    ...who,
    ...keyOf(session, 'session'),
    current: hashed(secret),
    seed: drawn(),
    rotatedAt: now,
    endsAt,
    ttl: Math.min(endsAt, now + IDLE[who.kind]),
  };
  await client.send(
    new PutItemCommand({
      TableName: setting('KLADKA_PLATFORM'),
      Item: marshall(item, { removeUndefinedValues: true }),
    }),
  );
  return { cookie: `${session}.${secret}`, seconds: LONGEST[who.kind] };
}

/**
 * Who a cookie is of, with the cookie that replaces it. A cookie that was replaced moments ago (two tabs, or a page left
 * before the answer came) is given the same new one again; one replaced earlier was copied, and ends the session for both.
 */
export async function renew(
  cookie: string,
  kind: Kind,
  now: number,
): Promise<{ who: SignedIn; cookie?: string; seconds: number } | null> {
  const [session = '', secret = ''] = cookie.split('.');
  const TableName = setting('KLADKA_PLATFORM');
  const Key = marshall(keyOf(session, 'session'));
  const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  const item = Item && (unmarshall(Item) as SessionItem);
  if (!item || item.kind !== kind) return null;
  const verdict = judge(item, hashed(secret), now);
  if (verdict === 'stolen') await client.send(new DeleteItemCommand({ TableName, Key }));
  if (verdict === 'stolen' || verdict === 'over') return null;
  const { person, name, identity, citizen, endsAt } = item;
  const who = { kind, person, name, ...(identity ? { identity } : {}), ...(citizen ? { citizen } : {}) };
  const seconds = endsAt - now;
  const next = item.seed === undefined ? undefined : following(secret, item.seed);
  const again = next === undefined ? { who, seconds } : { who, cookie: `${session}.${next}`, seconds };
  if (verdict === 'justReplaced') return again;
  const replacing = next ?? drawn();
  try {
    await client.send(
      new UpdateItemCommand({
        TableName,
        Key,
        UpdateExpression: 'SET #c = :next, previous = :was, rotatedAt = :now, #t = :ttl',
        ConditionExpression: '#c = :was',
        ExpressionAttributeNames: { '#c': 'current', '#t': 'ttl' },
        ExpressionAttributeValues: marshall({
          ':next': hashed(replacing),
          ':was': item.current,
          ':now': now,
          ':ttl': Math.min(endsAt, now + IDLE[kind]),
        }),
      }),
    );
  } catch (error) {
    // another tab was first with the same cookie
    if (error instanceof ConditionalCheckFailedException) return again;
    throw error;
  }
  return { who, cookie: `${session}.${replacing}`, seconds };
}

/** Ends the session of a cookie at once; one that is not there is over already. */
export async function end(cookie: string): Promise<void> {
  const [session = ''] = cookie.split('.');
  await client.send(
    new DeleteItemCommand({
      TableName: setting('KLADKA_PLATFORM'),
      Key: marshall(keyOf(session, 'session')),
    }),
  );
}
