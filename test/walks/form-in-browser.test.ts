import { build } from 'esbuild';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftNames } from '#core/case/names.ts';
import { bundle } from '#core/definition/index.ts';
import { enteredIn, shipped } from '#core/definition/shipped.testing.ts';
import { spoiled, spoiling } from '#core/form/spoiled.testing.ts';
import type { Entered, FormDefinition, Names } from '#core/form/types.ts';
import * as form from '#core/form/whole.ts';
import { openBrowser } from '../stack/browser.ts';
import { ROOT } from '../stack/stack.ts';

/** Submissions of each service; whatever a citizen's browser lets pass, the function that receives it must, and the other way round. */
const RUNS = 500;
const NOW = '2026-11-26T10:00:00Z';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  // as the citizen's bundle has it: minified, for the same browsers
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['core/form/whole.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'form',
    target: 'es2022',
  });
  browser = await openBrowser();
  page = await (await browser.newContext({ timezoneId: 'America/Lima', locale: 'fr-FR' })).newPage();
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
});
afterAll(() => browser?.close());

type Core = Pick<typeof form, 'complete' | 'validate' | 'resolve'>;

/** All that the core says of a submission: what is really sent, what is wrong, which pages and files show, what no longer does. */
function said(core: Core, definition: FormDefinition, data: Entered, names: Names): string {
  const whole = core.complete(definition, data, names);
  return JSON.stringify([
    whole,
    core.validate(definition, data, names),
    core.resolve(definition, whole, names),
  ]);
}

describe('a submission is judged in a browser as in a function', () => {
  for (const id of Object.keys(shipped.services)) {
    const entered = enteredIn(id);
    it.skipIf(entered.length === 0)(`${id}: ${RUNS} of them, in a browser of another country`, async () => {
      const service = { bundle: bundle(shipped, id, 1), hash: '', live: shipped };
      const definition = service.bundle.form as unknown as FormDefinition;
      const identity = { person: 'p', surname: 'Коваль', name: 'Олена', birthDate: '1990-05-17' };
      const told = { identity, applicant: identity, lookups: {}, language: 'uk', channel: 'portal' };
      const names = draftNames(service, told, NOW) as Names;
      const given = fc.sample(
        fc.tuple(fc.constantFrom(...entered), fc.array(spoiling, { maxLength: 4 })),
        RUNS,
      );
      const all = given.map(([one, changes]) => JSON.parse(JSON.stringify(spoiled(one, changes))) as Entered);
      const there = await page.evaluate(
        ([source, [one, many, known]]) => {
          const core = (globalThis as unknown as { form: Core }).form;
          // the very function of the test, handed over as its text
          const judge = new Function(`return ${source}`)() as typeof said;
          return many.map((data) => judge(core, one, data, known));
        },
        [said.toString(), [definition, all, names]] as [string, [FormDefinition, Entered[], Names]],
      );
      const here = all.map((data) => said(form, definition, data, names));
      for (const [n, data] of all.entries()) expect(there[n], JSON.stringify(data)).toBe(here[n]);
      const right = here.filter((text) => JSON.stringify((JSON.parse(text) as unknown[])[1]) === '[]').length;
      console.log(`${id}: ${RUNS} submissions, ${right} of them right, judged alike by browser and function`);
      expect(right).toBeGreaterThan(0);
      expect(right).toBeLessThan(RUNS);
    });
  }
});
