import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplicationView, DraftView, Listed, ServiceCard, Submitted } from '#core/api/types.ts';
import { openBrowser } from '../stack/browser.ts';
import { ok, type Person, signIn } from '../stack/person.ts';
import { ROOT, type Stack, startStack } from '../stack/stack.ts';
import { until } from '../stack/until.ts';
import { addField, begin, field, name, openDesigner, publishFirst, saved, state, tab } from './drawing.ts';
import { heading, press } from './hands.ts';
import { decideIn } from './residence.ts';
import { openViewer } from './screens.ts';

const WHOLE = 'drawn-whole';
const BY_KEYS = 'drawn-by-keys';
const folders = [WHOLE, BY_KEYS].map((id) => join(ROOT, 'service-definitions/services', id));
const clean = () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
};
let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  clean();
  stack = await startStack({ port: 4540 });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  clean();
});

const live = (id: string) =>
  until(`${id} in the catalogue`, async () => {
    const list = (await (await fetch(`${stack.origin}/api/services`)).json()) as Listed<ServiceCard>;
    return list.items.some((one) => one.id === id) ? true : null;
  });

/** Two pages, a file, a repeating group with a condition inside, a computed value. */
async function drawForm(page: Page): Promise<void> {
  await addField(page, 'Сума грошей', 'Дохід родини за рік', 'Income of the household a year');
  await addField(page, 'Файл', 'Довідка про доходи', 'Certificate of income');
  // this walk is about drawing; attaching files is walked elsewhere
  await page.getByLabel('Обовʼязкове').uncheck();
  await page.getByRole('group', { name: 'Файли' }).getByLabel('Не менше').fill('');
  await field(page, 'Про що ви просите').click();
  await press(page, 'Прибрати поле');
  await press(page, 'Додати сторінку');
  await addField(page, 'Список записів', 'Члени родини', 'Members of the household');
  await field(page, 'Назва').click();
  await name(page, 'Імʼя', 'Name');
  await addField(page, 'Так чи ні', 'Чи навчається', 'Is a student');
  await addField(page, 'Короткий текст', 'Де навчається', 'Where they study');
  await page.getByLabel('Лише коли…').check();
  await page.getByLabel('Поле', { exact: true }).selectOption({ label: 'Чи навчається' });
  await field(page, 'Члени родини').click();
  await addField(page, 'Число', 'Скільки членів родини', 'How many members');
  await page.getByLabel('Обчислюється').check();
  await page.getByLabel('Вираз', { exact: true }).fill('count(form.chlenyRodyny)');
}

/** Another role, a message, a document; return for correction, two approvals side by side, a term with its escalation. */
async function drawCourse(page: Page): Promise<void> {
  await tab(page, 'Учасники й ролі');
  await page.getByLabel('Роль органу').selectOption({ label: 'Керівник органу реєстрації' });
  await press(page, 'Додати роль');
  await tab(page, 'Документи й повідомлення');
  await page.getByLabel('Нове повідомлення').fill('Вас просять виправити заяву');
  await press(page, 'Додати повідомлення');
  await page.getByLabel('Новий документ').fill('Рішення про допомогу');
  await press(page, 'Додати документ');
  await tab(page, 'Перебіг');
  await state(page, 'review').click();
  await press(page, 'Повернення на виправлення');
  await page
    .getByRole('group', { name: 'Кого сповістити на вході' })
    .getByLabel('Вас просять виправити заяву')
    .check();
  await state(page, 'review').click();
  await press(page, 'Двоє мають погодити');
  await press(page, 'Видати документ');
  await state(page, 'review').click();
  await page.getByLabel('Строк', { exact: true }).fill('3');
  await page
    .getByLabel('Хто діє', { exact: true })
    .last()
    .selectOption({ label: 'Керівник органу реєстрації' });
}

/** The citizen applies, corrects what is marked, two officers approve, the document is there. */
async function use(olena: Person): Promise<ApplicationView> {
  const at = `/services/${WHOLE}/applications`;
  const opened = await olena.command<DraftView>(at, { language: 'uk' });
  const draft = ok(opened);
  const members = [
    { name: 'Софія', chyNavchaietsia: true, deNavchaietsia: 'Школа' },
    { name: 'Петро', chyNavchaietsia: false },
  ];
  const form = { dokhidRodynyZaRik: 12000000, chlenyRodyny: members };
  ok(await olena.put(`${at}/${draft.id}`, { form, language: 'uk' }, opened.headers.get('etag') ?? ''));
  const { id } = ok(await olena.command<Submitted>(`${at}/${draft.id}/submit`));
  const registrar = signIn(stack, 'registrar');
  await decideIn(WHOLE, registrar, id, 'review', 'return', {
    reason: 'Перевірте дохід.',
    marks: [{ pointer: '/dokhidRodynyZaRik', say: 'За який рік?' }],
  });
  const asked = await until('the correction', async () => {
    const view = ok(await olena.get<ApplicationView>(`${at}/${id}`));
    return view.waiting?.actions.some((one) => one.id === 'resubmit') ? view : null;
  });
  ok(
    await olena.command(`${at}/${id}/actions/resubmit`, {
      ...(asked.waiting ? { path: asked.waiting.path } : {}),
      changes: { '/dokhidRodynyZaRik': 13000000 },
    }),
  );
  await decideIn(WHOLE, registrar, id, 'review', 'approve');
  await decideIn(WHOLE, signIn(stack, 'head'), id, 'firstApproval', 'approve');
  await decideIn(WHOLE, registrar, id, 'secondApproval', 'approve');
  return until('the outcome', async () => {
    const view = ok(await olena.get<ApplicationView>(`${at}/${id}`));
    return view.outcome ? view : null;
  });
}

