import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { until } from '../stack/until.ts';

/** A field by its label and what is entered; a date as [day, month, year]; `true` chooses a radio button or a box, `press` presses a button. */
export type Entry = readonly [
  label: string,
  value: string | true | readonly [day: string, month: string, year: string],
];

/** Enters values by the labels that people read, in order; `within` narrows where the labels are looked for. */
export async function enter(within: Page | Locator, entries: readonly Entry[]): Promise<void> {
  for (const [label, value] of entries) {
    if (typeof value === 'object') {
      const date = within.getByRole('group', { name: label });
      const parts = ['День', 'Місяць', 'Рік'];
      for (const [n, part] of parts.entries())
        await typed(date.getByLabel(part, { exact: true }), value[n] ?? '');
      continue;
    }
    if (value === 'press') {
      await press(within, label);
      continue;
    }
    if (value === true) {
      await within
        .getByLabel(label)
        .and(within.locator('input[type=radio], input[type=checkbox]'))
        .first()
        .check();
      continue;
    }
    const field = within
      .getByLabel(new RegExp(`^${label}( \\(необовʼязково\\))?$`))
      .and(within.locator('input, select, textarea'))
      .first();
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT')
      await field.selectOption({ label: value });
    else await typed(field, value);
  }
}

/** Types key by key, as people do: a form that answers each key may take one away. */
async function typed(field: Locator, text: string): Promise<void> {
  await field.fill('');
  await field.pressSequentially(text);
  expect(await field.inputValue()).toBe(text);
}

/** Presses a button by its words. */
export const press = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name, exact: true }).click();

/** Waits until the page's own heading says so. */
export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/** Signs in at the picker of test people, where the page asks for it. */
export async function signInAs(page: Page, surname: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${surname}`) }).click();
}

/** What comes of itself is seen by those who look again: reloads until it shows. */
export const shows = (page: Page, what: Locator) =>
  until(`something new on ${page.url()}`, async () => {
    await page.reload();
    return what.waitFor({ timeout: 2000 }).then(
      () => true,
      () => null,
    );
  });
