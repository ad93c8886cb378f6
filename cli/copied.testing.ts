import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { definitions } from './folder.ts';

/**
 * For each test a copy of the definitions to spoil, gone afterwards, and what the command line says instead of printing it.
 * `said` is emptied before each test.
 */
export function copiedDefinitions(): { folder(): string; said: string[] } {
  let folder = '';
  const said: string[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kladka-cli-'));
    cpSync(definitions, folder, { recursive: true });
    said.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line) => said.push(String(line)));
    vi.spyOn(console, 'error').mockImplementation((line) => said.push(String(line)));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });
  return { folder: () => folder, said };
}
