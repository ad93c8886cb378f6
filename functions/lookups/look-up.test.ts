import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import type { ApiProblem } from '../http/problem.ts';
import { type Engine, engineEnvironment, startEngine } from '../store/engine.testing.ts';
import type { CaseStore } from '../store/load.ts';

/** What stands in for Lambda: what it was asked, and what it answers. */
const calls: { path: string; lookup: { [name: string]: unknown } }[] = [];
let answer: (lookup: { [name: string]: unknown }) => unknown = () => ({ code: 'unreachable' });
let engine: Engine;
let lambda: Server;
let store: CaseStore;
let lookUp: typeof import('./look-up.ts').lookUp;

const service = {
  bundle: {
    id: 'stall',
    data: { purposes: { payer: 'Перевірка платника' } },
    form: {
      schema: { type: 'object', properties: { rnokpp: { type: 'string' } } },
      lookups: { payer: { connector: 'tax', input: { rnokpp: 'form.rnokpp' } } },
    },
  },
} as unknown as ServiceRuntime;

beforeAll(async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  engine = await startEngine();
  const table = await engine.table('cases');
  store = { client: engine.client, table };
  lambda = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { lookup } = JSON.parse(Buffer.concat(parts).toString('utf8'));
    calls.push({ path: request.url ?? '', lookup });
    response.end(JSON.stringify(answer(lookup)));
  });
  await new Promise<void>((done) => lambda.listen(0, '127.0.0.1', done));
  const at = lambda.address();
  Object.assign(process.env, {
    ...engineEnvironment(engine),
    AWS_ENDPOINT_URL_LAMBDA: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`,
    KLADKA_QUEUES: 'https://sqs.eu-central-1.amazonaws.com/111111111111/kladka-',
  });
  ({ lookUp } = await import('./look-up.ts'));
}, 60_000);
afterAll(async () => {
  delete process.env.KLADKA_LOOKUPS_A_DAY;
  lambda.close();
  lambda.closeAllConnections();
  await engine.stop();
});
beforeEach(() => {
  calls.length = 0;
});

const names = (answers: object) => ({ payer: null, ...answers }) as never;
async function asks(
  rnokpp: string | undefined,
  of: { case: string; person?: string; named?: true; clerk?: true },
) {
  let limit: ApiProblem | undefined;
  const looked = await lookUp(
    { store, service, case: of.case, ...(of.clerk ? {} : { person: of.person ?? 'olena' }) },
    { data: rnokpp === undefined ? {} : { rnokpp }, names },
    of.named && { lookup: 'payer', refused: (problem) => (limit = problem) },
  );
  return { looked: looked.get('payer'), limit };
}

it('a registry is asked by its connector’s function, with the purpose, and answers a draft once a question', async () => {
  answer = () => ({ result: { group: 2 } });
  expect((await asks('1', { case: 'a' })).looked).toMatchObject({ state: 'answered', answer: { group: 2 } });
  expect(calls).toMatchObject([
    {
      path: '/2015-03-31/functions/kladka-connector-tax/invocations?Qualifier=live',
      lookup: {
        service: 'stall',
        case: 'a',
        lookup: 'payer',
        purpose: 'Перевірка платника',
        input: { rnokpp: '1' },
      },
    },
  ]);
  // the submission takes what was kept, and another question is asked anew
  answer = () => ({ result: { group: 3 } });
  expect((await asks('1', { case: 'a' })).looked).toMatchObject({ answer: { group: 2 } });
  expect((await asks('2', { case: 'a' })).looked).toMatchObject({ answer: { group: 3 } });
  expect((await asks('1', { case: 'b' })).looked).toMatchObject({ answer: { group: 3 } });
  expect(calls).toHaveLength(3);
});

it('a registry that does not answer is asked again the next time; nothing is asked of nothing', async () => {
  answer = () => ({ code: 'timedOut' });
  expect((await asks('1', { case: 'c' })).looked).toMatchObject({ state: 'unanswered' });
  answer = () => ({ result: { group: 1 } });
  expect((await asks('1', { case: 'c' })).looked).toMatchObject({ state: 'answered' });
  expect((await asks(undefined, { case: 'c' })).looked).toEqual({ state: 'notAsked' });
  expect(calls).toHaveLength(2);
});

it('an answer too large for a case is none', async () => {
  answer = () => ({ result: 'x'.repeat(60_000) });
  expect((await asks('1', { case: 'd' })).looked).toMatchObject({ state: 'unanswered', code: 'tooLarge' });
});

it('who asks without end is told so where they ask, and a submission of theirs goes without the answer', async () => {
  process.env.KLADKA_LOOKUPS_A_DAY = '2';
  answer = () => ({ result: {} });
  const petro = { case: 'e', person: 'petro' };
  for (const rnokpp of ['1', '2'])
    expect((await asks(rnokpp, petro)).looked).toMatchObject({ state: 'answered' });
  const { limit } = await asks('3', { ...petro, named: true });
  expect(limit).toMatchObject({ status: 429, code: 'tooManyLookups' });
  expect((await asks('3', petro)).looked).toMatchObject({ state: 'unanswered', code: 'tooManyLookups' });
  for (const rnokpp of ['3', '4', '5'])
    expect((await asks(rnokpp, { case: 'e', clerk: true })).looked).toMatchObject({ state: 'answered' });
  // what is kept is nobody's question, and others ask on
  expect((await asks('5', petro)).looked).toMatchObject({ state: 'answered' });
  expect((await asks('3', { case: 'f', person: 'olena' })).looked).toMatchObject({ state: 'answered' });
});

it('a connector that has no room is left alone for a while, and the draft goes on', async () => {
  delete process.env.KLADKA_LOOKUPS_A_DAY;
  answer = () => ({ code: 'busy' });
  for (const id of ['g', 'h', 'i'])
    expect((await asks('1', { case: id })).looked).toMatchObject({ code: 'busy' });
  expect(calls).toHaveLength(1);
});
