import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { Host } from './host.ts';

const folder = mkdtempSync(join(tmpdir(), 'kladka-host-'));
let host: Host | undefined;
afterEach(() => {
  host?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('a function gives way to the gateway and the engine where processors are few', async () => {
  writeFileSync(
    join(folder, 'index.mjs'),
    `import { getPriority } from 'node:os';\nexport const handler = async () => getPriority();\n`,
  );
  host = new Host(
    {
      name: 'priority',
      arn: 'arn:aws:lambda:eu-central-1:000000000000:function:priority',
      folder,
      handler: 'index.handler',
      timeout: 10_000,
      memory: 128,
      concurrency: 1,
      environment: {},
    },
    { logs: folder, cache: join(folder, 'cache') },
    0,
  );
  expect(await host.run({})).toBeGreaterThan(getPriority());
});
