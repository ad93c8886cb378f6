import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Current, Kind, Library, Live, Service } from '#core/definition/types.ts';
import { servicesIn } from '../store/agencies.ts';
import type { PlatformStore } from '../store/appointments.ts';
import { readHead } from '../store/definition-drafts.ts';
import { setting } from '../store/setting.ts';

const s3 = new S3Client({});
const client = new DynamoDBClient({});
export const platform = (): PlatformStore => ({ client, table: setting('KLADKA_PLATFORM') });

/** Files kept in a container; one never changes under its hash. */
const KEPT = 50;
const kept = new Map<string, Promise<unknown>>();

function file<T>(hash: string): Promise<T> {
  const known = kept.get(hash);
  if (known) return known as Promise<T>;
  const reading = s3
    .send(new GetObjectCommand({ Bucket: setting('KLADKA_BUNDLES'), Key: `bundles/${hash}.json` }))
    .then(async ({ Body }): Promise<unknown> => JSON.parse((await Body?.transformToString()) ?? ''))
    .catch((error: unknown) => {
      kept.delete(hash);
      throw error;
    });
  if (kept.size >= KEPT) for (const old of [...kept.keys()].slice(0, 1)) kept.delete(old);
  kept.set(hash, reading);
  return reading as Promise<T>;
}

/** A bundle as one goes on working on it: the definition without its number. */
function withoutVersion({ bundle: { version: _, ...service } }: Current): Service {
  return service;
}

/** A definition as it was released; null where it was not. */
export async function releasedDefinition(kind: Kind, id: string): Promise<unknown> {
  const head = await readHead(platform(), { kind, id });
  if (!head) return null;
  if (kind !== 'service') return head.definition ?? null;
  return head.hash === undefined ? null : withoutVersion(await file<Current>(head.hash));
}

/** All that was released, as a library to check a draft in; a bundle holds its parts already. */
export async function releasedLibrary(): Promise<Library> {
  const head = await readHead(platform(), { kind: 'platform', id: 'platform' });
  const live = head?.hash === undefined ? undefined : await file<Live>(head.hash);
  const lines = [...(await servicesIn(platform())).values()];
  const services = await Promise.all(
    lines.map(async ({ id, hash }) => [id, withoutVersion(await file<Current>(hash))] as const),
  );
  return {
    services: Object.fromEntries(services),
    agencies: { ...live?.agencies },
    connectors: { ...live?.connectors },
    registries: { ...live?.registries },
    parts: {},
    published: {},
    files: {},
  };
}
