import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { bundle, hash as hashOf } from '#core/definition/index.ts';
import type {
  Current,
  Kind,
  Library,
  Live,
  Service,
  ServiceBundle,
  Sources,
} from '#core/definition/types.ts';
import { servicesIn } from '../store/agencies.ts';
import { lastPublished, readHead, readVersion } from '../store/definition-drafts.ts';
import { setting } from '../store/setting.ts';
import { platform } from '../store/tables.ts';

const s3 = new S3Client({});

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

/** What no service owns: what is live, shared parts, services as they were written. */
export async function releasedPlatform(): Promise<Partial<Live> & Sources> {
  const head = await readHead(platform(), { kind: 'platform', id: 'platform' });
  return head?.hash === undefined ? {} : file<Live & Sources>(head.hash);
}

const emptyLibrary = (live: Partial<Live> & Sources): Library => ({
  services: {},
  agencies: { ...live.agencies },
  connectors: { ...live.connectors },
  registries: { ...live.registries },
  parts: { ...live.parts },
  published: {},
  files: {},
});

/** Whether a service as it was written is what was released under this hash. */
function isReleased(live: Partial<Live> & Sources, source: Service, version: number, hash: string): boolean {
  try {
    const library = { ...emptyLibrary(live), services: { [source.id]: source } };
    return hashOf(bundle(library, source.id, version)) === hash;
  } catch {
    return false; // a part that it names has gone
  }
}

/** A released service as it was written, `$ref` to parts and all; where that is not known any more, its bundle. */
async function releasedService(id: string, hash: string): Promise<Service> {
  const [{ bundle: released }, live, published] = await Promise.all([
    file<Current>(hash),
    releasedPlatform(),
    lastPublished(platform(), { kind: 'service', id }),
  ]);
  if (published?.hash === hash) return JSON.parse(published.source) as Service;
  const source = live.sources?.[id];
  if (source && isReleased(live, source, released.version, hash)) return source;
  return withoutVersion(await file<Current>(hash));
}

/** A definition as it was released; null where it was not. */
export async function releasedDefinition(kind: Kind, id: string): Promise<unknown> {
  const head = await readHead(platform(), { kind, id });
  if (!head) return null;
  if (kind !== 'service') return head.definition ?? null;
  return head.hash === undefined ? null : releasedService(id, head.hash);
}

/** All that was released, as a library to check a draft in. */
export async function releasedLibrary(): Promise<Library> {
  const lines = [...(await servicesIn(platform())).values()];
  const services = await Promise.all(
    lines.map(async ({ id, hash }) => [id, withoutVersion(await file<Current>(hash))] as const),
  );
  return { ...emptyLibrary(await releasedPlatform()), services: Object.fromEntries(services) };
}

/**
 * The library with the versions of a service that its migration leans on: the one that runs, the one published last, the one that it
 * is from. Nothing is read for a definition without a migration.
 */
export async function withVersions(
  library: Library,
  { kind, id }: { kind: Kind; id: string },
  definition: unknown,
): Promise<Library> {
  const { migrate } = (definition ?? {}) as Partial<Service>;
  if (kind !== 'service' || !migrate) return library;
  const of = { kind, id };
  const isDrawn = Number.isInteger(migrate.from) && migrate.from > 0;
  const [head, ...drawn] = await Promise.all([
    readHead(platform(), of),
    lastPublished(platform(), of),
    isDrawn ? readVersion(platform(), of, migrate.from) : null,
  ]);
  const versions: Record<number, ServiceBundle> = {};
  for (const item of drawn) {
    if (!item) continue;
    const source = JSON.parse(item.source) as Service;
    const known = { ...library, services: { ...library.services, [id]: source } };
    try {
      versions[item.version] = bundle(known, id, item.version);
    } catch {
      // a part that it names has gone: as if it were not known
    }
  }
  if (head?.hash !== undefined) {
    const { bundle: runs } = await file<Current>(head.hash);
    versions[runs.version] = runs;
  }
  return { ...library, published: { ...library.published, [id]: versions } };
}
