import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBody } from './body.ts';
import { AwsError } from './error.ts';

const MOST = 100_000;
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    readBody(request, MOST).then(
      (body) => response.end(`${body.length}`),
      (error: unknown) => response.writeHead(error instanceof AwsError ? error.status : 500).end('refused'),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => server.close());

const send = (bytes: number) => {
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: 'a'.repeat(bytes) });
};

describe('the body of a request', () => {
  it('comes whole, in however many parts it was sent', async () => {
    for (const bytes of [0, 1, MOST]) expect(await (await send(bytes)).text()).toBe(`${bytes}`);
  });

  it('is refused above the limit, and the sender is told so', async () => {
    expect((await send(MOST + 1)).status).toBe(413);
    expect((await send(20 * MOST)).status).toBe(413);
  });
});
