import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../stack/browser.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { addField, openDesigner, saved, tab } from './drawing.ts';
import { heading, press } from './hands.ts';
import { type Flaw, openViewer } from './screens.ts';

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  stack = await startStack({ port: 4560 });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** The editor of an expression, once it has taken the place of the plain field. */
const expression = (page: Page, label: string): Locator =>
  page.getByLabel(label, { exact: true }).and(page.locator('.cm-content'));

/** Comes to an expression, as one scrolls to it: only then it is an editor. */
async function come(page: Page, label: string): Promise<void> {
  await page.locator('.d-feelfield', { hasText: label }).last().scrollIntoViewIfNeeded();
  await expression(page, label).click();
}

/** Writes an expression key by key, over what is there; offers are put away. */
async function write(page: Page, label: string, text: string): Promise<void> {
  await come(page, label);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
}

async function begin(page: Page, kind: string, title: string, id: string): Promise<void> {
  await page.goto('/design/new');
  await page.getByLabel('Що це').selectOption(kind);
  await page.getByLabel('Назва', { exact: true }).fill(title);
  await page.getByLabel('Ідентифікатор').fill(id);
  await press(page, 'Створити і креслити');
  await heading(page, title);
}

/** The check is done and finds no mistake; warnings do not stop anyone. */
async function right(page: Page): Promise<void> {
  await tab(page, /Проблеми/);
  await page.getByRole('heading', { name: 'Проблеми' }).waitFor();
  expect(await page.locator('.d-problem', { hasText: 'Помилка' }).allTextContents()).toEqual([]);
}

const entries = (page: Page) => page.locator('details.d-entry:not([open]) > summary');

test('an expression is completed while it is written, its mistakes are told at their place, its value is shown', async () => {
  const { page, look, flaws } = await openViewer(browser, stack);
  await openDesigner(page, 'service/residence-registration/form');
  await press(page, 'Короткий текст');
  await page.getByLabel('Обчислюється').check();
  await come(page, 'Вираз');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('form.per');
  await page.getByRole('option', { name: /^person/ }).waitFor();
  await look('design-feel-completing', true);
  // Enter takes the offer, Tab leaves the field
  await page.keyboard.press('Enter');
  expect(await expression(page, 'Вираз').textContent()).toBe('form.person');

  await write(page, 'Вираз', 'upper case(form.persn.surname)');
  const told = page.locator('.d-feelerror', { hasText: 'Знак 17:' });
  await told.waitFor();
  expect(await expression(page, 'Вираз').getAttribute('aria-invalid')).toBe('true');
  expect(await expression(page, 'Вираз').locator('.cm-lintRange').allTextContents()).toEqual(['persn']);
  await look('design-feel-mistake', true);
  await told.getByRole('button', { name: 'Виправити' }).click();
  await told.waitFor({ state: 'detached' });
  expect(await expression(page, 'Вираз').textContent()).toBe('upper case(form.person.surname)');
  await page.getByText(/^На зразку дає: "[А-ЯҐЄІЇ]+"$/).waitFor();

  await come(page, 'Вираз');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');

  // once an application is sent in a trial, its data take the place of the sample
  await tab(page, 'Спробувати');
  await press(page, 'Заповнити прикладом');
  const send = page.getByRole('button', { name: 'Подати заяву', exact: true });
  for (let n = 2; !(await send.isVisible()); n += 1) {
    await press(page, 'Далі');
    await page.getByText(new RegExp(`^Сторінка ${n} `)).waitFor();
  }
  await send.click();
  await page.getByText('Хто має діяти зараз').waitFor();
  await page.goBack();
  await page.getByText(/^У вашій пробі дає: "[А-ЯҐЄІЇ]+"$/).waitFor();
  await look('design-feel-tried', true);
  expect(flaws).toEqual([] satisfies Flaw[]);
});

