/** A stream of numbers from 0 to 1, the same for the same seed and name (sfc32, public domain, by Chris Doty-Humphrey). */
export class Stream {
  #a: number;
  #b: number;
  #c: number;
  #d = 1;

  /** @param name streams of other names are independent: another staff leaves arrivals as they were */
  constructor(seed: number, name: string) {
    let hash = 2166136261 ^ seed;
    // FNV-1a over the name
    for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 16777619);
    this.#a = hash | 0;
    this.#b = Math.imul(seed | 0, 0x9e3779b1) | 0;
    this.#c = Math.imul(hash ^ 0x85ebca6b, 0xc2b2ae35) | 0;
    for (let i = 0; i < 15; i++) this.next();
  }

  next(): number {
    const t = (((this.#a + this.#b) | 0) + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + t) | 0;
    return (t >>> 0) / 4294967296;
  }

  exponential(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }

  /** One of several by their weights; undefined where all weigh nothing. */
  pick<T>(of: readonly { value: T; weight: number }[]): T | undefined {
    const all = of.reduce((sum, { weight }) => sum + weight, 0);
    let left = this.next() * all;
    for (const { value, weight } of of) {
      left -= weight;
      if (left < 0) return value;
    }
    return of.findLast(({ weight }) => weight > 0)?.value;
  }
}
