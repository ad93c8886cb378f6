import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, engineEnvironment, startEngine } from '../store/engine.testing.ts';

let engine: Engine;
let kept: typeof import('./kept.ts');
const who = { kind: 'citizen' as const, person: 'p1', name: 'Олена', identity: { rnokpp: '3347312325' } };
const NOW = 1_800_000_000;

beforeAll(async () => {
  engine = await startEngine();
  Object.assign(process.env, {
    ...engineEnvironment(engine),
    KLADKA_PLATFORM: await engine.table('platform'),
  });
  kept = await import('./kept.ts');
});
afterAll(() => engine.stop());

describe('a session that is kept', () => {
  it('gives a new cookie at each use and knows who it is of', async () => {
    const { cookie } = await kept.begin(who, NOW);
    const first = await kept.renew(cookie, 'citizen', NOW + 1);
    expect(first?.who).toEqual(who);
    expect(first?.cookie).not.toBe(cookie);
    const second = await kept.renew(first?.cookie ?? '', 'citizen', NOW + 100);
    expect(second?.who.person).toBe('p1');
  });

  it('knows which citizen an officer is', async () => {
    const officer = { kind: 'officer' as const, person: 'o1', name: 'Ірина' };
    const self = { ...officer, citizen: { person: 'p2', rnokpp: '3224945224' } };
    const { cookie } = await kept.begin(self, NOW);
    expect((await kept.renew(cookie, 'officer', NOW + 1))?.who).toEqual(self);
  });

  it('serves two tabs that ask with the same cookie, and gives both the same new one', async () => {
    const { cookie } = await kept.begin(who, NOW);
    const both = await Promise.all([
      kept.renew(cookie, 'citizen', NOW + 1),
      kept.renew(cookie, 'citizen', NOW + 1),
    ]);
    expect(both.map((one) => one?.who.person)).toEqual(['p1', 'p1']);
    const [one, other] = both.map((answer) => answer?.cookie);
    expect(one).toBe(other);
    expect(await kept.renew(one ?? '', 'citizen', NOW + 100)).not.toBeNull();
  });

  it('goes on where a page was left before the answer with the new cookie came', async () => {
    const { cookie } = await kept.begin(who, NOW);
    await kept.renew(cookie, 'citizen', NOW + 1);
    const again = await kept.renew(cookie, 'citizen', NOW + 5);
    expect(again?.cookie).toBeDefined();
    expect((await kept.renew(again?.cookie ?? '', 'citizen', NOW + 3600))?.who.person).toBe('p1');
  });

  it('ends for everyone once a copied cookie shows up', async () => {
    const { cookie } = await kept.begin(who, NOW);
    const first = await kept.renew(cookie, 'citizen', NOW + 1);
    expect(await kept.renew(cookie, 'citizen', NOW + 100)).toBeNull();
    expect(await kept.renew(first?.cookie ?? '', 'citizen', NOW + 101)).toBeNull();
  });

  it('is no session of the other audience, and none after logout', async () => {
    const { cookie } = await kept.begin(who, NOW);
    expect(await kept.renew(cookie, 'officer', NOW + 1)).toBeNull();
    await kept.end(cookie);
    expect(await kept.renew(cookie, 'citizen', NOW + 1)).toBeNull();
  });

  it('keeps nothing in the table by which one could sign in', async () => {
    const { cookie } = await kept.begin(who, NOW);
    const { Items } = await engine.client.send(new ScanCommand({ TableName: process.env.KLADKA_PLATFORM }));
    const table = JSON.stringify(Items);
    for (const half of cookie.split('.')) expect(table).not.toContain(half);
  });
});

describe('a login under way', () => {
  const login = { kind: 'officer' as const, back: '/workspace/', state: 's', nonce: 'n', verifier: 'v' };
  it('is ended once', async () => {
    await kept.keepLogin(login, NOW);
    expect(await kept.takeLogin('s', NOW + 5)).toMatchObject(login);
    expect(await kept.takeLogin('s', NOW + 6)).toBeNull();
  });
  it('is over after ten minutes', async () => {
    await kept.keepLogin(login, NOW);
    expect(await kept.takeLogin('s', NOW + kept.LOGIN_SECONDS)).toBeNull();
  });
});
