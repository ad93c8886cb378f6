import { generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { type Audience, operations } from '#core/api/operations.ts';
import { ask } from './ask.ts';
import type { ApiEvent, Caller } from './event.ts';
import { callerOf } from './identity.ts';
import { ApiProblem, problem, problemResult } from './problem.ts';

const request = (method: string, rawPath: string, headers: Record<string, string> = {}, body?: unknown) =>
  ({
    rawPath,
    headers,
    requestContext: { http: { method } },
    isBase64Encoded: false,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }) as unknown as ApiEvent;
const as = (kind: Caller['kind'] | null) => async (): Promise<Caller> => {
  if (kind === null) throw problem('signedOut');
  return { kind, person: 'p', name: '', claims: {} };
};
const code = (asking: Promise<unknown>) =>
  asking.then(
    () => 'asked',
    (error: unknown) => (error instanceof ApiProblem ? error.code : String(error)),
  );

const callers = [null, 'citizen', 'officer'] as const;
const expected = (audience: Audience, caller: (typeof callers)[number]) =>
  audience === 'public' || audience === caller ? 'past' : caller === null ? 'signedOut' : 'forbidden';

describe('who may ask what', () => {
  for (const operation of operations)
    for (const caller of callers)
      it(`${operation.id} as ${caller ?? 'nobody'}: ${expected(operation.audience, caller)}`, async () => {
        const path = `/api${operation.path.replace(/\{\w+\}/g, 'x')}`;
        const found = await code(ask(operation.answers, request(operation.method, path), as(caller)));
        const wanted = expected(operation.audience, caller);
        if (wanted === 'past')
          expect(['asked', 'keyMissing', 'matchMissing', 'invalidBody']).toContain(found);
        else expect(found).toBe(wanted);
      });

  it('is asked for its key on every command, its ETag on what is replaced, and a body as the table says', async () => {
    const message = '/api/services/s/applications/c/messages';
    const key = { 'idempotency-key': '0123456789abcdef' };
    const asking = (headers: Record<string, string>, body: unknown) =>
      code(ask('applicant', request('POST', message, headers, body), as('citizen')));
    expect(await asking({}, { text: 'a' })).toBe('keyMissing');
    expect(await asking(key, { text: 'a' })).toBe('asked');
    expect(await asking(key, {})).toBe('invalidBody');
    expect(await asking(key, { text: 'a', person: 'other' })).toBe('invalidBody');
    expect(await asking(key, { text: 'a'.repeat(1_000_001) })).toBe('tooLarge');
    expect(
      await code(
        ask('applicant', request('PUT', '/api/services/s/applications/c', {}, { form: {} }), as('citizen')),
      ),
    ).toBe('matchMissing');
  });
});

describe('the bearer of a token', () => {
  const issuer = 'http://localhost:4400';
  const token = (claims: object, key: Parameters<SignJWT['sign']>[0], end = '10m') =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(issuer)
      .setAudience(issuer)
      .setExpirationTime(end)
      .sign(key);
  it('is known by a signature of ours, in time and of a kind', async () => {
    const ours = await generateKeyPair('ES256');
    const theirs = await generateKeyPair('ES256');
    const asking = async (bearer: string) =>
      code(callerOf(`Bearer ${bearer}`, async () => ours.publicKey, issuer));
    const claims = { sub: 'p', kind: 'citizen', name: 'N' };
    expect(await asking(await token(claims, ours.privateKey))).toBe('asked');
    expect(await asking(await token(claims, theirs.privateKey))).toBe('signedOut');
    expect(await asking(await token(claims, ours.privateKey, '-1m'))).toBe('signedOut');
    expect(await asking(await token({ sub: 'p', kind: 'root' }, ours.privateKey))).toBe('signedOut');
    expect(await asking('nonsense')).toBe('signedOut');
  });
  it('is not known any more once the token has run out, however often it was good before', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    vi.useFakeTimers({ now: new Date('2026-03-02T09:00:00Z') });
    try {
      const bearer = `Bearer ${await token({ sub: 'p', kind: 'citizen' }, privateKey)}`;
      const asking = () => code(callerOf(bearer, async () => publicKey, issuer));
      expect([await asking(), await asking()]).toEqual(['asked', 'asked']);
      vi.setSystemTime(new Date('2026-03-02T09:10:01Z'));
      expect(await asking()).toBe('signedOut');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('an error', () => {
  it('says what is wrong in the language asked for, and nothing of what broke inside', () => {
    const event = request('GET', '/api/me', { 'accept-language': 'en' });
    expect(problemResult(problem('signedOut'), event)).toMatchObject({ statusCode: 401 });
    const inside = problemResult(new Error('rnokpp 3224945224'), event);
    expect(inside.statusCode).toBe(500);
    expect(inside.body).not.toContain('3224945224');
    expect(problemResult(problem('notFound'), request('GET', '/')).body).toContain('Такого тут немає');
  });
});
