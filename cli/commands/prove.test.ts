import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Service } from '#core/definition/index.ts';
import { copiedDefinitions } from '../copied.testing.ts';
import { main } from '../main.ts';

const { folder, said } = copiedDefinitions();

const file = () => join(folder(), 'services/residence-registration/service.json');
function seeded(seed: (service: Service) => void): void {
  const service: Service = JSON.parse(readFileSync(file(), 'utf8'));
  seed(service);
  writeFileSync(file(), JSON.stringify(service, null, 2));
}
const prove = (...more: string[]) => main(['prove', 'residence-registration', '--in', folder(), ...more]);

it('says that a service without a fault holds', async () => {
  seeded(() => {});
  expect(await prove('--lang', 'en')).toBe(0);
  expect(said.join('\n')).toMatch(/✓ Nobody decides their own case/);
  expect(said.join('\n')).not.toContain('✗');
});

it('shows a failure with line, column and the steps to it, in both languages', async () => {
  seeded((service) => {
    const review = service.flow.states.review;
    if (review?.type === 'task') delete review.not;
  });
  expect(await prove('--lang', 'en')).toBe(1);
  const line =
    readFileSync(file(), 'utf8')
      .split('\n')
      .findIndex((l) => l.includes('"review": {')) + 1;
  expect(said.join('\n')).toContain(`${line}:7 The officer who entered an application may decide it alone`);
  expect(said.join('\n')).toMatch(
    /4\. “Review of the application” \(review\): Registrar chooses “Register” .*→ “Entry/,
  );
  said.length = 0;
  expect(await prove()).toBe(1);
  expect(said.join('\n')).toContain('Посадовець, який сам увів заяву, може сам її й вирішити');
});

it('gives programs the same as data', async () => {
  seeded((service) => {
    const review = service.flow.states.review;
    if (review?.type === 'task') delete review.due;
  });
  expect(await prove('--json')).toBe(1);
  const { proofs } = JSON.parse(said.join('\n'));
  expect(proofs[0].failures).toMatchObject([
    { code: 'noDeadline', pointer: '/flow/states/review', at: 'review', path: [{ at: 'consents' }, {}, {}] },
  ]);
});

it('says how it is called, what it does not know, and what must be mended first', async () => {
  expect(await main(['prove', '--help'])).toBe(0);
  expect(await prove('--lang', 'de')).toBe(2);
  expect(await main(['prove', 'no-such-service'])).toBe(1);
  writeFileSync(file(), readFileSync(file(), 'utf8').replace('"flow"', '"flaw"'));
  expect(await prove()).toBe(1);
  expect(said.join('\n')).toContain('There is no word “flaw” here');
});
