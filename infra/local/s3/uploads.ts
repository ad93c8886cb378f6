import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A multipart upload that has begun: what its object will be called and carry. */
export type Upload = {
  bucket: string;
  key: string;
  type: string;
  headers: Record<string, string>;
  tags: Record<string, string>;
};

/** Multipart uploads as folders of parts; an upload outlives a restart. */
export class Uploads {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
    mkdirSync(root, { recursive: true });
  }

  begin(upload: Upload): string {
    const id = randomUUID();
    mkdirSync(join(this.#root, id));
    writeFileSync(join(this.#root, id, 'upload.json'), JSON.stringify(upload));
    return id;
  }

  find(id: string): Upload | undefined {
    const file = join(this.#root, id.replaceAll(/[^\w-]/g, ''), 'upload.json');
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  }

  /** Keeps a part and answers its ETag. */
  part(id: string, number: number, body: Buffer): string {
    const file = join(this.#root, id, `${number}.part`);
    writeFileSync(`${file}.new`, body);
    renameSync(`${file}.new`, file);
    return createHash('md5').update(body).digest('hex');
  }

  /** The parts named, joined, with the ETag that S3 would make; undefined where one is missing. */
  join(id: string, numbers: number[]): { body: Buffer; etag: string } | undefined {
    const there = new Set(readdirSync(join(this.#root, id)));
    if (numbers.length === 0 || !numbers.every((number) => there.has(`${number}.part`))) return;
    const parts = numbers.map((number) => readFileSync(join(this.#root, id, `${number}.part`)));
    const sums = parts.map((part) => createHash('md5').update(part).digest());
    const etag = `${createHash('md5').update(Buffer.concat(sums)).digest('hex')}-${parts.length}`;
    return { body: Buffer.concat(parts), etag };
  }

  end(id: string): void {
    rmSync(join(this.#root, id), { recursive: true, force: true });
  }
}
