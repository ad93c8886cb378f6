import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../stack/browser.ts';
import { ROOT, type Stack, startStack } from '../stack/stack.ts';
import { enter, heading, press, shows, signInAs } from './hands.ts';
import { openViewer, type Viewer } from './screens.ts';

const SERVICES = ['stall-permit', 'stall-complaint'];
const folder = (service: string) => join(ROOT, 'service-definitions/services', service);
const gone = () => {
  for (const service of SERVICES) rmSync(folder(service), { recursive: true, force: true });
};
let stack: Stack;
let browser: Browser;
let olena: Viewer;
let officer: Viewer;
/** An application that was decided, by its number. */
let decided = '';

beforeAll(async () => {
  gone();
  for (const service of SERVICES) {
    mkdirSync(folder(service), { recursive: true });
    cpSync(join(ROOT, `test/fixtures/${service}.json`), join(folder(service), 'service.json'));
  }
  [stack, browser] = await Promise.all([startStack({ port: 4580 }), openBrowser()]);
  // released: nobody else who looks into the folder need see them
  gone();
  olena = await openViewer(browser, stack);
  officer = await openViewer(browser, stack);
  await officer.page.goto('/workspace/');
  await press(officer.page.getByRole('main'), 'Увійти');
  await signInAs(officer.page, 'Шевченко');
  await heading(officer.page, 'Мої задачі');
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  gone();
});

/** Sends what is on the page of answers; the reference that it got. */
async function send(page: Page): Promise<string> {
  await press(page, 'Далі');
  await heading(page, 'Перевірте відповіді');
  await press(page, 'Подати заяву');
  const reference = ((await page.locator('.k-panel__reference').textContent()) ?? '').trim();
  await page.getByRole('link', { name: 'Стежити за заявою' }).click();
  await page.getByRole('heading', { name: 'Перебіг заяви' }).waitFor();
  return reference;
}

async function apply({ page }: Viewer, lasts: string): Promise<string> {
  await page.goto('/services/stall-permit');
  await press(page, 'Почати заяву');
  if (
    await page
      .getByRole('button', { name: /^Коваленко Олена/ })
      .isVisible()
      .catch(() => false)
  )
    await signInAs(page, 'Коваленко Олена');
  await heading(page, 'Торгове місце');
  await enter(page, [
    ['Номер торгового місця', '117'],
    [lasts, true],
    ['Електронна пошта', 'olena@citizens.example'],
  ]);
  return send(page);
}

/** Opens the task of a case, claims it and decides. */
async function decide(
  { page, look }: Viewer,
  reference: string,
  action: string,
  name?: string,
  fill?: (page: Page) => Promise<void>,
): Promise<void> {
  await page.goto('/workspace/');
  const row = page.getByRole('listitem').filter({ hasText: reference });
  await shows(page, row.first());
  await row.getByRole('link').first().click();
  await press(page, 'Взяти задачу');
  await page.getByRole('radio', { name: action }).check();
  await fill?.(page);
  if (name) await look(`task-${name}`, true);
  await press(page, 'Надіслати рішення');
  await page.getByText('Дію записано в історію справи.').waitFor();
}
const refusal = async (page: Page) => {
  await page.getByRole('checkbox', { name: /Місце вже надано/ }).check();
  await page.getByRole('textbox', { name: /Пояснення/ }).fill('Місце 117 надано 12 травня.');
};
const reasoned = (page: Page) =>
  page.getByRole('textbox', { name: 'Причина' }).fill('Місце справді вільне, у рішенні помилка.');

