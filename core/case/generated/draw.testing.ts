/**
 * Choices taken one after the other from a tape of numbers: the same tape gives the same thing, a shorter one or one of lower
 * numbers a simpler thing, so that a shrunk tape is a small example. At the end of the tape every choice is the first.
 */
export class Draw {
  readonly #tape: readonly number[];
  #at = 0;

  constructor(tape: readonly number[]) {
    this.#tape = tape;
  }

  get isOver(): boolean {
    return this.#at >= this.#tape.length;
  }

  /** A whole number from 0 to below `n`. */
  below(n: number): number {
    return (this.#tape[this.#at++] ?? 0) % Math.max(1, n);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True once in so many times. */
  once(inSoMany: number): boolean {
    return this.below(inSoMany) === inSoMany - 1;
  }

  of<T>(things: readonly [T, ...T[]] | readonly T[]): T {
    return things[this.below(things.length)] as T;
  }

  /** Any of them, in their order; none is the simplest. */
  some<T>(things: readonly T[]): T[] {
    return things.filter(() => this.once(2));
  }

  /** One by weights: how often each comes. */
  weighted<T>(things: readonly (readonly [weight: number, thing: T])[]): T {
    let left = this.below(things.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, thing] of things) {
      left -= weight;
      if (left < 0) return thing;
    }
    return (things[0] as readonly [number, T])[1];
  }
}
