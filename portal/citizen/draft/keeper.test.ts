import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer, Api } from '#portal/shell/api.ts';
import { DraftKeeper, EVERY } from './keeper.ts';
import type { Data } from './merge.ts';

/** A server with one draft, which another device may change as well. */
function server(form: Data) {
  let draft = { form, v: 1 };
  let away = false;
  const puts: Data[] = [];
  const ok = <T>(data: T): Answer<T> => ({
    ok: true,
    status: 200,
    data,
    etag: `"${draft.v}"`,
    location: null,
  });
  const fail = (status: number): Answer<never> => ({
    ok: false,
    problem: { status, code: status ? 'changed' : 'offline', title: '', fields: [], body: {} },
  });
  const api = {
    get: async () => (away ? fail(0) : ok({ id: 'd', form: draft.form })),
    put: async (_path: string, options: { body: { form: Data }; ifMatch: string }) => {
      if (away) return fail(0);
      if (options.ifMatch !== `"${draft.v}"`) return fail(412);
      draft = { form: options.body.form, v: draft.v + 1 };
      puts.push(options.body.form);
      return ok({});
    },
  } as unknown as Api;
  return {
    api,
    puts,
    draft: () => draft.form,
    elsewhere: (next: Data) => {
      draft = { form: next, v: draft.v + 1 };
    },
    cut: (gone: boolean) => {
      away = gone;
    },
  };
}

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const open = (at: ReturnType<typeof server>) =>
  new DraftKeeper(at.api, 's', { id: 'd', form: at.draft() }, '"1"');

describe('a draft', () => {
  it('is on the device at once, and at the server within 30 s, not at every key', async () => {
    const at = server({});
    const keeper = open(at);
    keeper.change({ name: 'О' });
    keeper.change({ name: 'Ок' });
    expect([...kept.values()].join()).toContain('Ок');
    expect(at.puts).toEqual([]);
    await vi.advanceTimersByTimeAsync(EVERY);
    expect(at.puts).toEqual([{ name: 'Ок' }]);
    expect(keeper.state().saving).toBe('saved');
  });

  it('survives a lost connection and a reload, and is sent when the connection is back', async () => {
    const at = server({});
    at.cut(true);
    const before = open(at);
    before.change({ name: 'Оксана' });
    expect(await before.save()).toBe(false);
    expect(before.state().saving).toBe('local');
    before.close();
    at.cut(false);
    const after = open(at);
    expect(after.state().data).toEqual({ name: 'Оксана' });
    expect(await after.save()).toBe(true);
    expect(at.draft()).toEqual({ name: 'Оксана' });
  });

  it('takes the other device’s words where only that one changed something', async () => {
    const at = server({ name: 'А' });
    const keeper = open(at);
    at.elsewhere({ name: 'А', city: 'Київ' });
    keeper.change({ name: 'Б' });
    await keeper.save();
    expect(keeper.state().conflicts).toEqual([]);
    await vi.advanceTimersByTimeAsync(0);
    await keeper.save();
    expect(at.draft()).toEqual({ name: 'Б', city: 'Київ' });
  });

  it('asks where both changed the same, loses neither, and sends what was chosen', async () => {
    const at = server({ name: 'А' });
    const keeper = open(at);
    at.elsewhere({ name: 'В' });
    keeper.change({ name: 'Б' });
    await keeper.save();
    expect(keeper.state().conflicts).toEqual([{ part: 'name', mine: 'Б', theirs: 'В' }]);
    keeper.choose(new Map([['name', 'В']]));
    await keeper.save();
    expect(at.draft()).toEqual({ name: 'В' });
  });

  it('has one submission key until that submission is refused', () => {
    const at = server({});
    const keeper = open(at);
    expect(keeper.submitKey(() => 'first')).toBe('first');
    expect(open(at).submitKey(() => 'second')).toBe('first');
    keeper.dropSubmitKey();
    expect(keeper.submitKey(() => 'third')).toBe('third');
  });
});
