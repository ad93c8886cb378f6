import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { definitions } from '../folder.ts';
import { main } from '../main.ts';

let folder = '';
const said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kladka-check-'));
  cpSync(definitions, folder, { recursive: true });
  said.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line) => said.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

it('mends what is mechanical, leaves the rest as it was written and shows what is left', async () => {
  const file = join(folder, 'services/residence-registration/service.json');
  const before = readFileSync(file, 'utf8');
  const broken = before
    .replace('"role": "registrar"', '"role": "registar"')
    .replace('"number": "form.dwelling.number"', '"number": "form.dweling.number"')
    .replace('"due": "P5D",', '');
  writeFileSync(file, broken);
  expect(await main(['check', folder, '--lang', 'en'])).toBe(1);
  expect(said.at(-1)).toMatch(/mistakes: 3, warnings: 0; --mend would mend: 2$/);
  said.length = 0;
  expect(await main(['check', folder, '--mend', '--lang', 'en'])).toBe(1);
  expect(said.filter((line) => line.startsWith('mended: '))).toHaveLength(2);
  expect(said.at(-1)).toMatch(/mistakes: 1, warnings: 0$/);
  expect(readFileSync(file, 'utf8')).toBe(before.replace('"due": "P5D",', ''));
});
