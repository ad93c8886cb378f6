import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplicationView, DraftView, Listed, ServiceCard, Submitted } from '#core/api/types.ts';
import { ok, signIn } from '../stack/person.ts';
import { ROOT, type Stack, startStack } from '../stack/stack.ts';
import { until } from '../stack/until.ts';
import { decideIn } from './residence.ts';

const SECOND = 'no-debt-certificate';
const folder = join(ROOT, 'service-definitions/services', SECOND);
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

test('a service added as one file is in the catalogue of the running stack and works to its outcome', async () => {
  expect((await catalogue()).some(({ id }) => id === SECOND)).toBe(false);
  mkdirSync(folder, { recursive: true });
  const added = performance.now();
  cpSync(join(ROOT, 'test/fixtures/second-service.json'), join(folder, 'service.json'));
  await until('the second service in the catalogue', async () =>
    (await catalogue()).some(({ id }) => id === SECOND) ? true : null,
  );
  console.log(`in the catalogue after ${Math.round(performance.now() - added)} ms`);

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
