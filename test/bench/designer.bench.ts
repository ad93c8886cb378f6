// The designer with 574 fields on one page: opened, a label changed, a field inserted, each until it is painted
import type { Page } from 'playwright-core';
import { openBrowser } from '../stack/browser.ts';
import { ok, signIn } from '../stack/person.ts';
import { startStack } from '../stack/stack.ts';
import { openDesigner } from '../walks/drawing.ts';

const FIELDS = 574;
const REPEATS = 7;
const ID = 'bench-574';

const kinds = [
  { type: 'string', enum: ['a', 'b'] },
  { type: 'integer', minimum: 0, maximum: 10 },
  { type: 'string', format: 'date' },
  { type: 'string', minLength: 1, maxLength: 100 },
];

/** A service whose one page has so many fields. */
function definition(): Record<string, unknown> {
  const names = Array.from({ length: FIELDS }, (_, n) => `f${n}`);
  const text = (uk: string) => ({ uk, en: uk });
  return {
    format: 1,
    id: ID,
    agency: 'kyiv-city',
    title: text('574'),
    summary: text('574'),
    startedBy: { applicant: true },
    parties: { applicant: { who: ['person'] } },
    roles: { registrar: { title: text('Реєстратор'), sees: ['form'] } },
    form: {
      schema: {
        type: 'object',
        properties: Object.fromEntries(names.map((name, n) => [name, kinds[n % kinds.length]])),
      },
      texts: Object.fromEntries(names.map((name, n) => [`/${name}`, { title: text(`Поле ${n}`) }])),
      pages: [{ id: 'all', title: text('Усі'), fields: names.map((name) => `/${name}`) }],
    },
    flow: { initial: 'ended', states: { ended: { type: 'end', outcome: 'granted', kind: 'granted' } } },
    retention: {},
  };
}

const median = (values: readonly number[]): number =>
  Math.round([...values].sort((a, b) => a - b)[values.length >> 1] ?? 0);

/** Milliseconds from doing something in the page until what comes of it is painted. */
const painted = (page: Page, act: 'open' | 'label' | 'insert', n: number) =>
  page.evaluate(
    async ([what, turn]) => {
      const wait = (done: () => boolean) =>
        new Promise<void>((ready) => {
          const look = () => (done() ? setTimeout(ready) : requestAnimationFrame(look));
          requestAnimationFrame(look);
        });
      const count = () => document.querySelectorAll('[data-field]').length;
      const before = count();
      const started = performance.now();
      if (what === 'open') {
        document.querySelector<HTMLElement>('.d-tab[href$="/form"]')?.click();
        await wait(() => count() > 0);
      } else if (what === 'label') {
        const input = document.getElementById('d-panel-label') as HTMLInputElement;
        const words = `Змінено ${turn}`;
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, words);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await wait(() => document.querySelector('.d-block--chosen')?.textContent?.includes(words) ?? false);
      } else {
        document.querySelector<HTMLElement>('.d-kind')?.click();
        await wait(() => count() > before);
      }
      return performance.now() - started;
    },
    [act, n] as const,
  );

const stack = await startStack({ port: 4560 });
const browser = await openBrowser();
try {
  const analyst = signIn(stack, 'analyst');
  ok(await analyst.put(`/definitions/service/${ID}/draft`, definition(), '"0"'));
  const page = await (
    await browser.newContext({ baseURL: stack.origin, viewport: { width: 1400, height: 900 } })
  ).newPage();
  await openDesigner(page, `service/${ID}/json`);
  const times = { open: [] as number[], label: [] as number[], insert: [] as number[] };
  for (let n = 0; n < REPEATS; n += 1) {
    await page.locator('.d-tab[href$="/json"]').click();
    await page.locator('.d-code').waitFor();
    times.open.push(await painted(page, 'open', n));
    await page.locator('[data-field="/f3"]').click();
    await page.locator('#d-panel-label').waitFor();
    times.label.push(await painted(page, 'label', n));
    await page.waitForLoadState('networkidle');
    times.insert.push(await painted(page, 'insert', n));
    await page.waitForLoadState('networkidle');
  }
  console.log(`${FIELDS} fields on one page, medians of ${REPEATS}, ms:`);
  for (const [what, values] of Object.entries(times)) console.log(`  ${what.padEnd(8)} ${median(values)}`);
} finally {
  await browser.close();
  await stack.stop();
}
