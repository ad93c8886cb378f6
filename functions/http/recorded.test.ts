import { describe, expect, it } from 'vitest';
import { linesOf, metricsIn } from '../watch/lines.testing.ts';
import { traceparent } from '../watch/trace.ts';
import type { ApiEvent, Caller } from './event.ts';
import { problem } from './problem.ts';
import { recorded } from './recorded.ts';
import { json, serve } from './serve.ts';

const request = (method: string, rawPath: string, headers: Record<string, string> = {}) =>
  ({ rawPath, headers, requestContext: { http: { method } }, isBase64Encoded: false }) as unknown as ApiEvent;
const olena = async (): Promise<Caller> => ({
  kind: 'citizen',
  person: 'key-of-olena',
  name: 'Олена Коваленко',
  claims: { identity: { rnokpp: '3347312325' } },
});
const nothing = {} as never;
const trace = 'a'.repeat(32);
const path = '/api/services/s/applications/case-1';

describe('the log of a request', () => {
  it('is one line: operation, case, status, how long it took and its trace; never the person', async () => {
    const served = serve('applicant', { application: async () => json(200, {}) }, olena);
    const event = request('GET', path, { traceparent: `00-${trace}-${'1'.repeat(16)}-01` });
    const lines = await linesOf(() => served(event, nothing));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      level: 'info',
      operation: 'application',
      service: 'platform',
      case: 'case-1',
      status: 200,
      trace,
      RequestMilliseconds: expect.any(Number),
    });
    expect(JSON.stringify(lines)).not.toMatch(/olena|Олена|3347312325/);
    const counted = metricsIn(lines).map(({ dimensions }) => dimensions);
    expect(counted).toEqual([{}, { operation: 'application' }, { service: 'platform' }]);
  });

  it('counts what was refused by its operation, before it was even asked, and what failed', async () => {
    const served = serve('applicant', { application: () => Promise.reject(new Error('3347312325')) }, olena);
    const refused = await linesOf(() => served(request('POST', `${path}/submit`), nothing));
    expect(refused[0]).toMatchObject({ operation: 'submit', status: 400, error: 'keyMissing', Refusals: 1 });
    const failed = await linesOf(() => served(request('GET', path), nothing));
    expect(failed[0]).toMatchObject({ level: 'error', status: 500, error: 'Error', Faults: 1 });
    expect(JSON.stringify(failed)).not.toContain('3347312325');
    metricsIn([...refused, ...failed]);
    const nowhere = await linesOf(() => served(request('GET', '/api/nowhere'), nothing));
    expect(nowhere[0]).toMatchObject({ operation: 'none', status: 404 });
  });

  it('is written for functions that answer by themselves too, and what they ask others goes on in the trace', async () => {
    let passedOn: string | undefined;
    const answering = recorded('verify', async () => {
      passedOn = traceparent();
      return { statusCode: 404 };
    });
    const event = request('GET', '/api/verify/x', { traceparent: `00-${trace}-${'1'.repeat(16)}-01` });
    const lines = await linesOf(() => answering(event));
    expect(lines[0]).toMatchObject({ operation: 'verify', status: 404, Refusals: 1, trace });
    expect(passedOn).toContain(trace);
    const failing = recorded('callback', () => Promise.reject(problem('busy')));
    expect((await linesOf(() => failing(event).catch(() => null)))[0]).toMatchObject({ Faults: 1 });
  });
});
