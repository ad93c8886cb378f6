import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { CallEffect } from '#core/case/effect.ts';
import type { Connector } from '#core/definition/types.generated.ts';
import type { Json } from '#core/flow/types.ts';
import { traced } from '../../watch/trace.ts';
import { breaker } from './breaker.ts';
import { carry } from './carry.ts';
import type { Given } from './send.ts';
import { send } from './send.ts';

const definition = {
  format: 1,
  id: 'real-rights',
  title: { uk: 'Реєстр прав', en: 'Rights' },
  kind: 'rest',
  address: 'standin:',
  input: {
    type: 'object',
    properties: { number: { type: 'string' }, extra: { type: 'string' } },
    required: ['number'],
  },
  output: {
    type: 'object',
    properties: { found: { type: 'boolean' }, number: { type: 'string' } },
    required: ['found'],
  },
  request: {
    method: 'POST',
    path: 'dwellings/{{number}}',
    query: { full: 'true' },
    headers: { 'X-Number': 'number' },
  },
  standIn: {
    answers: [
      { when: 'number = "404"', answer: { found: false } },
      { when: 'number = "500"', fail: { code: 'busy', again: true } },
      { when: 'extra != null', fail: { code: 'refused' } },
      { answer: { found: true, number: '{{number}}' } },
    ],
  },
} as unknown as Connector;

const effect = (input: Json): CallEffect => ({
  id: 'c1/2/0',
  connector: 'real-rights',
  at: '2026-11-24T10:00:00.000Z',
  case: 'c1',
  reference: '4821-0937-5516',
  service: 'demo',
  definition: 'hash',
  kind: 'call',
  ask: {},
  data: { input },
});

const given = (address: string | undefined, more: Partial<Given> = {}): Given => ({
  definition,
  address,
  timeoutMs: 300,
  carry,
  breaker: breaker({ failures: 2, waitMs: 1000 }, Date.now),
  wait: async () => {},
  secretHeaders: async () => ({ authorization: 'Bearer secret' }),
  ...more,
});

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});
type Heard = {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingMessage['headers'];
  body: string;
};
async function system(
  reply: (heard: Heard) => { status?: number; body?: unknown; headers?: Record<string, string> } | null,
) {
  const heard: Heard[] = [];
  const listening = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const one = { method: request.method, url: request.url, headers: request.headers, body };
      heard.push(one);
      const said = reply(one);
      if (said) response.writeHead(said.status ?? 200, said.headers).end(JSON.stringify(said.body ?? null));
    });
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { address: `http://127.0.0.1:${port}/api/`, heard };
}

describe('a question to another system', () => {
  it('is put as the definition says and answered', async () => {
    const { address, heard } = await system(() => ({ body: { found: true, number: '12' } }));
    expect(await send(effect({ number: '1/2' }), given(address))).toEqual({
      outcome: 'done',
      answer: { type: 'callAnswered', effect: 'c1/2/0', result: { found: true, number: '12' } },
    });
    expect(heard[0]).toMatchObject({
      method: 'POST',
      url: '/api/dwellings/1%2F2?full=true',
      body: '{"number":"1/2"}',
    });
    expect(heard[0]?.headers).toMatchObject({
      'idempotency-key': 'c1/2/0',
      'x-number': '1/2',
      authorization: 'Bearer secret',
    });
  });

  it('says for what it is asked: in the words of the case, else in those of the connector', async () => {
    const { address, heard } = await system(() => ({ body: { found: true } }));
    const purpose = 'Облік житла';
    const asks = { ...given(address), definition: { ...definition, purpose } };
    await send({ ...effect({ number: '1' }), ask: { purpose: 'check', reason: 'Перевірка права' } }, asks);
    await send(effect({ number: '1' }), asks);
    const told = heard.map(({ headers }) => decodeURIComponent(String(headers['x-purpose'])));
    expect(told).toEqual(['Перевірка права', purpose]);
  });

  it('carries on the trace of the request that it goes back to', async () => {
    const { address, heard } = await system(() => ({ body: { found: true } }));
    const trace = 'e'.repeat(32);
    await traced(`00-${trace}-${'1'.repeat(16)}-01`, () => send(effect({ number: '1' }), given(address)));
    expect(heard[0]?.headers.traceparent).toMatch(new RegExp(`^00-${trace}-[0-9a-f]{16}-01$`));
  });

  it('is not put when it does not fit the contract, nor is such an answer taken', async () => {
    const { address, heard } = await system(() => ({ body: { found: 'yes' } }));
    expect(await send(effect({}), given(address))).toMatchObject({
      again: false,
      code: expect.stringContaining('input: '),
    });
    expect(heard).toHaveLength(0);
    expect(await send(effect({ number: '1' }), given(address))).toMatchObject({
      again: false,
      code: 'output: /found type',
    });
  });

  it('is tried again after what may pass, not after a refusal', async () => {
    let status = 503;
    const { address } = await system(() => ({ status, headers: { 'retry-after': '7' } }));
    const with4 = given(address, { breaker: breaker(null, Date.now) });
    expect(await send(effect({ number: '1' }), with4)).toMatchObject({
      again: true,
      code: 'status503',
      afterMs: 7000,
    });
    status = 422;
    expect(await send(effect({ number: '1' }), with4)).toMatchObject({ again: false, code: 'status422' });
    expect(await send(effect({ number: '1' }), given('http://127.0.0.1:1/'))).toMatchObject({
      again: true,
      code: 'unreachable',
    });
  });

  it('waits no longer than it may, and leaves a failing system in peace', async () => {
    const { address, heard } = await system(() => null);
    let now = 0;
    const patient = given(address, {
      timeoutMs: 30,
      breaker: breaker({ failures: 2, waitMs: 1000 }, () => now),
    });
    for (let n = 0; n < 2; n++)
      expect(await send(effect({ number: '1' }), patient)).toMatchObject({ code: 'timedOut' });
    expect(await send(effect({ number: '1' }), patient)).toMatchObject({
      code: 'leftInPeace',
      again: true,
      afterMs: 1000,
    });
    expect(heard).toHaveLength(2);
    now = 1001;
    expect(await send(effect({ number: '1' }), patient)).toMatchObject({ code: 'timedOut' });
    expect(await send(effect({ number: '1' }), patient)).toMatchObject({ code: 'leftInPeace' });
  });
});

