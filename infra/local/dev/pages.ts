import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../aws/body.ts';
import type { Answers } from '../release.ts';
import { isObject } from '../template/json.ts';
import type { Developed } from './developed.ts';
import { outbox } from './outbox.ts';
import { developerPage } from './page.ts';

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const json = (response: ServerResponse, value: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value, null, 2));
};
const back = (response: ServerResponse): void => {
  response.writeHead(303, { location: '/dev/' }).end();
};

/** What went with a mail: saved, never shown inside our origin. */
function attachment(response: ServerResponse, content: Buffer | null): void {
  if (content === null) json(response, { message: 'There is no such attachment.' }, 404);
  else
    response
      .writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment; filename="attachment.pdf"',
      })
      .end(content);
}

/** What is under /dev/: the developer's page, the same as JSON for scripts, and where custom resources answer. */
export function developerPages({ stack, answers }: { stack: Developed; answers: Answers }) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [, , name = '', id = '', part = ''] = url.pathname.split('/');
    const asked = `${request.method} ${name}`;
    // a page of another site must not move the clock
    const site = request.headers['sec-fetch-site'];
    if (request.method !== 'GET' && site !== undefined && site !== 'same-origin' && site !== 'none')
      return json(response, { message: 'Only this page may do that.' }, 403);
    const body = request.method === 'GET' ? '' : (await readBody(request, 1_000_000)).toString('utf8');
    switch (asked) {
      case 'GET ':
        response.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': POLICY,
          'cache-control': 'no-store',
        });
        response.end(developerPage(stack, await outbox(stack)));
        return;
      case 'GET mail': {
        if (id === '') return json(response, stack.mail.latest());
        return attachment(response, stack.mail.attachment(id, Number(part)));
      }
      case 'GET outbox':
        return json(response, await outbox(stack));
      case 'GET clock':
        return json(response, { offset: stack.clock.offset, now: new Date(stack.clock.now()).toISOString() });
      case 'GET queues':
        return json(
          response,
          stack.queues.names.map((queue) => ({ queue, ...countsOf(stack, queue) })),
        );
      case 'POST clock': {
        const form = new URLSearchParams(body);
        const days = Number(form.get('days') ?? 0);
        const minutes = Number(form.get('minutes') ?? 0);
        if (!Number.isFinite(days + minutes))
          return json(response, { message: 'Give days or minutes as a number.' }, 400);
        const moved = stack.clock.offset + days * 86_400_000 + minutes * 60_000;
        stack.moveClock(form.get('reset') ? 0 : moved);
        return back(response);
      }
      case 'POST tick':
        stack.tick();
        return back(response);
      case 'POST profile':
        await stack.profiler.start();
        return json(response, {}, 202);
      case 'GET profile':
        return json(response, await stack.profiler.stop());
      case 'PUT cloudformation': {
        const given: unknown = JSON.parse(body);
        const taken = isObject(given) && answers.take(id, given);
        return json(response, {}, taken ? 200 : 404);
      }
      default:
        return json(response, { message: `There is no ${asked} under /dev/.` }, 404);
    }
  };
}

const countsOf = (stack: Developed, name: string) => {
  const queue = stack.queues.get(name);
  return queue ? stack.queues.counts(queue) : {};
};
