import { afterAll, beforeAll, expect, it } from 'vitest';
import { shipped } from '#core/definition/shipped.testing.ts';
import { keepVersion } from '../store/definition-drafts.ts';
import type { Engine } from '../store/engine.testing.ts';
import { engineEnvironment, startEngine } from '../store/engine.testing.ts';

let engine: Engine;
const [id = ''] = Object.keys(shipped.services);
const source = shipped.services[id];

beforeAll(async () => {
  engine = await startEngine();
  Object.assign(process.env, {
    ...engineEnvironment(engine),
    KLADKA_PLATFORM: await engine.table('platform'),
  });
  const platform = { client: engine.client, table: process.env.KLADKA_PLATFORM ?? '' };
  for (const version of [1, 2, 3])
    await keepVersion(
      platform,
      { kind: 'service', id },
      { version, hash: `h${version}`, at: '2026-11-26T08:00:00Z', by: 'x', source: JSON.stringify(source) },
      { title: {}, agency: 'city' },
    );
});
afterAll(() => engine.stop());

it('a migration is checked against the version it is from and the one published last', async () => {
  const { withVersions } = await import('./released.ts');
  const { problemsOf } = await import('./drafts.ts');
  const ref = { kind: 'service', id } as const;
  const released = { ...shipped, published: {}, files: {} };
  const found = async (migrate: object | undefined) => {
    const definition = { ...source, ...(migrate ? { migrate } : {}) };
    const library = await withVersions(released, ref, definition);
    const codes = problemsOf(library, ref, definition).map(({ code }) => code);
    return { versions: Object.keys(library.published[id] ?? {}), codes };
  };
  expect(await found(undefined)).toEqual({ versions: [], codes: [] });
  expect(await found({ from: 3 })).toEqual({ versions: ['3'], codes: [] });
  expect(await found({ from: 1, states: { none: { enter: 'review' } } })).toEqual({
    versions: ['1', '3'],
    codes: ['migrationPassesOver', 'notInVersion'],
  });
  expect((await found({ from: 9 })).codes).toEqual(['migratesFromNothing']);
});
