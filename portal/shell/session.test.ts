import { describe, expect, it } from 'vitest';
import { createApi } from './api.ts';
import { Session, SignedOut } from './session.ts';

function world(answers: (n: number) => { status: number; expiresIn?: number; next?: string }) {
  let now = 0;
  let asked = 0;
  const gone: string[] = [];
  const session = new Session('citizen', {
    now: () => now,
    go: (address) => gone.push(address),
    fetch: async () => {
      asked += 1;
      const { status, expiresIn = 900, next } = answers(asked);
      const person = { id: 'p', name: 'Оксана' };
      const body = { accessToken: `t${asked}`, expiresIn, person, ...(next ? { next } : {}) };
      return new Response(status === 204 ? null : JSON.stringify(body), { status });
    },
  });
  return {
    session,
    gone,
    asked: () => asked,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('a session', () => {
  it('keeps its token until shortly before the end, then asks for another', async () => {
    const at = world(() => ({ status: 200 }));
    expect(await at.session.token()).toBe('t1');
    at.pass(800_000);
    expect(await at.session.token()).toBe('t1');
    at.pass(50_000);
    expect(await at.session.token()).toBe('t2');
  });

  it('asks once when many requests need a token at the same time', async () => {
    const at = world(() => ({ status: 200 }));
    await Promise.all([at.session.token(), at.session.token(), at.session.token()]);
    expect(at.asked()).toBe(1);
  });

  it('is out when the server says so, and comes back to the page after signing in', async () => {
    const at = world(() => ({ status: 401 }));
    expect(await at.session.open()).toEqual({ is: 'out' });
    await expect(at.session.token()).rejects.toBeInstanceOf(SignedOut);
    at.session.login('/services/a?x=1');
    expect(at.gone).toEqual(['/api/session/login?audience=citizen&return=%2Fservices%2Fa%3Fx%3D1']);
  });

  it('ends at the provider too, where that has a place for it, and here even without a connection', async () => {
    const at = world((n) => (n === 1 ? { status: 200 } : { status: 200, next: 'https://id.example/end' }));
    await at.session.open();
    await at.session.logout();
    expect(at.session.state()).toEqual({ is: 'out' });
    expect(at.gone).toEqual(['https://id.example/end']);

    const cut = world((n) => ({ status: n === 1 ? 200 : 503 }));
    await cut.session.open();
    await cut.session.logout();
    expect(cut.session.state()).toEqual({ is: 'out' });
    expect(cut.gone).toEqual([]);
  });

  it('repeats a request once with a fresh token when the server no longer takes the old one', async () => {
    const at = world(() => ({ status: 200 }));
    const tokens: (string | null)[] = [];
    const traces = new Set<string | null>();
    const api = createApi(
      at.session,
      () => 'uk',
      async (_, init) => {
        tokens.push(new Headers(init.headers).get('authorization'));
        traces.add(new Headers(init.headers).get('traceparent'));
        return tokens.length === 1
          ? new Response('{}', { status: 401 })
          : new Response('{"a":1}', { status: 200 });
      },
    );
    const answer = await api.get<{ a: number }>('/tasks');
    expect(answer.ok && answer.data).toEqual({ a: 1 });
    expect(tokens).toEqual(['Bearer t1', 'Bearer t2']);
    // one press of a person, one trace
    expect([...traces]).toEqual([expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)]);
    await api.get('/tasks');
    expect(traces.size).toBe(2);
  });

  it('tells a lost connection from an answer', async () => {
    const at = world(() => ({ status: 200 }));
    const api = createApi(
      at.session,
      () => 'uk',
      async () => {
        throw new TypeError('network');
      },
    );
    const answer = await api.get('/tasks');
    expect(!answer.ok && answer.problem.code).toBe('offline');
  });
});