test('a registry is drawn from blank: its record like a form, who reads and writes it', async () => {
  const { page, look, flaws } = await openViewer(browser, stack);
  await openDesigner(page);
  await begin(page, 'registry', 'Реєстр альтанок', 'gazebos');
  await look('design-registry', true);
  await tab(page, /^Запис$/);
  await addField(page, 'Сума грошей', 'Плата', 'Rent');
  await saved(page);
  await look('design-record', true);
  await tab(page, 'Хто читає і пише');
  await page.getByLabel('Реєстрація місця проживання').check();
  await page.getByLabel('Частина реєстру відкрита всім').check();
  await page.getByLabel('Плата').check();
  await write(page, 'Які записи', 'record.plata > 0');
  await saved(page);
  await look('design-access', true);
  await right(page);
  await page.reload();
  await tab(page, 'Хто читає і пише');
  await come(page, 'Які записи');
  expect(await expression(page, 'Які записи').textContent()).toBe('record.plata > 0');
  expect(flaws).toEqual([] satisfies Flaw[]);
});

test('a connector is drawn from blank: what is sent and answered, and what it answers in “Try it”', async () => {
  const { page, look, flaws } = await openViewer(browser, stack);
  await openDesigner(page);
  await begin(page, 'connector', 'Борги за альтанки', 'gazebo-debts');
  await look('design-connector', true);
  await tab(page, 'Обмін');
  const answered = page.getByRole('group', { name: 'Що відповідають' });
  await answered.getByLabel('Назва поля').fill('борг');
  await press(answered, 'Додати поле');
  await page.getByLabel('Що це: borh').selectOption({ label: 'ціле число' });
  await look('design-exchange', true);
  await tab(page, 'Заступник');
  await entries(page).first().click();
  await page.getByLabel('borh').fill('500');
  await press(page, 'Додати відповідь');
  await write(page, 'Якщо', 'input.number = "1"');
  await saved(page);
  await look('design-stand-in', true);
  await right(page);
  expect(flaws).toEqual([] satisfies Flaw[]);
});

test('an agency says on what days it is closed; undone, nothing of it is left', async () => {
  const { page, look, flaws } = await openViewer(browser, stack);
  await openDesigner(page, 'agency/kyiv-city/calendar');
  await heading(page, 'Київська міська державна адміністрація');
  await press(page, 'Додати період');
  await entries(page).first().click();
  await page.getByLabel('Перший день').fill('2027-05-03');
  await page.getByLabel('Останній день').fill('2027-05-04');
  await saved(page);
  await look('design-calendar', true);
  await tab(page, 'Підрозділи й ролі');
  await look('design-offices', true);
  while (await page.getByRole('button', { name: 'Скасувати' }).isEnabled()) await press(page, 'Скасувати');
  await tab(page, 'Календар');
  expect(await page.getByLabel('Перший день').count()).toBe(0);
  expect(flaws).toEqual([] satisfies Flaw[]);
});

test('who begins a case, and when, is set without JSON', async () => {
  const { page, look, flaws } = await openViewer(browser, stack);
  await openDesigner(page, 'service/residence-registration/about');
  await page
    .getByLabel('Хто починає справу з ініціативи органу')
    .selectOption({ label: 'Керівник органу реєстрації' });
  await page.getByLabel('Кого стосується справа').selectOption({ label: 'посадовець завжди називає' });
  await press(page, 'Починати за розкладом');
  await page.getByLabel('Для кожного запису реєстру').selectOption({ index: 1 });
  await page.getByLabel('О котрій (за Києвом)').fill('03:15');
  await page.getByText('оберіть іншу').waitFor();
  await page.getByLabel('О котрій (за Києвом)').fill('09:15');
  await page.getByLabel('Заповнити поле').selectOption({ index: 3 });
  await look('design-begins', true);
  await saved(page);
  const sent = page.waitForRequest((request) => request.method() === 'PUT');
  await page.getByLabel('Як часто').selectOption({ label: 'щороку' });
  expect(JSON.parse((await sent).postData() ?? '{}')).toMatchObject({
    startedBy: {
      applicant: true,
      officer: { role: 'head', applicant: 'required' },
      schedule: { cron: '15 9 1 1 *', forEach: { registry: 'residence' } },
    },
  });
  expect(flaws).toEqual([] satisfies Flaw[]);
});
