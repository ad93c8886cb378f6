import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Stack, startStack } from '../stack/stack.ts';
import { download, historyOf, mine, type People, people, verified, walk } from './residence.ts';

let stack: Stack;
let all: People;

beforeAll(async () => {
  stack = await startStack({ port: 4510 });
  all = people(stack);
});
afterAll(() => stack?.stop());

test('every command sent twice with one key makes one case with one of each event, and a certificate that anyone can verify', async () => {
  const ended = await walk(all);
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
