// The browser of the tests: Debian's own, as Playwright's download is not to be had everywhere.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fail, run, withProgress } from './progress.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of a Chromium; installs Debian's where there is none. `CHROMIUM` in the environment names another. */
export async function ensureChromium() {
  if (process.env.CHROMIUM) {
    if (existsSync(process.env.CHROMIUM)) return process.env.CHROMIUM;
    fail(
      `CHROMIUM names ${process.env.CHROMIUM}, which does not exist. Name a Chromium or Chrome, or unset it.`,
    );
  }
  const there = PLACES.find((path) => existsSync(path));
  if (there) return there;
  const hasApt = existsSync('/usr/bin/apt-get');
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (!hasApt || (sudo.length > 0 && spawnSync('sudo', ['-n', 'true']).status !== 0))
    fail(
      'The browser tests need Chromium. Install the package «chromium» (or Chrome), or name one in CHROMIUM, and run the command again.',
    );
  await withProgress("Installing Debian's Chromium for the browser tests", async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const [file, ...before] = [...sudo, 'apt-get'];
    const apt = (...args) => run(file, [...before, ...args], { env, quiet: true });
    await apt('update', '-qq');
    await apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  });
  return (
    PLACES.find((path) => existsSync(path)) ??
    fail('Chromium was installed but is not in its usual place. Name it in CHROMIUM.')
  );
}
