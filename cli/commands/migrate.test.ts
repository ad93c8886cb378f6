import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Rehearsal } from '#core/case/migration/rehearse.ts';
import { climbing } from '#core/case/runtime.ts';
import { playScenario } from '#core/case/scenario.ts';
import { hash, library, liveOf, type Service } from '#core/definition/index.ts';
import { copiedDefinitions } from '../copied.testing.ts';
import { readFiles } from '../folder.ts';
import { main } from '../main.ts';

const { folder, said } = copiedDefinitions();
const id = 'residence-registration';
const file = () => join(folder(), `services/${id}/service.json`);
const rehearse = (...more: string[]) => main(['migrate', id, '--rehearse', ...more, '--in', folder()]);

/** Publishes the service as it is, then writes its next version: another name of the review, and how cases come over. */
async function renamedReview(migrate: object): Promise<number> {
  said.length = 0;
  expect(await main(['publish', id, '--in', folder(), '--json'])).toBe(0);
  const { version } = JSON.parse(said.join('\n')) as { version: number };
  const text = readFileSync(file(), 'utf8').replaceAll(/\breview\b(?=[".])/g, 'study');
  const next = JSON.parse(text) as Service;
  writeFileSync(file(), JSON.stringify({ ...next, migrate: { from: version, ...migrate } }));
  said.length = 0;
  return version;
}

it('looks at every place where a scenario rests and at every other state that can be reached', async () => {
  const from = await renamedReview({ renamed: { review: 'study' } });
  expect(await rehearse('--json')).toBe(0);
  const rehearsal = JSON.parse(said.join('\n')) as Rehearsal;
  expect(rehearsal).toMatchObject({ service: id, from, to: from + 1, counts: { stays: 0, refused: 0 } });
  const review = rehearsal.cases.filter((one) => one.from.includes('review'));
  expect(review.length).toBeGreaterThan(0);
  for (const one of review) expect(one.to).toContain('study');
  expect(rehearsal.cases.some(({ reference }) => reference === undefined)).toBe(true);
});

it('plays scenarios that were renamed along with the service on the version before', async () => {
  await renamedReview({ renamed: { review: 'study' } });
  const scenarios = join(folder(), `services/${id}/scenarios`);
  for (const file of readdirSync(scenarios)) {
    const path = join(scenarios, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"review"', '"study"'));
  }
  expect(await rehearse('--json')).toBe(0);
  const { cases } = JSON.parse(said.join('\n')) as Rehearsal;
  const played = cases.filter(({ reference, from }) => reference !== undefined && from.includes('review'));
  expect(played.length).toBeGreaterThan(0);
  // and what comes behind it
  expect(cases.some(({ reference, from }) => reference !== undefined && from.includes('correction'))).toBe(
    true,
  );
});

it('says which would not come over, and why; then the exit code is 1', async () => {
  await renamedReview({});
  expect(await rehearse('--lang', 'en')).toBe(1);
  const text = said.join('\n');
  expect(text).toMatch(/✗ .*stays on its version/);
  expect(text).toMatch(/does not say where a case goes from the state “/);
  expect(text).toMatch(/cases to the new version/);
});

it('rehearses on exported cases: snapshots or events, a list or one a line', async () => {
  const from = await renamedReview({ renamed: { review: 'study' } });
  const read = library(readFiles(folder())).library;
  const bundle = read.published[id]?.[from];
  if (!bundle) throw new Error('not published');
  const text = read.files[`services/${id}/scenarios/returned.json`] ?? '';
  const { events } = playScenario(
    climbing({ bundle, hash: hash(bundle), live: liveOf(read) }),
    JSON.parse(text),
  );
  const open = events.slice(
    0,
    events.findIndex((event) => event.type === 'acted'),
  );
  const cases = join(folder(), 'cases.json');
  writeFileSync(cases, `${JSON.stringify(open)}\n${JSON.stringify(events)}\n`);
  expect(await rehearse('--cases', cases, '--json')).toBe(1);
  const { counts, reasons } = JSON.parse(said.join('\n')) as Rehearsal;
  expect(counts).toEqual({ moves: 1, stays: 0, refused: 1 });
  expect(reasons.map(({ code }) => code)).toEqual(['ended']);
});

it('says how it is called, and what there is not', async () => {
  expect(await main(['migrate', '--help'])).toBe(0);
  expect(await main(['migrate'])).toBe(2);
  expect(await main(['migrate', id])).toBe(2);
  expect(said.join('\n')).toContain('add --rehearse');
  expect(await rehearse()).toBe(1);
  expect(said.join('\n')).toContain('add migrate');
  expect(await rehearse('--to', '99')).toBe(1);
  expect(await main(['migrate', 'none', '--rehearse', '--in', folder()])).toBe(1);
  await renamedReview({});
  expect(await rehearse('--cases', join(folder(), 'no.json'))).toBe(1);
  writeFileSync(join(folder(), 'bad.json'), '[{"id": 1}]');
  expect(await rehearse('--cases', join(folder(), 'bad.json'))).toBe(1);
  expect(said.join('\n')).toContain('Number 1 is no case');
});
