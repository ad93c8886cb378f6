// `npm run check`: types, lint and walls, side by side.
import { spawn } from 'node:child_process';
import { say } from './progress.mjs';

const CHECKS = {
  types: ['node_modules/typescript/bin/tsc', '--noEmit'],
  'lint and format': ['node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  walls: [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    'core',
    'functions',
    'infra',
    'portal',
    'form-designer',
    'cli',
  ],
};

/** Runs every check, shows what failed, and ends the process with 1 where one did. */
export async function checks(node, { cwd, env }) {
  const results = await Promise.all(
    Object.entries(CHECKS).map(([name, args]) => one(name, node, args, { cwd, env })),
  );
  const failed = results.filter((result) => result.code !== 0);
  for (const { name, output } of failed) console.error(`\n✗ ${name}\n${output}`);
  if (failed.length > 0) process.exit(1);
}

function one(name, node, args, options) {
  const begun = Date.now();
  return new Promise((resolve) => {
    const child = spawn(node, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('close', (code) => {
      say(`${name}: ${code === 0 ? 'clean' : 'FAILED'} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
      resolve({ name, code, output });
    });
  });
}
