import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Functions } from '../hosts/pool.ts';
import { answerApi } from './api.ts';
import type { Behaviour } from './behaviours.ts';
import { servePage } from './pages.ts';
import type { Route } from './routes.ts';

/** What the one origin for people serves; read anew for each request, since a reload may change it. */
export type Origin = {
  behaviours: () => Behaviour[];
  routes: () => Route[];
  functions: Functions;
  pages: string;
  now: () => number;
  /** Answers what is under /dev/. */
  developer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  failed: (line: string) => void;
  /** Told of every answer of the API. */
  answered?: (method: string, path: string, status: number) => void;
};

/** The one origin for people, as CloudFront would serve it: pages, the API, and the developer's page. */
export function originServer(origin: Origin): Server {
  return createServer((request, response) => {
    serve(origin, request, response).catch((error: unknown) => {
      origin.failed(
        `${request.method} ${request.url?.split('?')[0]}: ${error instanceof Error ? error.stack : error}`,
      );
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('Internal error of the local stack; see its output.');
    });
  });
}

async function serve(origin: Origin, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = '/', query] = (request.url ?? '/').split('?');
  if (path === '/dev' || path.startsWith('/dev/')) return origin.developer(request, response);
  const behaviour = origin.behaviours().find(({ pattern }) => pattern.test(path));
  const headers = behaviour?.headers ?? {};
  if (behaviour?.toApi) {
    const options = { now: origin.now(), headers, failed: origin.failed };
    await answerApi(request, response, origin.routes(), origin.functions, options);
    origin.answered?.(request.method ?? 'GET', path, response.statusCode);
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...headers, allow: 'GET, HEAD' }).end();
    return;
  }
  const to = behaviour?.rewrite(path) ?? path;
  if (typeof to !== 'string') {
    response.writeHead(302, { ...headers, location: query ? `${to.location}?${query}` : to.location }).end();
    return;
  }
  servePage(response, origin.pages, to, headers, request.method === 'HEAD');
}
