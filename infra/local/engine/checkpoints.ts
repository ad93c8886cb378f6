import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isObject, text } from '../template/json.ts';

/** How far each consumer has read, kept in a file. A kill between handing over and this repeats a batch, as Lambda may. */
export class Checkpoints {
  readonly #file: string;
  readonly #read: Record<string, string> = {};

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
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#read));
    renameSync(`${this.#file}.new`, this.#file);
  }
}
