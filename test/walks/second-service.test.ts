import { cpSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplicationView, DraftView, Listed, ServiceCard, Submitted } from '#core/api/types.ts';
import { ok, signIn } from '../stack/person.ts';
import { ROOT, type Stack, startStack } from '../stack/stack.ts';
import { until } from '../stack/until.ts';
import { decideIn } from './residence.ts';

const SECOND = 'no-debt-certificate';
/** What a person at a warm stack waits for a change at most, in milliseconds. */
const SOON = 3_000;
const fixture = join(ROOT, 'test/fixtures/second-service.json');
const folder = join(ROOT, 'service-definitions/services', SECOND);
const file = join(folder, 'service.json');
let stack: Stack;

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  stack = await startStack({ port: 4530, watch: true });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stack?.stop();
});

const catalogue = async () =>
  ((await (await fetch(`${stack.origin}/api/services`)).json()) as Listed<ServiceCard>).items;
const inCatalogue = async () => (await catalogue()).find(({ id }) => id === SECOND);

/** Makes a change and waits until it shows; where that takes too long, says what the stack did meanwhile. */
async function soon<T>(what: string, change: () => void, shows: () => Promise<T | null | undefined>) {
  const said = stack.output().length;
  const begun = performance.now();
  change();
  try {
    await until(what, shows, SOON);
  } catch (error) {
    throw new Error(`${error}; the stack said:${stack.output().slice(said) || ' nothing'}`);
  }
  console.log(`${what}: ${Math.round(performance.now() - begun)} ms`);
}

test('a service added as one file is in the catalogue of the running stack within 3 s and works to its outcome', async () => {
  expect(await inCatalogue()).toBeUndefined();
  await soon(
    'the second service in the catalogue',
    () => {
      mkdirSync(folder, { recursive: true });
      cpSync(fixture, file);
    },
    inCatalogue,
  );

  const olena = signIn(stack, 'olena');
  const registrar = signIn(stack, 'registrar');
  const at = `/services/${SECOND}/applications`;
  const opened = await olena.command<DraftView>(at, { language: 'uk' });
  const draft = ok(opened);
  ok(
    await olena.put(
      `${at}/${draft.id}`,
      {
        form: {
          ...draft.form,
          name: 'Коваленко Олена',
          account: '123456789',
          email: 'olena@citizens.example',
        },
        language: 'uk',
      },
      opened.headers.get('etag') ?? '',
    ),
  );
  const { id } = ok(await olena.command<Submitted>(`${at}/${draft.id}/submit`));
  await decideIn(SECOND, registrar, id, 'audit', 'confirm');
  const ended = await until('the outcome', async () => {
    const view = ok(await olena.get<ApplicationView>(`${at}/${id}`));
    return view.outcome ? view : null;
  });
  expect(ended.outcome?.kind).toBe('granted');
  expect(ended.documents).toHaveLength(1);
});

test('an edit of its definition shows within 3 s', async () => {
  const title = 'Certificate of nothing owed';
  await soon(
    'the new title in the catalogue',
    () => writeFileSync(file, readFileSync(fixture, 'utf8').replaceAll('Certificate of no debt', title)),
    async () => ((await inCatalogue())?.title.en?.startsWith(title) ? true : null),
  );
});

test('an edit of the code of a function runs within 3 s', async () => {
  const code = join(ROOT, 'functions/handlers/verify.ts');
  await soon(
    'the function reloaded',
    () => utimesSync(code, new Date(), new Date()),
    async () => (/↻ functions/.test(stack.output().split('is ready').at(-1) ?? '') ? true : null),
  );
  expect((await fetch(`${stack.origin}/api/verify/nothing`)).status).toBe(404);
});
