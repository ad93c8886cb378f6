import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MeView } from '#core/api/types.ts';
import { ok, signIn } from '../stack/person.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { askWhileFilling } from './lookups.ts';
import {
  APPLICATIONS,
  answer,
  apply,
  download,
  historyOf,
  mine,
  type People,
  people,
  SERVICE,
  verified,
  waitsFor,
  walk,
} from './residence.ts';

let stack: Stack;
let all: People;
let walked: string;

beforeAll(async () => {
  stack = await startStack({ port: 4510 });
  all = people(stack);
});
afterAll(() => stack?.stop());

test('every command sent twice with one key makes one case with one of each event, and a certificate that anyone can verify', async () => {
  const ended = await walk(all);
  walked = ended.id;
  expect(ended.outcome?.kind).toBe('granted');

  const cases = (await mine(all.olena)).filter(({ kind }) => kind === 'application');
  expect(cases).toHaveLength(1);

  const history = await historyOf(all.registrar, ended.id);
  expect(new Set(history.map(({ seq }) => seq)).size).toBe(history.length);

  const { id, bytes } = await download(all.olena, ended);
  expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).toBe('%PDF-');
  const answer = await verified(stack, id);
  expect(answer.state).toBe('valid');
  expect(answer.number).toBeTruthy();
});

test('a registry is asked while the form is filled in, and the officer is told of what the applicant entered otherwise', async () => {
  await askWhileFilling(all);
});

test('an officer who applied as a citizen is not the one who decides', async () => {
  const iryna = signIn(stack, { citizen: 'registrar' });
  const { id } = await apply(iryna);
  await answer(all.petro, id, 'agree');
  const { path } = await waitsFor(SERVICE, all.registrar, id, 'review');
  const at = `/services/${SERVICE}/cases/${id}`;
  const claim = await all.registrar.command<{ code: string }>(`${at}/tasks/${path}/claim`);
  expect(claim).toMatchObject({ status: 403, body: { code: 'ownCase' } });
  ok(await iryna.command(`${APPLICATIONS}/${id}/withdraw`));
});

/** What the functions of the stack wrote to their logs. */
const logged = (): string =>
  readdirSync(join(stack.data, 'logs'))
    .filter((name) => name.startsWith('kladka-'))
    .map((name) => readFileSync(join(stack.data, 'logs', name), 'utf8'))
    .join('');

type Line = { message?: string; operation?: string; connector?: string; case?: string; trace?: string };

test('one consent is followed by its trace: to the registries that were asked for it, to their answers and what these led to', () => {
  const lines = logged()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
  const consent = lines.find((line) => line.operation === 'partyAct' && line.case === walked);
  expect(consent?.trace).toMatch(/^[0-9a-f]{32}$/);
  const followed = lines.filter(({ trace }) => trace === consent?.trace);
  for (const line of followed) expect(line.case).toBe(walked);
  const asked = followed.flatMap(({ connector }) => connector ?? []);
  expect(asked).toEqual(expect.arrayContaining(['real-rights', 'population-registry', 'email']));
  expect(followed.filter(({ message }) => message === 'command').length).toBeGreaterThanOrEqual(2);
});

test('no log says who anyone is or what they entered', async () => {
  const { person } = ok(await all.registrar.get<MeView>('/me'));
  const text = logged();
  expect(text).toContain(walked);
  for (const personal of [
    'Коваленко',
    'Бондаренко',
    '3347312325',
    '3121212314',
    'Антоновича',
    '@citizens',
    person,
  ])
    expect(text).not.toContain(personal);
});
