import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { linesOf, metricsIn } from '../watch/lines.testing.ts';
import type { ApiEvent } from './event.ts';
import { bucketsOf, submitLimit } from './limits.ts';
import type { ApiProblem } from './problem.ts';
import { json, serve } from './serve.ts';

afterEach(() => {
  delete process.env.KLADKA_WRITES_A_MINUTE;
  delete process.env.KLADKA_SUBMITS_A_DAY;
});

describe('what a person may write in a minute', () => {
  it('is never more than what is left of a full bucket and what has run into it since', () => {
    const waits = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), waits, (perMinute, all) => {
        let at = 0;
        const take = bucketsOf(perMinute, () => at);
        let taken = 0;
        for (const wait of all) {
          at += wait;
          if (take('p') === 0) taken += 1;
          expect(taken).toBeLessThanOrEqual(perMinute + (at / 60_000) * perMinute + 1e-6);
        }
      }),
    );
  });

  it('is open again after as many seconds as it said, and not refused for good', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (perMinute) => {
        let at = 0;
        const take = bucketsOf(perMinute, () => at);
        while (take('p') === 0);
        const seconds = take('p');
        expect(seconds).toBeGreaterThan(0);
        expect(take('other')).toBe(0);
        at += seconds * 1000;
        expect(take('p')).toBe(0);
      }),
    );
  });

  it('is refused with a problem that says when to try again; reading goes on', async () => {
    process.env.KLADKA_WRITES_A_MINUTE = '1';
    const olena = async () => ({ kind: 'citizen' as const, person: 'olena', name: '', claims: {} });
    const operations = { withdraw: async () => json(200, {}), application: async () => json(200, {}) };
    const served = serve('applicant', operations, olena);
    const asked = (method: string, rawPath: string) =>
      served(
        {
          rawPath,
          headers: { 'idempotency-key': '0123456789abcdef', 'accept-language': 'uk' },
          requestContext: { http: { method } },
          isBase64Encoded: false,
          body: '{}',
        } as unknown as ApiEvent,
        {} as never,
      );
    const path = '/api/services/s/applications/c';
    expect(await asked('POST', `${path}/withdraw`)).toMatchObject({ statusCode: 200 });
    const lines = await linesOf(async () => {
      const second = await asked('POST', `${path}/withdraw`);
      expect(second).toMatchObject({
        statusCode: 429,
        headers: { 'content-type': 'application/problem+json', 'retry-after': '60' },
      });
      expect(JSON.parse(String(second.body))).toMatchObject({
        code: 'tooManyWrites',
        title: 'Забагато змін за хвилину. Спробуйте знову через 60 с.',
      });
    });
    const limited = metricsIn(lines).filter(({ name }) => name === 'Limited');
    expect(limited.map(({ dimensions }) => dimensions)).toEqual([{}, { limit: 'tooManyWrites' }]);
    expect(await asked('GET', path)).toMatchObject({ statusCode: 200 });
  });
});

describe('what a person may submit in a day', () => {
  const of = { table: 't', service: 's', person: 'p' };
  it('is open again at midnight in Kyiv, which it says', () => {
    process.env.KLADKA_SUBMITS_A_DAY = '2';
    const told = (now: string) => submitLimit(of, now)?.reached() as ApiProblem;
    const problem = told('2026-11-26T21:59:30Z');
    expect(problem).toMatchObject({ status: 429, code: 'tooManySubmits', headers: { 'retry-after': '30' } });
    expect(problem.words.uk).toContain('27 листопада, від опівночі');
    expect(problem.words.en).toContain('27 November, from midnight');
    // a day of 25 hours, then one of 23
    expect(told('2026-10-24T21:00:00Z').headers['retry-after']).toBe(String(25 * 3600));
    expect(told('2026-03-28T22:00:00Z').headers['retry-after']).toBe(String(23 * 3600));
  });

  it('is not counted where no limit is set, and a limit that is none is a mistake', () => {
    expect(submitLimit(of, '2026-11-26T10:00:00Z')).toBeUndefined();
    process.env.KLADKA_SUBMITS_A_DAY = 'many';
    expect(() => submitLimit(of, '2026-11-26T10:00:00Z')).toThrow('KLADKA_SUBMITS_A_DAY');
  });
});
