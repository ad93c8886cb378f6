// The door to every command: `npm start`, `npm test`, `npm run check`.
// Plain JavaScript for whatever Node there is: it brings Node 24 and the packages of the lockfile, then hands over.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone } from './alone.mjs';
import { checks } from './checks.mjs';
import { ensureChromium } from './chromium.mjs';
import { fail, run, say, withProgress } from './progress.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const NODE_MAJOR = 24;

/** The path of a Node 24: the one that runs, else the one of this folder's lockfile. */
async function ensureNode() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const binary = join(here, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const known = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')).optionalDependencies;
  if (!known[name])
    fail(
      `This is Node ${process.version}, and npm carries no Node ${NODE_MAJOR} for ${process.platform}-${process.arch}. Install Node ${NODE_MAJOR} (https://nodejs.org) and run the command again.`,
    );
  if (!existsSync(binary))
    await withProgress(`Installing Node ${known[name]} for this project`, () =>
      npm(process.execPath, ['ci'], here),
    );
  if (!existsSync(binary))
    fail(
      `Node ${known[name]} could not be installed as ${binary}. Install Node ${NODE_MAJOR} yourself and run the command again.`,
    );
  return binary;
}

/** Packages exactly as the lockfile says; nothing is done where they already are. */
async function ensurePackages(node) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules/.kladka-lock');
  const there = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;
  if (there()) return;
  await alone(root, async () => {
    if (there()) return;
    await withProgress('Installing the packages of the lockfile', () => npm(node, ['ci'], root));
    writeFileSync(stamp, lock);
  });
}

/** npm under the given Node: under an older one it would pick older majors. */
function npm(node, args, cwd) {
  const cli = [
    process.env.npm_execpath,
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
    join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
  ].find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  if (!cli) fail('npm was not found beside Node. Run the command through npm: npm start, npm test.');
  return run(node, [cli, ...args, '--loglevel=error', '--no-fund', '--no-audit'], {
    cwd,
    env: environment(node),
    quiet: true,
  });
}

/** The environment of what runs: Node 24 and the project's own commands come first on PATH. */
function environment(node) {
  const { npm_config_prefix: _prefix, ...env } = process.env;
  return {
    ...env,
    // what Node compiled of our sources is there at the next start
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'),
    PATH: [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(
      process.platform === 'win32' ? ';' : ':',
    ),
  };
}

const [command, ...args] = process.argv.slice(2);
const node = await ensureNode();
await ensurePackages(node);
const env = environment(node);
const inRoot = { cwd: root, env };

const commands = {
  start: () => run(node, ['infra/local/start.ts', ...args], inRoot),
  check: () => checks(node, inRoot),
  async test() {
    env.CHROMIUM = await ensureChromium();
    if (args.length === 0) await checks(node, inRoot);
    if (!env.KLADKA_TEST_DATA)
      say('KLADKA_TEST_DATA is not set: tests that need the public data sets are skipped and say so.');
    say('Running the tests');
    return run(
      node,
      ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', '--root', '.', ...args],
      inRoot,
    );
  },
};

const chosen = commands[command];
if (!chosen) fail(`Unknown command «${command ?? ''}». There are: ${Object.keys(commands).join(', ')}.`);
await chosen();
