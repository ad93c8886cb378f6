import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The clock of the stack, which the developer may move; how far is kept with the data. Milliseconds. */
export class Clock {
  readonly #file: string;
  offset: number;

  constructor(file: string) {
    this.#file = file;
    this.offset = existsSync(file) ? Number(readFileSync(file, 'utf8')) || 0 : 0;
  }

  now = (): number => Date.now() + this.offset;

  move(offset: number): void {
    this.offset = offset;
    writeFileSync(this.#file, `${offset}`);
  }
}
