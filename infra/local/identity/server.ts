// The two OpenID providers, citizens' and officers', in a process of their own whose clock the developer may move.
import { mkdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { testPeople } from './people.ts';
import { makeProvider } from './provider.ts';

const [port = '', origin = '', folder = '', citizenClient = '', officerClient = ''] = process.argv.slice(2);
const address = `http://localhost:${port}`;

process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => {});

const clients = { citizen: citizenClient, officer: officerClient };
const callbacks = new Map<string, (request: IncomingMessage, response: ServerResponse) => unknown>();
for (const kind of ['citizen', 'officer'] as const) {
  const home = join(folder, kind);
  mkdirSync(home, { recursive: true });
  const provider = await makeProvider({
    issuer: `${address}/${kind}`,
    origin,
    clients: [clients[kind]],
    people: testPeople.filter(({ issuer }) => issuer === kind || kind === 'citizen'),
    folder: home,
  });
  callbacks.set(kind, provider.callback());
}

createServer((request: IncomingMessage & { originalUrl?: string }, response) => {
  const url = request.url ?? '/';
  const kind = url.split(/[/?]/)[1] ?? '';
  const callback = callbacks.get(kind);
  if (!callback) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  // the provider sees its mount point by what was stripped
  request.originalUrl = url;
  request.url = url.slice(kind.length + 1) || '/';
  void callback(request, response);
}).listen(Number(port), '127.0.0.1', () => {
  process.send?.({ ready: true });
  // kept now: this process is ended by a signal, at which Node writes nothing
  flushCompileCache();
});
