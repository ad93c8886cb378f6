// One installation at a time: two of them in one folder take away from each other what they bring.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './progress.mjs';

const ASK_AGAIN = 500;

/** Whether the process that the note names still runs; not where the note is gone. */
function runs(note) {
  try {
    process.kill(Number(readFileSync(note, 'utf8')), 0);
    return true;
  } catch (error) {
    // it runs as somebody else
    return error.code === 'EPERM';
  }
}

/** Leaves a note with our pid; false where there is one. */
function noted(note) {
  try {
    writeFileSync(note, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Does the work once nobody else does it for this folder; what one that was killed left behind holds up nobody. */
export async function alone(folder, work) {
  const note = join(
    tmpdir(),
    `kladka-install-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`,
  );
  for (let said = false; !noted(note); said = true) {
    if (!runs(note)) rmSync(note, { force: true });
    else {
      if (!said) say('Another command is installing the packages: waiting for it');
      await pause(ASK_AGAIN);
    }
  }
  // also where what was run fails and ends this process
  const gone = () => rmSync(note, { force: true });
  process.once('exit', gone);
  try {
    return await work();
  } finally {
    process.off('exit', gone);
    gone();
  }
}
