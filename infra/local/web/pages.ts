import { createReadStream, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json',
  '.pdf': 'application/pdf',
};

const fileAt = (folder: string, path: string): string | undefined => {
  const file = join(folder, normalize(path));
  return file.startsWith(folder) && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
};

/** Serves a file of the web bucket's folder; pages and the service worker are asked for again each time, files with a hash in their name never. */
export function servePage(
  response: ServerResponse,
  folder: string,
  path: string,
  headers: Record<string, string>,
  head: boolean,
): void {
  const wanted = path.endsWith('/') ? `${path}index.html` : path;
  const file = fileAt(folder, decodeURIComponent(wanted));
  if (!file) {
    response.writeHead(404, { ...headers, 'content-type': 'text/html; charset=utf-8' });
    response.end(
      '<!doctype html><html lang="uk"><title>404</title><h1>Сторінку не знайдено</h1><p lang="en">Page not found</p>',
    );
    return;
  }
  const hashed = /[-.][A-Za-z0-9_]{8,}\.\w+$/.test(file) && !file.endsWith('.html');
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': statSync(file).size,
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...headers,
  });
  if (head) response.end();
  else createReadStream(file).pipe(response);
}
