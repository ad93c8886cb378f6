import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { buildBundles, UnknownBundle } from './bundles.ts';
import { makeProject } from './fixtures/project.ts';

const root = makeProject();
afterAll(() => rmSync(root, { recursive: true, force: true }));
const old = () => {
  const before = new Date(Date.now() - 10_000);
  for (const name of ['handlers/session', 'handlers/timers', 'connectors/document/handler'])
    utimesSync(join(root, 'functions', `${name}.ts`), before, before);
};

describe('a bundle', () => {
  it('is one self-contained module with its source map', async () => {
    old();
    const [built] = await buildBundles(['session'], root);
    expect(built?.changed).toBe(true);
    const index = join(root, 'dist/functions/session/index.mjs');
    expect(existsSync(`${index}.map`)).toBe(true);
    const { handler } = (await import(pathToFileURL(index).href)) as { handler: () => Promise<unknown> };
    expect(await handler()).toEqual({ body: 'session' });
  });

  it('is left alone until something that it is made of changes', async () => {
    old();
    await buildBundles(['timers'], root);
    expect((await buildBundles(['timers'], root))[0]?.changed).toBe(false);
    appendFileSync(join(root, 'functions/handlers/timers.ts'), 'export const more = 1;\n');
    const later = new Date(Date.now() + 5_000);
    utimesSync(join(root, 'functions/handlers/timers.ts'), later, later);
    expect((await buildBundles(['timers'], root))[0]?.changed).toBe(true);
  });

  it('of documents has its fonts beside it', async () => {
    await buildBundles(['connector-document'], root);
    expect(existsSync(join(root, 'dist/functions/connector-document/DejaVuSans.ttf'))).toBe(true);
  });

  it('carries what a package still requires as CommonJS', async () => {
    mkdirSync(join(root, 'functions/handlers'), { recursive: true });
    writeFileSync(
      join(root, 'functions/handlers/officer.ts'),
      "import { createHash } from 'node:crypto';\nexport const handler = () => createHash('sha256').digest('hex');\n",
    );
    await buildBundles(['officer'], root);
    expect(readFileSync(join(root, 'dist/functions/officer/index.mjs'), 'utf8')).toContain('createRequire');
  });

  it('that does not exist is named, with those that do', async () => {
    await expect(buildBundles(['sesion'], root)).rejects.toThrow(UnknownBundle);
    await expect(buildBundles(['sesion'], root)).rejects.toThrow(/session/);
  });
});
