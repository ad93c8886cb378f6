import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../stack/browser.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { walkInBrowser } from './browser.ts';

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack({ port: 4520 }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

test('people walk a contested case through the portal and the workspace, from the catalogue to a certificate that anyone can verify', async () => {
  const { certificate, flaws } = await walkInBrowser(browser, stack);
  expect(readFileSync(certificate).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(flaws).toEqual([]);
});
