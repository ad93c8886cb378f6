import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Current } from '#core/definition/types.ts';
import { setting } from '../store/setting.ts';
import { type Asked, ReleaseRefused } from './event.ts';
import {
  difference,
  type PlatformFile,
  platformHead,
  platformItems,
  SHAPE,
  serviceItems,
  serviceKeys,
} from './heads.ts';
import { put, remove, type Table, writeAll } from './write.ts';

const s3 = new S3Client({});
const bundleKey = (hash: string): string => `bundles/${hash}.json`;

async function read(Bucket: string, Key: string): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
  return (await Body?.transformToString()) ?? '';
}

const keep = (hash: string, text: string) =>
  s3.send(
    new PutObjectCommand({
      Bucket: setting('KLADKA_BUNDLES'),
      Key: bundleKey(hash),
      Body: text,
      ContentType: 'application/json',
    }),
  );

/** What the platform's definitions were before; null where nothing of it can be relied on. */
async function before({ client, table }: Table): Promise<PlatformFile | null> {
  const { pk, sk } = platformHead('');
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key: marshall({ pk, sk }), ConsistentRead: true }),
  );
  if (!Item) return null;
  const { hash, shape } = unmarshall(Item) as { hash: string; shape?: number };
  if (shape !== SHAPE) return null;
  try {
    return JSON.parse(await read(setting('KLADKA_BUNDLES'), bundleKey(hash))) as PlatformFile;
  } catch (error) {
    // then everything is written, and nothing taken away
    if (error instanceof NoSuchKey) return null;
    throw error;
  }
}

/**
 * Releases a definition: first the bundle under its hash, where it stays, then the head that names it, so that no head
 * ever names what is not there. May be repeated.
 * @throws ReleaseRefused, and what S3 and DynamoDB throw
 */
export async function release(to: Table, { bucket, key, hash, kind, id }: Asked): Promise<void> {
  const text = await read(bucket, key);
  if (kind === 'service') {
    const current = JSON.parse(text) as Current;
    if (current.hash !== hash || current.bundle?.id !== id)
      throw new ReleaseRefused(`The file holds ${current.bundle?.id} ${current.hash}, not ${id} ${hash}.`);
    await keep(hash, text);
    for (const item of serviceItems(current)) await put(to, item);
    return;
  }
  const after = platformItems(JSON.parse(text) as PlatformFile);
  const old = await before(to);
  await keep(hash, text);
  await writeAll(to, difference(old ? platformItems(old) : [], after));
  await put(to, platformHead(hash));
}

/** Takes the head away: nobody can begin with the service any more; its bundles and cases stay. */
export async function withdraw(to: Table, { kind, id }: Pick<Asked, 'kind' | 'id'>): Promise<void> {
  for (const key of kind === 'service' ? serviceKeys(id) : [platformHead('')]) await remove(to, key);
}
