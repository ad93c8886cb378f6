import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Adapter, AdapterConstructor, AdapterPayload } from 'oidc-provider';

type Stored = { payload: AdapterPayload; expires: number };

/** Keeps what the provider remembers as files, so that a login survives a restart. */
export function storage(folder: string): AdapterConstructor {
  mkdirSync(folder, { recursive: true });
  const read = (file: string): Stored | undefined => {
    if (!statSync(file, { throwIfNoEntry: false })) return;
    const stored: Stored = JSON.parse(readFileSync(file, 'utf8'));
    return stored.expires > Date.now() ? stored : undefined;
  };
  const write = (file: string, stored: Stored): void => {
    writeFileSync(`${file}.new`, JSON.stringify(stored));
    renameSync(`${file}.new`, file);
  };
  return class FileStorage implements Adapter {
    readonly #model: string;
    constructor(model: string) {
      this.#model = model;
    }
    #file(id: string): string {
      return join(
        folder,
        `${this.#model}-${createHash('sha256').update(id).digest('hex').slice(0, 32)}.json`,
      );
    }
    async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
      write(this.#file(id), { payload, expires: Date.now() + (expiresIn || 86_400) * 1000 });
    }
    async find(id: string): Promise<AdapterPayload | undefined> {
      return read(this.#file(id))?.payload;
    }
    async findByUid(uid: string): Promise<AdapterPayload | undefined> {
      return this.#all().find(({ payload }) => payload.uid === uid)?.payload;
    }
    async findByUserCode(): Promise<undefined> {
      return undefined; // no devices log in here
    }
    async consume(id: string): Promise<void> {
      const stored = read(this.#file(id));
      if (!stored) return;
      write(this.#file(id), {
        ...stored,
        payload: { ...stored.payload, consumed: Math.floor(Date.now() / 1000) },
      });
    }
    async destroy(id: string): Promise<void> {
      rmSync(this.#file(id), { force: true });
    }
    async revokeByGrantId(grantId: string): Promise<void> {
      for (const file of this.#files())
        if (read(file)?.payload.grantId === grantId) rmSync(file, { force: true });
    }
    #files(): string[] {
      return readdirSync(folder)
        .filter((name) => name.startsWith(`${this.#model}-`) && name.endsWith('.json'))
        .map((name) => join(folder, name));
    }
    #all(): Stored[] {
      return this.#files().flatMap((file) => read(file) ?? []);
    }
  };
}