test('with no JSON typed: pages, a repeating group, a condition, a computed value, a file, return, two approvals, a document, a message', async () => {
  const { page, look, flaws } = await openViewer(browser, stack);
  await openDesigner(page);
  await begin(page, WHOLE, 'Допомога родині');
  await press(page, 'Створити і креслити');
  await heading(page, 'Допомога родині');
  await drawForm(page);
  await look('design-whole-form', true);
  await drawCourse(page);
  await look('design-whole-flow', true);
  await saved(page);
  await tab(page, /Проблеми/);
  await page.getByText('Помилок немає').waitFor();
  await page.getByText('Ніхто не вирішує власної справи').waitFor();
  await look('design-whole-problems', true);
  await tab(page, 'Опублікувати');
  await publishFirst(page);
  await live(WHOLE);

  const ended = await use(signIn(stack, 'olena'));
  expect(ended.outcome?.kind).toBe('granted');
  expect(ended.documents).toHaveLength(1);
  expect(flaws).toEqual([]);
});

/** What the focused control is called, as it is read. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
    const said =
      element?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element?.textContent ?? '';
    return said.trim();
  });

/** Goes from control to control by the Tab key until one of this name has the focus. */
async function reach(page: Page, wanted: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let n = 0; n < 300; n += 1) {
    const now = await focused(page);
    if (typeof wanted === 'string' ? now === wanted : wanted.test(now)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no key leads to ${wanted}`);
}

async function pressAt(page: Page, wanted: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await reach(page, wanted, key);
  await page.keyboard.press('Enter');
}

test('by the keyboard alone: from blank to a published service', async () => {
  const { page, flaws } = await openViewer(browser, stack);
  await openDesigner(page);
  await pressAt(page, 'Нове визначення');
  await heading(page, 'Нове визначення');
  await reach(page, 'Назва');
  await page.keyboard.type('Довідка про тварину');
  await reach(page, 'Ідентифікатор');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(BY_KEYS);
  await pressAt(page, 'Створити і креслити');
  await heading(page, 'Довідка про тварину');

  // a new field is named at once: its label has the focus
  await pressAt(page, /Короткий текст$/);
  await until('the label has the focus', async () => ((await focused(page)) === 'українська' ? true : null));
  await page.keyboard.type('Кличка');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Name');
  await reach(page, /^Поле «Кличка»/, 'Shift+Tab');
  await page.keyboard.press('Alt+ArrowUp');
  await until('the field is first', async () =>
    (await page.locator('[data-field]').first().getAttribute('data-field')) === '/klychka' ? true : null,
  );
  await reach(page, /^Поле «Кличка»/);
  await page.keyboard.press('ArrowDown');
  await reach(page, /^Поле «Про що ви просите/);
  await page.keyboard.press('Delete');
  await until('one field is left', async () =>
    (await page.locator('[data-field]').count()) === 1 ? true : null,
  );

  await pressAt(page, 'Перебіг', 'Shift+Tab');
  await pressAt(page, 'Ще одне погодження');
  await saved(page);
  await pressAt(page, 'Опублікувати', 'Shift+Tab');
  await page.getByRole('button', { name: 'Опублікувати версію 1', disabled: false }).waitFor();
  await pressAt(page, 'Опублікувати версію 1');
  await page.getByText('Опубліковано версію 1', { exact: true }).waitFor();
  await live(BY_KEYS);
  expect(flaws).toEqual([]);
});

test('a plain JSON Schema becomes the form of a new service, with a report', async () => {
  const { page, flaws } = await openViewer(browser, stack);
  await openDesigner(page);
  await page.getByRole('link', { name: 'Нове визначення' }).click();
  await heading(page, 'Нове визначення');
  await page.getByLabel('З файлу').check();
  const schema = {
    $schema: 'http://json-schema.org/draft-04/schema#',
    definitions: { day: { type: 'string', format: 'date' } },
    properties: { fullName: { type: 'string', title: 'Імʼя' }, bornOn: { $ref: '#/definitions/day' } },
    required: ['fullName'],
  };
  await page.locator('input[type=file]').setInputFiles({
    name: 'schema.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(schema)),
  });
  await page.getByText('2 поля на 1 сторінці.').waitFor();
  await page.getByText('Наближено: є, але не зовсім те саме: 1').click();
  await page.getByText('Назви не мало: стоїть імʼя, назвіть людською мовою').waitFor();
  await page.getByLabel('Назва', { exact: true }).fill('Зі схеми');
  await page.getByLabel('Ідентифікатор').fill('drawn-from-schema');
  await press(page, 'Створити і креслити');
  await heading(page, 'Зі схеми');
  await field(page, 'Імʼя').waitFor();
  await field(page, 'Born on').waitFor();
  await tab(page, 'Проблеми');
  await page.getByText('Помилок немає').first().waitFor();
  expect(flaws).toEqual([]);
});
