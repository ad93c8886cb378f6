import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { applied, type Change } from '#core/definition/diff/index.ts';
import type { Service } from '#core/definition/index.ts';
import { copiedDefinitions } from '../copied.testing.ts';
import { main } from '../main.ts';

const { folder, said } = copiedDefinitions();

const file = () => join(folder(), 'services/residence-registration/service.json');
const service = (): Service => JSON.parse(readFileSync(file(), 'utf8'));
const diff = (...more: string[]) => main(['diff', ...more, '--in', folder()]);
const publish = async () => {
  expect(await main(['publish', 'residence-registration', '--in', folder()])).toBe(0);
  said.length = 0;
};

it('tells what changed since the last published version, by who is affected', async () => {
  await publish();
  expect(await diff('residence-registration')).toBe(0);
  expect(said.join('\n')).toBe('Відмінностей немає.');
  const changed = service();
  const { review } = changed.flow.states;
  if (review?.type === 'task') review.due = { workingDays: 3 };
  changed.channels = ['portal'];
  writeFileSync(file(), JSON.stringify(changed));
  said.length = 0;
  expect(await diff('residence-registration', '--lang', 'en')).toBe(0);
  expect(said).toEqual([
    'Applicants:',
    '  - How to apply: removed counter',
    'Registrar:',
    '  - State “Review of the application”: the deadline is extended from 1 to 3 working days',
  ]);
});

it('shows a change of a shared part in every service that uses it', async () => {
  await publish();
  const texts = join(folder(), 'parts/address/texts.json');
  writeFileSync(texts, readFileSync(texts, 'utf8').replace(/"Street[^"]*"/, '"Street or square"'));
  expect(await diff('residence-registration', '--lang', 'en')).toBe(0);
  expect(said.join('\n')).toContain('“Street or square”');
});

it('gives a patch that makes the second of the first', async () => {
  const before = join(folder(), 'before.json');
  writeFileSync(before, JSON.stringify(service()));
  const changed = service();
  changed.form.pages.reverse();
  changed.retention = { ...changed.retention, draft: 'P60D' };
  writeFileSync(file(), JSON.stringify(changed));
  expect(await diff(before, file(), '--json')).toBe(0);
  const { changes }: { changes: Change[] } = JSON.parse(said.join('\n'));
  const all = changes.flatMap((c) => c.operations);
  expect(applied(JSON.parse(readFileSync(before, 'utf8')), all)).toEqual(changed);
});

it('compares published versions, and says what there is not', async () => {
  await publish();
  expect(await diff('residence-registration@1', 'residence-registration')).toBe(0);
  expect(await diff('residence-registration@99', 'residence-registration')).toBe(1);
  expect(await diff('no-such-service')).toBe(1);
  expect(await diff(join(folder(), 'no.json'), file())).toBe(1);
  expect(await diff(file())).toBe(2);
  expect(await diff()).toBe(2);
  expect(await main(['diff', '--help'])).toBe(0);
});
