import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ROOT } from './stack.ts';

/** Where screenshots of tests are kept; ignored by git. */
export const OUTPUT = join(ROOT, 'test/output');

/** The Chromium that `npm test` found or installed. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Keeps what the page shows as test/output/<folder>/<name>.png, whole page. */
export async function keep(page: Page, folder: string, name: string): Promise<void> {
  mkdirSync(join(OUTPUT, folder), { recursive: true });
  await page.screenshot({
    path: join(OUTPUT, folder, `${name}.png`),
    fullPage: true,
    animations: 'disabled',
  });
}