describe('the stand-in of another system', () => {
  it.each(['standin:', undefined, 'https://rights.example/api/'])(
    'answers where nothing real can: %s',
    async (address) => {
      expect(await send(effect({ number: '77' }), given(address))).toMatchObject({
        outcome: 'done',
        answer: { result: { found: true, number: '77' } },
      });
    },
  );

  it('gives the first answer that fits, a failure too', async () => {
    expect(await send(effect({ number: '404' }), given('standin:'))).toMatchObject({
      answer: { result: { found: false } },
    });
    expect(await send(effect({ number: '500' }), given('standin:'))).toEqual({
      outcome: 'failed',
      code: 'busy',
      again: true,
    });
    expect(await send(effect({ number: '1', extra: 'x' }), given('standin:'))).toMatchObject({
      code: 'refused',
      again: false,
    });
  });
});

describe('a bank', () => {
  const bank = {
    ...definition,
    kind: 'payment',
    input: undefined,
    output: undefined,
    standIn: {
      answers: [
        { when: 'amount = 5', answer: { address: 'https://bank.example/5' } },
        { answer: { payment: 'p-{{amount}}' } },
      ],
    },
    operations: undefined,
  } as unknown as Connector;
  const pay = (amount: number): CallEffect => ({
    ...effect({ amount, purpose: 'Збір' }),
    kind: 'pay',
    ask: { amount, party: 'applicant' },
  });
  const refund = {
    ...effect({}),
    kind: 'refund',
    effect: 'c1/2/0',
    data: { payment: 'p-1', amount: 100 },
  } as const;

  it('that has the money at once says so in its own word; else the case waits for its callback', async () => {
    expect(await send(pay(100), given('standin:', { definition: bank }))).toEqual({
      outcome: 'done',
      answer: { type: 'paid', effect: 'c1/2/0', payment: 'p-100', amount: 100 },
    });
    expect(await send(pay(5), given('standin:', { definition: bank }))).toEqual({ outcome: 'done' });
  });

  it('pays back by an operation of its own, and never by that of a payment', async () => {
    expect(await send(refund, given('standin:', { definition: bank }))).toMatchObject({
      code: 'noOperation',
    });
    const refunds = { standIn: { answers: [{ when: 'payment = "p-1" and amount = 100', answer: {} }] } };
    const able = { ...bank, operations: { pay: { standIn: bank.standIn }, refund: refunds } } as Connector;
    expect(await send(refund, given('standin:', { definition: able }))).toEqual({ outcome: 'done' });
    expect(await send(pay(7), given('standin:', { definition: able }))).toMatchObject({
      answer: { type: 'paid' },
    });
  });
});

describe('a signature', () => {
  it('is told in its own word, and so is that it was declined', async () => {
    const answers = [
      { when: 'by = "head"', answer: { declined: true } },
      { answer: { signature: { of: '{{what}}' } } },
    ];
    const signs = { ...definition, kind: 'sign', input: undefined, output: undefined, standIn: { answers } };
    const sign = (by: string): CallEffect => ({
      ...effect({}),
      kind: 'sign',
      ask: { by, what: 'application' },
    });
    const asks = (by: string) =>
      send(sign(by), given('standin:', { definition: signs as unknown as Connector }));
    expect(await asks('applicant')).toMatchObject({
      answer: { type: 'signed', signature: { of: 'application' } },
    });
    expect(await asks('head')).toMatchObject({
      answer: { type: 'callFailed', code: 'declined', final: true },
    });
  });
});
