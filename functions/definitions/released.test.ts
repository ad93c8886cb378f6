import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shipped } from '#core/definition/shipped.testing.ts';
import type { Engine } from '../store/engine.testing.ts';
import { engineEnvironment, startEngine } from '../store/engine.testing.ts';
import { platformKey } from '../store/keys.ts';

let engine: Engine;
const [id = ''] = Object.keys(shipped.services);
const source = shipped.services[id];

beforeAll(async () => {
  engine = await startEngine();
  Object.assign(process.env, {
    ...engineEnvironment(engine),
    KLADKA_PLATFORM: await engine.table('platform'),
  });
  for (const version of [1, 2, 3])
    await engine.client.send(
      new PutItemCommand({
        TableName: process.env.KLADKA_PLATFORM,
        Item: marshall({
          ...{ pk: platformKey.definition('service', id), sk: `version#${String(version).padStart(6, '0')}` },
          ...{ version, hash: `h${version}`, at: '2026-11-26T08:00:00Z', by: 'x' },
          source: JSON.stringify(source),
        }),
      }),
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
