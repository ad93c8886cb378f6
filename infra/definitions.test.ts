import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { compileDefinitions } from './definitions.ts';
import { makeProject } from './fixtures/project.ts';

const roots: string[] = [];
const project = () => {
  const root = makeProject();
  roots.push(root);
  const folder = join(root, 'service-definitions');
  // each test publishes what it needs
  rmSync(join(folder, 'services/residence-registration/published'), { recursive: true, force: true });
  return {
    root,
    folder,
    out: join(root, 'dist/definitions'),
    service: join(folder, 'services/residence-registration'),
  };
};
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, never>;
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

describe('definitions are compiled for their release', () => {
  it('a service that is worked on runs on one machine, as version 0', () => {
    const { folder, out } = project();
    const [service] = compileDefinitions({ folder, out, stage: 'local' }).services;
    const current = read(service?.file ?? '');
    expect(current).toMatchObject({ hash: service?.hash, bundle: { id: 'residence-registration' } });
    expect(Object.keys(current.live ?? {})).toEqual(['agencies', 'connectors', 'registries', 'territories']);
  });

  it('an account gets what was published last, however the working copy looks', () => {
    const { folder, out, service } = project();
    expect(compileDefinitions({ folder, out, stage: 'account' })).toMatchObject({
      services: [],
      left: ['residence-registration'],
    });
    mkdirSync(join(service, 'published'));
    for (const version of [1, 2, 10])
      writeFileSync(
        join(service, `published/${version}.json`),
        JSON.stringify({ id: 'residence-registration', version }),
      );
    const compiled = compileDefinitions({ folder, out, stage: 'account' });
    expect(read(compiled.services[0]?.file ?? '')).toMatchObject({ bundle: { version: 10 } });
  });

  it('the same definitions give the same hash', () => {
    const { folder, out } = project();
    const first = compileDefinitions({ folder, out, stage: 'local' });
    const second = compileDefinitions({ folder, out, stage: 'local' });
    expect(second.platform.hash).toBe(first.platform.hash);
    expect(second.services).toEqual(first.services);
  });

  it('a connector gets its share of the rate, and the registry that it serves', () => {
    const { folder, out } = project();
    const email = read(join(folder, 'connectors/email.json'));
    writeFileSync(
      join(folder, 'connectors/email.json'),
      JSON.stringify({ ...email, rate: { perSecond: 20 }, concurrency: 4 }),
    );
    const { platform } = compileDefinitions({ folder, out, stage: 'local' });
    expect(read(join(platform.connectorLayer('email'), 'kladka/connector.json'))).toMatchObject({
      rate: { perSecond: 5 },
    });
    expect(read(join(platform.connectorLayer('residence-registry'), 'kladka/registry.json'))).toMatchObject({
      id: 'residence',
    });
  });

  it('one service is compiled alone where only it is asked for', () => {
    const { folder, out, service } = project();
    cpSync(service, join(folder, 'services/another'), { recursive: true });
    const file = join(folder, 'services/another/service.json');
    writeFileSync(file, JSON.stringify({ ...read(file), id: 'another' }));
    // the registry lets it write, too
    const registry = join(folder, 'registries/residence.json');
    const { writtenBy, ...rest } = read(registry) as unknown as { writtenBy: string[] };
    writeFileSync(registry, JSON.stringify({ ...rest, writtenBy: [...writtenBy, 'another'] }));
    const { services } = compileDefinitions({ folder, out, stage: 'local', only: 'another' });
    expect(services.map(({ id }) => id)).toEqual(['another']);
  });
});
