#!/usr/bin/env node
// Plain JavaScript for whatever Node there is: the commands themselves need Node 24, which the project brings along.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

if (Number(process.versions.node.split('.')[0]) >= 24) {
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const node = [join(root, 'infra/toolchain'), root]
    .map((folder) => join(folder, 'node_modules', `node-${platform}-${process.arch}`, 'bin', binary))
    .find((path) => existsSync(path));
  if (!node) {
    console.error(
      `This is Node ${process.version}; kladka needs Node 24. Run \`npm start\` or \`npm test\` once: it brings it along.`,
    );
    process.exitCode = 2;
  } else {
    const { status } = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: 'inherit',
    });
    process.exitCode = status ?? 1;
  }
}
