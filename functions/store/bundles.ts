import { readFile } from 'node:fs/promises';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { climbing, type ServiceRuntime } from '#core/case/runtime.ts';
import type { Case } from '#core/case/types.ts';
import { setting } from './setting.ts';

const client = new S3Client({});
/** Bundles kept in a container; beyond, the oldest goes. */
const KEPT = 20;
const kept = new Map<string, Promise<ServiceRuntime>>();

async function current(): Promise<ServiceRuntime> {
  const path = process.env.KLADKA_CURRENT ?? '/opt/kladka/current.json';
  return climbing(JSON.parse(await readFile(path, 'utf8')) as ServiceRuntime);
}

async function stored(hash: string): Promise<ServiceRuntime> {
  const now = await runtimeOf(null);
  if (now.hash === hash) return now;
  const { Body } = await client.send(
    new GetObjectCommand({ Bucket: setting('KLADKA_BUNDLES'), Key: `bundles/${hash}.json` }),
  );
  const old = JSON.parse((await Body?.transformToString()) ?? '') as ServiceRuntime;
  // form and flow stay as they were; agencies, connectors and registries are those of today
  return climbing({ ...old, live: now.live });
}

/**
 * The service under a definition's hash: from the layer where it is the current one (also null), else from the bundles
 * bucket. Kept for the life of the container, since a bundle never changes under its hash.
 */
export function runtimeOf(hash: string | null): Promise<ServiceRuntime> {
  const key = hash ?? 'current';
  const known = kept.get(key);
  if (known) return known;
  const reading = (hash === null ? current() : stored(hash)).catch((error: unknown) => {
    kept.delete(key);
    throw error;
  });
  if (kept.size >= KEPT)
    for (const old of [...kept.keys()].filter((k) => k !== 'current').slice(0, 1)) kept.delete(old);
  kept.set(key, reading);
  return reading;
}

/** The service as a case runs on it, with the versions that the case ran on before: its history is told in their words. */
export async function runtimeOfCase({ definition, earlier = [] }: Case): Promise<ServiceRuntime> {
  const service = await runtimeOf(definition);
  if (earlier.length === 0) return service;
  const versions = earlier.map(async ({ definition: hash, until }) => ({
    until,
    service: await runtimeOf(hash),
  }));
  return { ...service, earlier: await Promise.all(versions) };
}
