import { FeelDate, FeelDuration } from 'feelin';

/**
 * What one evaluation may cost, in units of work: a unit stands for at most 40 ns and 16 bytes, so all of it for less
 * than 50 ms and 16 MB (docs/format.md, "Bounded"). It is counted, not timed: the same expression over the same data is
 * refused everywhere or nowhere.
 */
export const MOST_WORK = 750_000;

/** How deep a value may nest that is compared, written out or given back. */
const MOST_DEEP = 200;

/** A day, a time with its zone, a duration: where it is read, compared or computed with. */
const [DAY, TIME, DURATION] = [100, 300, 600];

/** A name that is copied into a round. */
const NAME = 6;

/** The work that an evaluation has left. What asks for more calls `exhausted`, which throws. */
export class Budget {
  left = MOST_WORK;
  /** How many names the widest item of a filter brought. */
  widest = 0;
  readonly exhausted: () => never;

  constructor(exhausted: () => never) {
    this.exhausted = exhausted;
  }

  /** Begins an evaluation; answers how to go back to the one that was going on. */
  begin(): () => void {
    const before = { left: this.left, widest: this.widest };
    Object.assign(this, { left: MOST_WORK, widest: 0 });
    return () => Object.assign(this, before);
  }

  spend(work: number): void {
    this.left -= work;
    if (this.left < 0) this.exhausted();
  }

  /** A value that is looked at from outside: the letters of a text, the items of a list. */
  look(value: unknown): void {
    if (typeof value === 'string') this.spend(value.length / 8);
    else if (Array.isArray(value)) this.spend(2 * value.length);
    else if (value instanceof FeelDuration) this.spend(DURATION);
    else if (value instanceof FeelDate) this.spend(DAY);
    else if (typeof value === 'object' && value !== null && !isContext(value)) this.spend(TIME);
  }

  /** A value that is looked through to the last of its parts; what stands in it twice counts twice. */
  through(value: unknown, depth = 0): void {
    if (depth > MOST_DEEP) this.exhausted();
    this.look(value);
    if (Array.isArray(value)) for (const one of value) this.through(one, depth + 1);
    else if (isContext(value))
      for (const one of Object.values(value)) {
        this.spend(3);
        this.through(one, depth + 1);
      }
  }

  /**
   * Rounds of a loop, paid before the first is gone: the interpreter makes room for all of them at once. Each copies what
   * names there are, and inside a filter the parts of an item are names too.
   */
  rounds(many: number, each: number): void {
    this.spend(many * (each + NAME * this.widest));
  }

  /** Rounds of a filter; `copies`: how often the names are copied for one of them. */
  filtered(over: readonly unknown[], each: number, copies: number): void {
    this.rounds(over.length, each);
    for (const one of over) {
      const wide = widthOf(one);
      this.spend(NAME * copies * wide);
      this.widest = Math.max(this.widest, wide);
    }
  }
}

/** Whether a value is data with named parts, not a day, a range or a function. */
export const isContext = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value));

/** How many names a value brings where its parts become names; of a text its letters do. */
const widthOf = (value: unknown): number =>
  typeof value === 'string' || Array.isArray(value)
    ? value.length
    : isContext(value)
      ? Object.keys(value).length
      : 0;