const documentOf = async (page: Page, button: number) => {
  const [asked] = await Promise.all([
    page.waitForResponse(/\/documents\//),
    page
      .getByRole('button', { name: /^Завантажити/ })
      .nth(button)
      .click(),
  ]);
  return new URL(asked.url()).pathname.split('/').at(-1) ?? '';
};

test('a duplicate takes the place of the first document, which then verifies as revoked', async () => {
  const { page, look } = olena;
  const reference = await apply(olena, 'На рік');
  await decide(officer, reference, 'Надати дозвіл', 'permit');
  await shows(page, page.getByRole('button', { name: /^Завантажити/ }));
  await look('after-granted', true);
  const first = await documentOf(page, 0);
  const ask = page.getByRole('button', { name: /^Замовити дублікат/ });
  await ask.click();
  await look('duplicate-sure', true);
  await press(page, 'Так, замовити');
  await page.getByText('Дублікат замовлено').first().waitFor();
  await look('duplicate-asked', true);
  await shows(page, page.getByText('Замінено дублікатом'));
  await page.getByRole('listitem').filter({ hasText: 'Дублікат' }).first().waitFor();
  await page.getByText(/Поновити його можна буде з/).waitFor();
  await look('duplicate-issued', true);
  const application = page.url();
  await page.goto(`/verify/${first}`);
  await page.getByText('Документ скасовано').waitFor();
  await look('duplicate-verify', true);

  await officer.page.goto('/workspace/');
  await officer.page.getByRole('search').getByRole('textbox').fill(reference);
  await press(officer.page, 'Знайти');
  await officer.page.getByRole('heading', { name: 'Видані документи' }).waitFor();
  await officer.page.locator('summary', { hasText: 'Скасувати рішення' }).click();
  await press(officer.page, 'Скасувати рішення');
  await officer.page.getByRole('alert').waitFor();
  await officer.look('officer-after-errors', true);
  await officer.page.getByRole('checkbox', { name: /Місце вже надано/ }).check();
  await reasoned(officer.page);
  await press(officer.page, 'Скасувати рішення');
  await officer.look('revoke-sure', true);
  await press(officer.page.getByRole('dialog'), 'Скасувати рішення');
  await officer.page.getByText('Дію записано в історію справи.').waitFor();
  await officer.look('officer-revoked', true);
  await page.goto(application);
  await shows(page, page.getByText(/Рішення скасовано .* не дійсні/));
  await page.getByText(/Місце вже надано іншому; Місце справді вільне/).waitFor();
  await look('revoked', true);
  await page.goto('/status');
  await page.getByLabel('Номер заяви').fill(reference);
  await press(page, 'Показати статус');
  await page.getByText('Рішення скасовано').waitFor();
});

test('a refusal is appealed: the complaint knows its decision, an officer decides on it, the case shows how it ended', async () => {
  const { page, look } = olena;
  const reference = await apply(olena, 'На рік');
  const application = page.url();
  await decide(officer, reference, 'Відмовити', 'refuse', refusal);
  const appeal = page.getByRole('button', { name: 'Оскаржити рішення' });
  await shows(page, appeal);
  const why = page.locator('dl').filter({ hasText: 'Підстава' });
  for (const said of ['Місце вже надано іншому', 'Правила торгівлі', 'Оберіть вільне місце', '12 травня'])
    await why.getByText(said).waitFor();
  await look('refused', true);
  await press(page, 'Eng');
  await page.getByRole('heading', { name: 'Why it was decided so' }).waitFor();
  await look('refused-english', true);
  await press(page, 'Укр');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button').count()).toBe(0);
  await look('refused-print');
  await page.emulateMedia({ media: null });
  await appeal.click();
  await heading(page, 'Про що скарга');
  await look('complaint', true);
  await press(page, 'Далі');
  await page.getByRole('alert').getByRole('link').first().waitFor();
  await look('complaint-errors', true);
  await enter(page, [['Чому ви не згодні з рішенням', 'Місце 117 вільне: договір скінчився торік.']]);
  const complaint = await send(page);
  await page.getByText(`Скарга на рішення за заявою ${reference}`).waitFor();
  await look('complaint-sent', true);
  await page.goto(application);
  await shows(page, page.getByRole('link', { name: /^Скарга/ }));
  await look('appealed', true);

  await decide(officer, complaint, 'Задовольнити скаргу', 'complaint', reasoned);
  await officer.look('complaint-decided', true);
  await shows(page, page.getByRole('listitem').filter({ hasText: /Скарга.*Задоволено/s }));
  await page.getByText(`Скарга ${complaint}: задоволено; доки рішення не переглянуто`).waitFor();
  await look('upheld', true);
  await officer.page.goto('/workspace/');
  await officer.page.getByRole('search').getByRole('textbox').fill(reference);
  await press(officer.page, 'Знайти');
  await officer.page.getByRole('heading', { name: 'Повʼязані справи' }).waitFor();
  await officer.page
    .getByText(/Заявник/)
    .first()
    .waitFor();
  await officer.look('case-appealed', true);
});

test('a permit that ends soon is renewed from a draft that is filled in', async () => {
  const { page, look } = olena;
  const reference = await apply(olena, 'На місяць');
  decided = reference;
  const application = page.url();
  await decide(officer, reference, 'Надати дозвіл');
  const renew = page.getByRole('button', { name: /^Поновити/ });
  await shows(page, renew);
  await look('renewable', true);
  await press(page, 'Eng');
  await page.getByRole('heading', { name: 'History' }).waitFor();
  await look('renewable-english', true);
  await press(page, 'Укр');
  await renew.click();
  await heading(page, 'Торгове місце');
  expect(await page.getByLabel('Номер торгового місця').inputValue()).toBe('117');
  await look('renewal', true);
  const renewal = await send(page);
  await page.getByText(`Поновлення за заявою ${reference}`).waitFor();
  await page.goto(application);
  await shows(page, page.getByRole('link', { name: /^Заява на поновлення/ }));
  await look('renewed', true);
  await page.goto('/applications');
  await heading(page, 'Мої заяви');
  await look('mine', true);
  await officer.page.goto('/workspace/');
  await press(officer.page, 'Eng');
  await officer.page.getByRole('search').getByRole('textbox').fill(renewal);
  await press(officer.page, 'Find');
  await officer.page.getByRole('heading', { name: 'Issued documents' }).waitFor();
  await officer.look('renewal-officer-english', true);
});

test('whoever knows the number sees how it stands, and is told what is wrong with a number', async () => {
  const { page, look } = olena;
  await page.goto('/status');
  await heading(page, 'Статус заяви');
  await page.getByLabel('Номер заяви').fill('4821-0937-5517');
  await press(page, 'Показати статус');
  await page.getByRole('alert').getByRole('link').first().waitFor();
  await expect.poll(() => page.title()).toMatch(/^Помилка: /);
  await look('status-wrong', true);
  await page.getByLabel('Номер заяви').fill(decided);
  await press(page, 'Показати статус');
  const found = page.getByRole('heading', { level: 2, name: 'Дозвіл на торгове місце' });
  await found.waitFor();
  const focused = () => found.evaluate((element) => element === document.activeElement);
  await expect.poll(focused).toBe(true);
  await expect.poll(() => page.title()).not.toMatch(/^Помилка/);
  await look('status', true);
});

test('an officer begins a case of their own motion; whom it concerns sees it among their own', async () => {
  const { page, look } = officer;
  await page.goto('/workspace/motions');
  await heading(page, 'Begin a case');
  await look('motions', true);
  await page.getByRole('link', { name: 'Permit for a market stall' }).click();
  await heading(page, 'Whom the case concerns');
  await press(page, 'Continue');
  await page.getByRole('alert').getByRole('link').first().waitFor();
  await look('motion-whom-errors', true);
  for (const [label, value] of [
    [/^Surname/, 'Коваленко'],
    [/^Name/, 'Олена'],
    [/^RNOKPP/, '3347312325'],
  ] as const)
    await page.getByLabel(label).fill(value);
  await press(page, 'Continue');
  await heading(page, 'Your stall');
  await page.getByLabel(/^Full name/).fill('Коваленко Олена');
  await page.getByLabel(/^Number of the stall/).fill('118');
  await page.getByLabel('For a month').check();
  await page.getByLabel(/^Email/).fill('olena@citizens.example');
  await press(page, 'Continue');
  await heading(page, 'Check');
  await look('motion-check', true);
  await press(page, 'Begin the case');
  await heading(page, 'The case has begun');
  await look('motion-begun', true);
  const reference = ((await page.locator('.k-panel__reference').textContent()) ?? '').trim();

  await olena.page.goto('/applications');
  await shows(olena.page, olena.page.getByText(reference));
  await olena.look('mine-begun-by-officer', true);
});

test('nothing on the screens is wrong', () => {
  expect([olena, officer].flatMap(({ flaws }) => flaws)).toEqual([]);
});
