// What dominates: asks the local stack's own profiler (/dev/profile) and prints it a request.
import type { Profiled } from '#infra/local/profile/sampler.ts';
import type { Stack } from '../stack/stack.ts';

const PLACES = 12;

/** Runs `work` under the stack's profiler and prints processor time a request, by process and by place. */
export async function profiled(stack: Stack, work: () => Promise<{ count: number }>): Promise<void> {
  await fetch(`${stack.origin}/dev/profile`, { method: 'POST' });
  const { count } = await work();
  const found = (await (await fetch(`${stack.origin}/dev/profile`)).json()) as Profiled[];
  if (count === 0) return;
  const each = (ms: number) => `${(ms / count).toFixed(2)} ms`;
  const processes = sums(found.map(({ process, cpu }) => [process, cpu]));
  console.log(`    processor time a request: ${list(processes, each)}`);
  const places = found.flatMap(({ process, spent }) =>
    spent
      .filter(({ where }) => !where.startsWith('node:inspector'))
      .map(({ where, ms }): [string, number] => [`${room(where)} (${process})`, ms]),
  );
  console.log(`    where: ${list(sums(places).slice(0, PLACES), each)}`);
  if (process.env.KLADKA_BENCH_FUNCTIONS)
    for (const [name, ms] of sums(
      found.flatMap(({ process, spent }) =>
        spent.map(({ name, where, ms }): [string, number] => [`${where} ${name} (${process})`, ms]),
      ),
    ).slice(0, 40))
      console.log(`      ${each(ms).padStart(10)}  ${name}`);
}

/** A file of ours by its room (two folders), anything else as it is. */
const room = (where: string): string =>
  /^(?:core|functions|infra)\//.test(where)
    ? where.split('/').slice(0, 2).join('/')
    : where.replace(/:\d+$/, '');

function sums(entries: [string, number][]): [string, number][] {
  const sum = new Map<string, number>();
  for (const [name, ms] of entries) sum.set(name, (sum.get(name) ?? 0) + ms);
  return [...sum].sort((a, b) => b[1] - a[1]);
}

const list = (entries: [string, number][], each: (ms: number) => string): string =>
  entries.map(([name, ms]) => `${name} ${each(ms)}`).join(', ');
