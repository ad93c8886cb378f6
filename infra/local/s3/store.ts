import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One version of an object. Immutable once it is there; `deleted` is a delete marker. */
export type Version = {
  key: string;
  version: string;
  size: number;
  etag: string;
  type: string;
  modified: number;
  deleted?: boolean;
  /** Metadata of the uploader (`x-amz-meta-*`) and headers kept with the object. */
  headers: Record<string, string>;
  tags: Record<string, string>;
  /** Object Lock: until then nobody may delete this version. Milliseconds. */
  retained?: number;
};

const folderOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 40);
let last = 0;
/** A version id that sorts by when it was made. */
function versionId(): string {
  last = Math.max(Date.now() * 1000, last + 1);
  return `${last.toString(36).padStart(11, '0')}${randomBytes(8).toString('hex')}`;
}

/** Objects as files, every version kept: content first, then its description, each by one rename, so that a kill leaves no half object. */
export class ObjectStore {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
    mkdirSync(root, { recursive: true });
  }

  put(
    bucket: string,
    key: string,
    body: Buffer,
    given: Pick<Version, 'type' | 'headers' | 'tags'> & { etag?: string; retained?: number },
  ): Version {
    const folder = join(this.#root, bucket, folderOf(key));
    mkdirSync(folder, { recursive: true });
    const version = versionId();
    const made: Version = {
      key,
      version,
      size: body.length,
      etag: given.etag ?? createHash('md5').update(body).digest('hex'),
      type: given.type,
      modified: Date.now(),
      headers: given.headers,
      tags: given.tags,
      ...(given.retained ? { retained: given.retained } : {}),
    };
    writeFileSync(join(folder, version), body);
    this.#describe(folder, made);
    return made;
  }

  /** The latest version, or the one asked for; undefined where there is none (a delete marker counts as none). */
  find(bucket: string, key: string, version?: string): Version | undefined {
    const versions = this.versions(bucket, key);
    const found = version ? versions.find((one) => one.version === version) : versions.at(-1);
    return found?.deleted ? undefined : found;
  }

  read(bucket: string, { key, version }: Version): Buffer {
    return readFileSync(join(this.#root, bucket, folderOf(key), version));
  }

  tag(bucket: string, version: Version, tags: Record<string, string>): void {
    this.#describe(join(this.#root, bucket, folderOf(version.key)), { ...version, tags });
  }

  /** Puts a delete marker, or removes one version for good. */
  delete(bucket: string, key: string, version?: string): string {
    const folder = join(this.#root, bucket, folderOf(key));
    if (version) {
      for (const name of [`${version}.json`, version]) rmSync(join(folder, name), { force: true });
      return version;
    }
    mkdirSync(folder, { recursive: true });
    const marker: Version = {
      key,
      version: versionId(),
      size: 0,
      etag: '',
      type: '',
      modified: Date.now(),
      deleted: true,
      headers: {},
      tags: {},
    };
    this.#describe(folder, marker);
    return marker.version;
  }

  /** Every version of a key, the oldest first. */
  versions(bucket: string, key: string): Version[] {
    return this.#versionsIn(join(this.#root, bucket, folderOf(key)));
  }

  /** The latest version of every key with the prefix, by key. */
  list(bucket: string, prefix: string): Version[] {
    const root = join(this.#root, bucket);
    if (!existsSync(root)) return [];
    return readdirSync(root)
      .flatMap((folder) => this.#versionsIn(join(root, folder)).slice(-1))
      .filter(({ key, deleted }) => !deleted && key.startsWith(prefix))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  #versionsIn(folder: string): Version[] {
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name): Version => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  }

  #describe(folder: string, version: Version): void {
    const file = join(folder, `${version.version}.json`);
    writeFileSync(`${file}.new`, JSON.stringify(version));
    renameSync(`${file}.new`, file);
  }
}
