import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { JsonObject } from '../template/json.ts';
import { isObject, text } from '../template/json.ts';

/** Secrets of connectors: a file of the data folder that a developer may edit; one not named there is drawn at its first use. */
export class Secrets {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  get(name: string): string {
    const read: unknown = existsSync(this.#file) ? JSON.parse(readFileSync(this.#file, 'utf8')) : {};
    const secrets: JsonObject = isObject(read) ? read : {};
    const known = text(secrets[name]);
    if (known) return known;
    const drawn = randomBytes(24).toString('base64url');
    writeFileSync(this.#file, JSON.stringify({ ...secrets, [name]: drawn }, null, 2), { mode: 0o600 });
    return drawn;
  }
}
