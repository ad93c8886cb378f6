import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Json } from '../commands/json.ts';
import { Keeper, type KeeperPorts } from './keeper.ts';

/** A server that keeps one draft and its ETag, and a clock that is moved by hand. */
function world(definition: Json) {
  const server = { definition, version: 1, away: false };
  const due = new Map<number, () => void>();
  const drawing: (() => void)[] = [];
  let next = 0;
  const offline = {
    ok: false as const,
    problem: { status: 0, code: 'offline', title: '', fields: [], body: {} },
  };
  const ok = (data: unknown) =>
    ({ ok: true, status: 200, data, etag: `"${server.version}"`, location: null }) as never;
  const ports: KeeperPorts = {
    read: async () => (server.away ? offline : ok({ definition: server.definition, savedAt: '' })),
    write: async (body, etag) => {
      if (server.away) return offline;
      if (etag !== `"${server.version}"`)
        return { ok: false, problem: { ...offline.problem, status: 412, code: 'changed' } };
      server.definition = body;
      server.version += 1;
      return ok({});
    },
    later: (work) => {
      const n = next++;
      due.set(n, work);
      return () => due.delete(n);
    },
    drawn: (work) => drawing.push(work),
  };
  const draw = () => {
    for (const work of drawing.splice(0)) work();
  };
  const wait = async () => {
    const all = [...due.values()];
    due.clear();
    for (const work of all) work();
    for (let n = 0; n < 20; n++) await Promise.resolve();
  };
  const open = () => new Keeper('service', 's', ports, server.definition, `"${server.version}"`);
  return { server, open, wait, draw };
}

const title = (value: string) => [{ do: 'put', at: '/title', value } as const];

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
    removeItem: (name: string) => kept.delete(name),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a definition while it is drawn', () => {
  it('is saved soon after an edit', async () => {
    const { server, open, wait } = world({ title: 'А' });
    const keeper = open();
    keeper.edit(title('Б'));
    expect(keeper.state().saving).toBe('waiting');
    await wait();
    expect(server.definition).toEqual({ title: 'Б' });
    expect(keeper.state().saving).toBe('saved');
  });

  it('survives a reload before it was saved', async () => {
    const { server, open, wait, draw } = world({ title: 'А' });
    open().edit(title('Б'));
    draw();
    const again = open();
    expect(again.present).toEqual({ title: 'Б' });
    await wait();
    expect(server.definition).toEqual({ title: 'Б' });
    again.undo();
    expect(again.present).toEqual({ title: 'А' });
  });

  it('is on this device before it is sent, even if the change was not drawn yet', async () => {
    const { server, open } = world({ title: 'А' });
    const keeper = open();
    server.away = true;
    keeper.edit(title('Б'));
    await keeper.save();
    expect(open().present).toEqual({ title: 'Б' });
  });

  it('survives a lost connection, and is saved when it is back', async () => {
    const { server, open, wait } = world({ title: 'А' });
    const keeper = open();
    server.away = true;
    keeper.edit(title('Б'));
    await wait();
    expect(keeper.state().saving).toBe('offline');
    server.away = false;
    await wait();
    expect(server.definition).toEqual({ title: 'Б' });
    expect(keeper.state().saving).toBe('saved');
  });

  it('that another analyst saved meanwhile keeps the work of both', async () => {
    const { server, open, wait } = world({ title: 'А', summary: 'а' });
    const [first, second] = [open(), open()];
    first.edit(title('Б'));
    await first.save();
    second.edit([{ do: 'put', at: '/summary', value: 'б' }]);
    await second.save();
    await wait();
    expect(server.definition).toEqual({ title: 'Б', summary: 'б' });
    // and no undoing takes the work of the other away
    second.undo();
    second.undo();
    await wait();
    expect(server.definition).toMatchObject({ title: 'Б' });
  });

  it('in which both changed the same is asked about before it is saved', async () => {
    const { server, open, wait } = world({ title: 'А' });
    const [first, second] = [open(), open()];
    first.edit(title('Б'));
    await first.save();
    second.edit(title('В'));
    await second.save();
    await wait();
    expect(server.definition).toEqual({ title: 'Б' });
    const [conflict] = second.state().conflicts;
    expect(conflict).toEqual({ pointer: '/title', mine: 'В', theirs: 'Б' });
    // and is asked again after a reload
    expect(open().state().conflicts).toEqual([conflict]);
    if (conflict) second.choose(conflict, false);
    await wait();
    expect(server.definition).toEqual({ title: 'В' });
  });
});
