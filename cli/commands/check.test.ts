import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copiedDefinitions } from '../copied.testing.ts';
import { main } from '../main.ts';

const { folder, said } = copiedDefinitions();

it('mends what is mechanical, leaves the rest as it was written and shows what is left', async () => {
  const file = join(folder(), 'services/residence-registration/service.json');
  const before = readFileSync(file, 'utf8');
  const broken = before
    .replace('"role": "registrar"', '"role": "registar"')
    .replace('"number": "form.dwelling.number"', '"number": "form.dweling.number"')
    .replace('"due": "P5D",', '');
  writeFileSync(file, broken);
  expect(await main(['check', folder(), '--lang', 'en'])).toBe(1);
  expect(said.at(-1)).toMatch(/mistakes: 3, warnings: \d+; --mend would mend: 2$/);
  said.length = 0;
  expect(await main(['check', folder(), '--mend', '--lang', 'en'])).toBe(1);
  expect(said.filter((line) => line.startsWith('mended: '))).toHaveLength(2);
  expect(said.at(-1)).toMatch(/mistakes: 1, warnings: \d+$/);
  expect(readFileSync(file, 'utf8')).toBe(before.replace('"due": "P5D",', ''));
});
