// How soon the local stack is ready when all is warm, and the memory it takes when nobody asks anything.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { signIn } from '../stack/person.ts';
import { startStack } from '../stack/stack.ts';

/** Hosts of functions end when they had nothing to do for a minute (infra/local/hosts/pool.ts); the sweep keeps one. */
const IDLE = 75_000;
/** The nearest competitor on such a machine, and the goal (docs/capacity.md). */
const PEER = { ready: '12 s', idle: 1700 };

/** A process and all that it started, as Linux tells it. */
function family(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): [number, number][] => {
      try {
        const [, parent = '0'] = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
        return [[Number(name), Number(parent)]];
      } catch {
        return []; // it ended meanwhile
      }
    });
  const of = (one: number): number[] => [
    one,
    ...parents.filter(([, parent]) => parent === one).flatMap(([child]) => of(child)),
  ];
  return of(pid);
}

/** Memory that the processes have for themselves, and their share of what they have together, in MB. */
function memory(pids: number[]): number {
  const kilobytes = pids.map((pid) => {
    const [, pss = '0'] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return Number(pss);
  });
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

const data = mkdtempSync(join(tmpdir(), 'kladka-bench-'));
try {
  await (await startStack({ port: 4560, data })).stop();
  const begun = performance.now();
  const stack = await startStack({ port: 4560, data });
  console.log(
    `ready, all warm   ${((performance.now() - begun) / 1000).toFixed(1)} s  (goal 6 s; peer ${PEER.ready})`,
  );
  try {
    // someone asks something first, so that the functions of an application have run
    await signIn(stack, 'olena').get('/applications');
    const busy = memory(family(stack.pid));
    console.log(`  waiting ${IDLE / 1000} s for hosts to end …`);
    await pause(IDLE);
    const idle = memory(family(stack.pid));
    console.log(`memory, just asked ${busy.toFixed(0)} MB`);
    console.log(
      `memory, idle      ${idle.toFixed(0)} MB  (goal 300 MB; ${(idle / PEER.idle).toFixed(2)}x the peer's ${PEER.idle} MB)`,
    );
  } finally {
    await stack.stop();
  }
} finally {
  rmSync(data, { recursive: true, force: true });
}
