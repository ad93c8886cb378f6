/** What a closed loop gave: requests a second, and latencies in milliseconds. */
export interface Measured {
  rate: number;
  p50: number;
  p99: number;
  count: number;
}

/** `parallel` workers repeat `work` for so many milliseconds, or until it says `done`. Throws what `work` throws. */
export async function load(
  parallel: number,
  milliseconds: number,
  work: (worker: number) => Promise<unknown>,
): Promise<Measured> {
  const took: number[] = [];
  const begun = performance.now();
  const end = begun + milliseconds;
  await Promise.all(
    Array.from({ length: parallel }, async (_, worker) => {
      while (performance.now() < end) {
        const at = performance.now();
        if ((await work(worker)) === 'done') return;
        took.push(performance.now() - at);
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  took.sort((a, b) => a - b);
  const at = (share: number) =>
    took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN;
  return { rate: took.length / seconds, p50: at(0.5), p99: at(0.99), count: took.length };
}

/** The middle of several looks, each figure by itself, and between which rates they lay. */
export type Middle = Measured & { least: number; most: number };

/** @param looks at least one */
export function middle(looks: readonly Measured[]): Middle {
  const sorted = (figure: keyof Measured) => looks.map((look) => look[figure]).sort((a, b) => a - b);
  const of = (figure: keyof Measured) => sorted(figure)[Math.floor(looks.length / 2)] ?? Number.NaN;
  const rates = sorted('rate');
  return {
    rate: of('rate'),
    p50: of('p50'),
    p99: of('p99'),
    count: of('count'),
    least: rates[0] ?? Number.NaN,
    most: rates.at(-1) ?? Number.NaN,
  };
}
