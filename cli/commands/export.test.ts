import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copiedDefinitions } from '../copied.testing.ts';
import { main } from '../main.ts';

const { folder, said } = copiedDefinitions();
const out = () => join(mkdtempSync(join(tmpdir(), 'export-')), 'service.json');

it('writes a service as one file, its parts put in or named', async () => {
  const call = (...more: string[]) => main(['export', 'residence-registration', '--in', folder(), ...more]);
  const [bundled, linked] = [out(), out()];
  expect(await call('--out', bundled)).toBe(0);
  expect(await call('--out', linked, '--parts', 'linked')).toBe(0);
  expect(readFileSync(bundled, 'utf8')).not.toContain('parts/person');
  expect(readFileSync(linked, 'utf8')).toContain('parts/person');
  expect(await call('--out', bundled)).toBe(1);
  said.length = 0;
  expect(await call()).toBe(0);
  expect(JSON.parse(said.join('\n'))).toEqual(JSON.parse(readFileSync(bundled, 'utf8')));
});

it('what is called wrongly is said', async () => {
  expect(await main(['export'])).toBe(2);
  expect(await main(['export', 'residence-registration', '--parts', 'lost'])).toBe(2);
  expect(await main(['export', 'nothing', '--in', folder()])).toBe(1);
});
