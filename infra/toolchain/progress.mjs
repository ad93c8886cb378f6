// Says in one line what is being done, and shows that it goes on where it takes over two seconds.
import { spawn } from 'node:child_process';

/** One line for the person at the terminal. */
export function say(text) {
  console.log(`▸ ${text}`);
}

/** Says what is wrong and how to mend it, and ends. */
export function fail(text) {
  console.error(`✗ ${text}`);
  process.exit(1);
}

/** Says `title`, then every two seconds that it still goes on, then how long it took. */
export async function withProgress(title, work) {
  say(`${title} …`);
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  const ticking = setInterval(() => {
    if (process.stdout.isTTY) process.stdout.write(`\r  ${seconds()} s`);
    else if (seconds() % 10 < 2) console.log(`  … ${seconds()} s`);
  }, 2000);
  try {
    return await work();
  } finally {
    clearInterval(ticking);
    if (process.stdout.isTTY) process.stdout.write('\r');
    if (seconds() >= 2) say(`${title}: ${seconds()} s`);
  }
}

/** Runs a command, passes signals on, and ends this process with its code where it fails. `quiet` shows its output only then. */
export function run(file, args, { cwd, env, quiet = false }) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));
    // A terminal sends SIGINT to the whole group; whoever runs us by pid sends it to us alone.
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.on('error', (error) => fail(`${file} did not start: ${error.message}`));
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      if (code === 0) return resolve(output);
      if (output) console.error(output);
      process.exit(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}
