import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isObject, text } from '../template/json.ts';

/** How long what was read may wait to be written: a file a batch would cost more than the batch, and the disk is the engine's. */
const WRITE_AFTER = 1000;

/**
 * How far each consumer has read, kept in a file. A kill between handing over and this repeats what was handed over
 * meanwhile, as Lambda may.
 */
export class Checkpoints {
  readonly #file: string;
  readonly #read: Record<string, string> = {};
  #writing: NodeJS.Timeout | undefined;

  constructor(file: string) {
    this.#file = file;
    const read: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    if (isObject(read)) for (const [name, value] of Object.entries(read)) this.#read[name] = text(value);
  }

  get(name: string): string | undefined {
    return this.#read[name];
  }

  set(name: string, value: string): void {
    this.#read[name] = value;
    this.#writing ??= setTimeout(() => this.write(), WRITE_AFTER);
  }

  /** Writes what is not written yet. */
  write(): void {
    if (this.#writing === undefined) return;
    clearTimeout(this.#writing);
    this.#writing = undefined;
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#read));
    renameSync(`${this.#file}.new`, this.#file);
  }
}
