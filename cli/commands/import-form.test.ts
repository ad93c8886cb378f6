import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copiedDefinitions } from '../copied.testing.ts';
import { root } from '../folder.ts';
import { main } from '../main.ts';

const { folder, said } = copiedDefinitions();

const form = {
  title: 'Заява',
  components: [
    { type: 'textfield', key: 'name', label: 'Назва', validate: { required: true } },
    { type: 'textfield', key: 'odd', label: 'Дивне', customConditional: 'show = moment() > data.name' },
  ],
};
const written = (name: string, value: unknown): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'import-')), name);
  writeFileSync(path, JSON.stringify(value));
  return path;
};

it('makes a service of a form, says what was left, and writes it once', async () => {
  const out = join(folder(), 'services/zaiava/service.json');
  const call = () =>
    main(['import', 'form', written('zaiava.json', form), '--in', folder(), '--out', out, '--lang', 'en']);
  expect(await call()).toBe(0);
  expect(said.join('\n')).toMatch(
    /Left: 1\n.*customConditional: The condition does more than compare.*moment\(\)/,
  );
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ id: 'zaiava', title: { uk: 'Заява' } });
  expect(await main(['check', folder()])).toBe(0);
  expect(await call()).toBe(1);
});

it('says which file is no form', async () => {
  expect(await main(['import', 'form', written('x.json', { a: 1 }), '--lang', 'en'])).toBe(1);
  expect(said.join('\n')).toMatch(/x\.json is no form/);
  const service = join(folder(), 'services/residence-registration/service.json');
  expect(await main(['import', 'form', service, '--lang', 'en'])).toBe(1);
  expect(said.join('\n')).toMatch(/is a definition of Kladka already/);
  expect(await main(['import', 'form'])).toBe(2);
  expect(await main(['import', 'form', '/nowhere.json'])).toBe(1);
});

const data = process.env.KLADKA_TEST_DATA ?? '';
const sets = ['navikt-forms', 'xgov-forms', 'va-schemas', 'ua-registry'];
const there = data !== '' && sets.every((set) => existsSync(join(data, set)));
if (!there) console.log(`import table: skipped, KLADKA_TEST_DATA names no folder with ${sets.join(', ')}`);

type Count = { exact: number; all: number };
type Row = { name: string; fields: Count; simple: Count };

describe.skipIf(!there)('every file of the real sets', () => {
  it('is imported or said to be no form; the shares are those of docs/import.md, and as high as promised', async () => {
    const paths = sets.map((set) => join(data, set));
    expect(await main(['import', 'form', '--table', ...paths])).toBe(0);
    const table = said.join('\n');
    expect(readFileSync(join(root, 'docs/import.md'), 'utf8')).toContain(table);
    said.length = 0;
    expect(await main(['import', 'form', '--table', '--json', ...paths])).toBe(0);
    const { sets: rows, all } = JSON.parse(said.join('\n')) as { sets: Row[]; all: Row };
    const share = ({ exact, all: of }: Count) => exact / of;
    for (const row of [...rows, all])
      expect([row.name, share(row.fields) >= 0.95, share(row.simple) >= 0.9]).toEqual([row.name, true, true]);
    expect(share(rows.find(({ name }) => name === 'ua-registry')?.simple ?? { exact: 0, all: 1 })).toBe(1);
  }, 60_000);

  it('what is made of it passes the check, or the problems are shown', async () => {
    expect(
      await main([
        'import',
        'form',
        '--json',
        join(data, 'xgov-forms'),
        join(data, 'ua-registry/regulation'),
      ]),
    ).toBe(0);
    const { services } = JSON.parse(said.join('\n')) as {
      services: { problems: { severity: string }[] }[];
    };
    const mistaken = services.filter(({ problems }) =>
      problems.some(({ severity }) => severity === 'mistake'),
    );
    expect(mistaken).toEqual([]);
  }, 60_000);
});
