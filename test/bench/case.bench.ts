// Read, save and submit of one citizen through the local stack as it stands, at 1 and 16 parallel.
import { ok, type Person, signIn } from '../stack/person.ts';
import { startStack } from '../stack/stack.ts';
import { form, SERVICE } from '../walks/residence.ts';
import { load, type Measured } from './load.ts';
import { profiled } from './profile.ts';

/** The nearest competitor on such a machine (docs/capacity.md): requests a second, and p99 in ms, at 1 and 16 parallel. */
const PEER: Record<string, Record<number, { rate: number; p99: number }>> = {
  read: { 1: { rate: 51, p99: 40 }, 16: { rate: 133, p99: 231 } },
  save: { 1: { rate: 39, p99: 47 }, 16: { rate: 84, p99: 279 } },
  commit: { 1: { rate: 17, p99: 97 }, 16: { rate: 30, p99: 753 } },
};
const APPLICATIONS = `/services/${SERVICE}/applications`;
const MEASURE_FOR = 5000;
const PROFILE_FOR = 2000;
/** More than can be submitted while it is measured. */
const DRAFTS = 800;

type Draft = { id: string; form: Record<string, unknown> };

async function openDraft(person: Person): Promise<{ at: string; etag: string }> {
  const opened = await person.command<Draft>(APPLICATIONS, { language: 'uk' }, { twice: false });
  const draft = ok(opened);
  const at = `${APPLICATIONS}/${draft.id}`;
  const saved = await person.put<Draft>(
    at,
    { form: { ...draft.form, ...form }, language: 'uk' },
    opened.headers.get('etag') ?? '',
  );
  ok(saved);
  return { at, etag: saved.headers.get('etag') ?? '' };
}

function print(name: string, parallel: number, { rate, p50, p99 }: Measured): void {
  const peer = PEER[name]?.[parallel];
  const ratio = peer
    ? `${(rate / peer.rate).toFixed(1)}x the peer's rate, p99 ${(p99 / peer.p99).toFixed(2)}x`
    : '';
  console.log(
    `${name.padEnd(10)} ${String(parallel).padStart(2)} parallel  ${rate.toFixed(0).padStart(6)}/s  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms  ${ratio}`,
  );
}

const stack = await startStack({ port: 4560 });
const olena = signIn(stack, 'olena');

/** Measures, then looks once more, shorter and under the profiler, at where the time went. */
async function measured(
  name: string,
  parallel: number,
  prepare: () => Promise<(worker: number) => Promise<unknown>>,
): Promise<void> {
  print(name, parallel, await load(parallel, MEASURE_FOR, await prepare()));
  const work = await prepare();
  await profiled(stack, () => load(parallel, PROFILE_FOR, work));
}

const openDrafts = (count: number) => Promise.all(Array.from({ length: count }, () => openDraft(olena)));

try {
  console.log('The peer was measured on another day on such a machine; the floors below in this run.\n');
  for (const parallel of [1, 16]) {
    await measured('gateway', parallel, async () => async () => {
      const { status } = await olena.get('/session/keys');
      if (status !== 200) throw new Error(`keys answered ${status}`);
    });

    const drafts = await openDrafts(parallel);
    await measured('read', parallel, async () => async (worker) => {
      ok(await olena.get(drafts[worker]?.at ?? ''));
    });

    await measured('save', parallel, async () => async (worker) => {
      const draft = drafts[worker];
      if (!draft) return;
      const saved = await olena.put(draft.at, { form, language: 'uk' }, draft.etag);
      ok(saved);
      draft.etag = saved.headers.get('etag') ?? '';
    });

    await measured('commit', parallel, async () => {
      const ready: string[] = [];
      while (ready.length < DRAFTS) ready.push(...(await openDrafts(16)).map(({ at }) => at));
      return async () => {
        const at = ready.pop();
        if (!at) return 'done';
        return ok(await olena.command(`${at}/submit`, undefined, { twice: false }));
      };
    });
  }
} finally {
  await stack.stop();
}
