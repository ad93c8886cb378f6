import type { Way } from '../ways.ts';
import type { Settled } from './plan.ts';
import { Stream } from './random.ts';
import type { Spell } from './types.ts';

/** Ways that nobody wishes for: they are taken only where the plan says so. */
const UNWANTED = /^(failed|none|declined|tooFew|exempt)$/;

/** What a run leaves to chance, by the shares and lengths of its plan. The same seed draws the same. */
export class Chances {
  readonly #settled: Settled;
  readonly #seed: number;
  readonly #streams = new Map<string, Stream>();

  constructor(settled: Settled, seed: number) {
    this.#settled = settled;
    this.#seed = seed;
  }

  /** A stream of chance for one matter: what changes elsewhere leaves it as it is. */
  stream(name: string): Stream {
    const known = this.#streams.get(name) ?? new Stream(this.#seed, name);
    this.#streams.set(name, known);
    return known;
  }

  /** One of the ways out of a state; the first where none weighs anything, none where there are none. */
  way(name: string, ways: readonly Way[]): Way | undefined {
    const keys = [...new Set(ways.map((way) => way.action ?? way.kind))];
    const shares = this.#settled.shares(name);
    const of = keys.map((value) => ({
      value,
      weight: shares ? (shares[value] ?? 0) : UNWANTED.test(value) ? 0 : 1,
    }));
    const key = this.stream(`way ${name}`).pick(of) ?? keys[0];
    return this.entry(
      name,
      key,
      ways.filter((way) => (way.action ?? way.kind) === key),
    );
  }

  /** One entry of a target with conditions. */
  entry(name: string, key: string | undefined, ways: readonly Way[]): Way | undefined {
    const shares = this.#settled.shares(`${name}.${key}`);
    const of = ways.map((value) => ({ value, weight: shares ? (shares[value.to] ?? 0) : 1 }));
    return this.stream(`entry ${name}`).pick(of) ?? ways[0];
  }

  /** How a join by a condition turns out once all have ended; met where the plan weighs neither. */
  joined(name: string): 'met' | 'lost' {
    const shares = this.#settled.shares(name) ?? { met: 1, lost: 1 };
    const of = (['met', 'lost'] as const).map((value) => ({ value, weight: shares[value] ?? 0 }));
    return this.stream(`join ${name}`).pick(of) ?? 'met';
  }

  /** How long something takes this time, in the unit of the spell. */
  time(name: string, spell: Spell): number {
    const { mean, spread } =
      typeof spell === 'number' ? { mean: spell, spread: 'exponential' as const } : spell;
    if (spread === 'fixed') return mean;
    const stream = this.stream(`time ${name}`);
    return spread === 'even' ? stream.next() * 2 * mean : stream.exponential(mean);
  }

  /** How many items the list of an `each` has this time. */
  count(name: string): number {
    const mean = this.#settled.items(name);
    const whole = Math.floor(mean);
    return whole + (this.stream(`items ${name}`).next() < mean - whole ? 1 : 0);
  }
}
