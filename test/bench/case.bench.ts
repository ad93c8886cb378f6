// Read, save and submit of one citizen through the local stack as it stands, at 1 and 16 parallel.
import type { Listed, TaskLine } from '#core/api/types.ts';
import { ok, type Person } from '../stack/person.ts';
import { startStack } from '../stack/stack.ts';
import * as residence from '../walks/residence.ts';
import * as application from './application.ts';
import { client } from './client.ts';
import { load, type Measured, type Middle, middle } from './load.ts';
import { profiled } from './profile.ts';

/** The nearest competitor on such a machine (docs/capacity.md): requests a second, and p99 in ms, at 1 and 16 parallel. */
const PEER: Record<string, Record<number, { rate: number; p99: number }>> = {
  read: { 1: { rate: 51, p99: 40 }, 16: { rate: 133, p99: 231 } },
  save: { 1: { rate: 39, p99: 47 }, 16: { rate: 84, p99: 279 } },
  commit: { 1: { rate: 17, p99: 97 }, 16: { rate: 30, p99: 753 } },
};
/** Until V8 has compiled what is asked again and again, in each host: after four seconds a submit costs a third more. */
const WARM_FOR = 15_000;
/** Neighbours of a machine come and go within seconds, and its disk halts now and then: the middle of several looks is told. */
const LOOKS = 5;
const LOOK_FOR = 3000;
const PROFILE_FOR = 2000;

/** `npm run bench -- case read save` measures these alone. */
const ONLY = process.argv.slice(3);

type Draft = { id: string; form: Record<string, unknown> };
type Work = { SERVICE: string; form: Record<string, unknown> };

async function openDraft(person: Person, { SERVICE, form }: Work): Promise<{ at: string; etag: string }> {
  const applications = `/services/${SERVICE}/applications`;
  const opened = await person.command<Draft>(applications, { language: 'uk' }, { twice: false });
  const draft = ok(opened);
  const at = `${applications}/${draft.id}`;
  const saved = await person.put<Draft>(
    at,
    { form: { ...draft.form, ...form }, language: 'uk' },
    opened.headers.get('etag') ?? '',
  );
  ok(saved);
  return { at, etag: saved.headers.get('etag') ?? '' };
}

function print(name: string, parallel: number, { rate, p50, p99, least, most }: Middle): void {
  const peer = PEER[name]?.[parallel];
  const ratio = peer
    ? `${(rate / peer.rate).toFixed(1)}x the peer's rate, p99 ${(p99 / peer.p99).toFixed(2)}x`
    : '';
  console.log(
    `${name.padEnd(18)} ${String(parallel).padStart(2)} parallel  ${rate.toFixed(0).padStart(6)}/s (${least.toFixed(0)} to ${most.toFixed(0)})  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms  ${ratio}`,
  );
}

const remove = application.addService();
const stack = await startStack({ port: 4560 });
const olena = client(stack, 'olena');

type Prepare = (forMs: number) => Promise<(worker: number) => Promise<unknown>>;

/** Warms up, looks several times, then once more, shorter and under the profiler, at where the time went. */
async function measured(name: string, parallel: number, prepare: Prepare): Promise<void> {
  if (ONLY.length > 0 && !ONLY.includes(name)) return;
  await load(parallel, WARM_FOR, await prepare(WARM_FOR));
  const looks: Measured[] = [];
  while (looks.length < LOOKS) looks.push(await load(parallel, LOOK_FOR, await prepare(LOOK_FOR)));
  print(name, parallel, middle(looks));
  const work = await prepare(PROFILE_FOR);
  await profiled(stack, () => load(parallel, PROFILE_FOR, work));
}

const openDrafts = (count: number, work: Work) =>
  Promise.all(Array.from({ length: count }, () => openDraft(olena, work)));

/** Submits drafts made ready before: so many for each second, which must be more than can be sent. */
const submits =
  (work: Work, eachSecond: number): Prepare =>
  async (forMs) => {
    const ready: string[] = [];
    while (ready.length < (forMs / 1000) * eachSecond)
      ready.push(...(await openDrafts(16, work)).map(({ at }) => at));
    return async () => {
      const at = ready.pop();
      if (!at) return 'done';
      return ok(await olena.command(`${at}/submit`, undefined, { twice: false }));
    };
  };

/** How long after a submit's answer the officer's list shows the task, in milliseconds. */
async function nextTask(registrar: Person): Promise<number> {
  const { at } = await openDraft(olena, application);
  const { id } = ok(await olena.command<{ id: string }>(`${at}/submit`, undefined, { twice: false }));
  const answered = performance.now();
  for (;;) {
    const { items } = ok(await registrar.get<Listed<TaskLine>>('/tasks?role=registrar'));
    if (items.some((task) => task.case === id)) return performance.now() - answered;
  }
}

try {
  console.log('The peer was measured on another day on such a machine; the floor below in this run.\n');
  // first, while the officer's list is one page long
  const visible: number[] = [];
  const registrar = client(stack, 'registrar');
  for (let n = 0; n < 20; n++) visible.push(await nextTask(registrar));
  visible.sort((a, b) => a - b);
  console.log(
    `next task visible  p50 ${visible[10]?.toFixed(1)} ms  most ${visible.at(-1)?.toFixed(1)} ms after the answer`,
  );
  for (const parallel of [1, 16]) {
    await measured('gateway alone', parallel, async () => async () => {
      const { status } = await olena.get('/session/keys');
      if (status !== 200) throw new Error(`keys answered ${status}`);
    });

    const drafts = await openDrafts(parallel, application);
    await measured('read', parallel, async () => async (worker) => {
      ok(await olena.get(drafts[worker]?.at ?? ''));
    });

    let n = 0;
    await measured('save', parallel, async () => async (worker) => {
      const draft = drafts[worker];
      if (!draft) return;
      const form = { ...application.form, ...application.five(n++) };
      const saved = await olena.put(draft.at, { form, language: 'uk' }, draft.etag);
      ok(saved);
      draft.etag = saved.headers.get('etag') ?? '';
    });

    await measured('commit', parallel, submits(application, 180));
  }
  // heavier than what the peer did: rules, files, an owner to ask; and last, since its letters are sent long after
  for (const parallel of [1, 16]) await measured('commit residence', parallel, submits(residence, 60));
} finally {
  await stack.stop();
  remove();
}
