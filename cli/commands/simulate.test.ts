import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copiedDefinitions } from '../copied.testing.ts';
import { main } from '../main.ts';

const { folder, said } = copiedDefinitions();

const simulate = (...more: string[]) => main(['simulate', 'residence-registration', ...more]);
const brief = ['--from', '2026-03-02', '--days', '10'];

it('shows queues and the bottleneck, and writes a picture', async () => {
  const svg = join(folder(), 'queues.svg');
  expect(
    await simulate('--per-day', '20', '--staff', 'registrar=1', ...brief, '--svg', svg, '--lang', 'en'),
  ).toBe(0);
  expect(said.join('\n')).toMatch(/Cases: arrived \d+/);
  expect(said.join('\n')).toMatch(/Bottleneck: Registrar/);
  expect(readFileSync(svg, 'utf8')).toMatch(/^<svg /);
});

it('takes a plan, which options change, and gives the same result twice', async () => {
  const plan = join(folder(), 'plan.json');
  writeFileSync(
    plan,
    JSON.stringify({ from: '2026-03-02', days: 8, arrivals: { perDay: 5 }, staff: { head: 2 } }),
  );
  const once = async () => {
    said.length = 0;
    expect(await simulate(plan, '--seed', '3', '--staff', 'registrar=2', '--json')).toBe(0);
    return said.join('\n');
  };
  const first = await once();
  expect(await once()).toBe(first);
  expect(JSON.parse(first).plan).toMatchObject({ days: 8, seed: 3, staff: { head: 2, registrar: 2 } });
});

it('replays a record with a heading, and follows it for a month', async () => {
  const record = join(folder(), 'record.csv');
  writeFileSync(record, 'received;channel\n2026-03-03T09:00:00Z;portal\n2026-03-05T10:00:00Z;counter\n');
  expect(await simulate('--arrivals', record, '--json')).toBe(0);
  expect(JSON.parse(said.join('\n'))).toMatchObject({ plan: { from: '2026-03-03' }, cases: { arrived: 2 } });
});

it('says what is wrong with how it was called', async () => {
  expect(await main(['simulate', '--help'])).toBe(0);
  expect(await simulate()).toBe(2);
  expect(await simulate('--per-day', 'many')).toBe(2);
  expect(await simulate('--per-day', '5', '--staff', 'registrar')).toBe(2);
  expect(await simulate('--per-day', '5', '--staff', 'nobody=1')).toBe(1);
  expect(await simulate(join(folder(), 'nothing.json'))).toBe(1);
  writeFileSync(join(folder(), 'broken.json'), '{');
  expect(await simulate(join(folder(), 'broken.json'))).toBe(1);
});
