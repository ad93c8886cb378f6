import type { Locator, Page } from 'playwright-core';
import { heading, press, signInAs } from './hands.ts';

/** Opens a page of the designer, signed in as its analyst or another officer. */
export async function openDesigner(page: Page, path = '', surname = 'Гончар'): Promise<void> {
  await page.goto(`/design/${path}`);
  await page.getByRole('main').getByRole('button', { name: 'Увійти' }).click();
  await signInAs(page, surname);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Begins a service from blank, decided by the registrar. */
export async function begin(page: Page, id: string, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Нове визначення' }).click();
  await heading(page, 'Нове визначення');
  await page.getByLabel('Назва', { exact: true }).fill(title);
  await page.getByLabel('Ідентифікатор').fill(id);
  await page.getByLabel('Хто вирішує').selectOption({ label: 'Реєстратор' });
}

/** The label of the chosen field in the panel. */
export const label = (page: Page): Locator => page.getByRole('group', { name: 'Питання або назва поля' });

/** Gives the chosen field its words; leaving them gives it its name in the data. */
export async function name(page: Page, uk: string, en: string): Promise<void> {
  await label(page).getByLabel('українська').fill(uk);
  await label(page).getByLabel('English').fill(en);
  await page.getByRole('heading', { name: 'Властивості' }).click();
}

/** Adds a field from the palette, behind the chosen one. */
export async function addField(page: Page, kind: string, uk: string, en: string): Promise<void> {
  await press(page, kind);
  await name(page, uk, en);
}

/** The handle of a field on the sheet. */
export const field = (page: Page, title: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^Поле «${title}`) });

export const tab = (page: Page, title: string | RegExp) =>
  page.getByRole('navigation', { name: 'Що креслити' }).getByRole('link', { name: title }).click();

/** Waits until the server has what is drawn. */
export const saved = (page: Page) => page.locator('[data-saving=saved]').waitFor();

/** A state in the drawing of the flow, by its name in the definition. */
export const state = (page: Page, id: string): Locator => page.locator(`[data-state$="/${id}"]`);

/** Publishes what is drawn as its first version. */
export async function publishFirst(page: Page): Promise<void> {
  await press(page, 'Опублікувати версію 1');
  await page.getByText('Опубліковано версію 1', { exact: true }).waitFor();
}
