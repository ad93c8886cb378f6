import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplicationView, DraftView, Listed, ServiceCard, Submitted } from '#core/api/types.ts';
import { openBrowser } from '../stack/browser.ts';
import { ok, signIn } from '../stack/person.ts';
import { ROOT, type Stack, startStack } from '../stack/stack.ts';
import { until } from '../stack/until.ts';
import { addField, begin, field, openDesigner, publishFirst, saved, state, tab } from './drawing.ts';
import { heading, press } from './hands.ts';
import { decideIn } from './residence.ts';
import { type Flaw, openViewer, type Viewer } from './screens.ts';
import { letTwoPublish, publishByTwo } from './two-publish.ts';

const SERVICE = 'drawn-in-five-minutes';
const folder = join(ROOT, 'service-definitions/services', SERVICE);
let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  stack = await startStack({ port: 4540 });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function draw({ page, look }: Viewer): Promise<void> {
  await openDesigner(page);
  await heading(page, 'Послуги та все, на що вони спираються');
  await look('design-home', true);
  await begin(page, SERVICE, 'Дозвіл на собаку');
  await look('design-new', true);
  await press(page, 'Створити і креслити');
  await heading(page, 'Дозвіл на собаку');

  // the form: three fields in place of the one that is there, one of them under a condition
  await addField(page, 'Короткий текст', 'Кличка собаки', 'Name of the dog');
  await addField(page, 'Так чи ні', 'Чи щеплено собаку', 'Is the dog vaccinated');
  await addField(page, 'Дата', 'Коли щеплено', 'When it was vaccinated');
  await page.getByLabel('Лише коли…').check();
  await page.getByLabel('Поле', { exact: true }).selectOption({ label: 'Чи щеплено собаку' });
  await page.getByLabel('значення').selectOption({ label: 'Так' });
  await field(page, 'Про що ви просите').click();
  await press(page, 'Прибрати поле');
  await saved(page);
  await look('design-form', true);
}

async function approve({ page, look }: Viewer): Promise<void> {
  await tab(page, 'Перебіг');
  await page.getByRole('button', { name: 'Ще одне погодження' }).click();
  await page
    .getByRole('button', { name: /Погодження/ })
    .first()
    .waitFor();
  await look('design-flow', true);
  // from a state of the drawing to its properties and back, by keys
  await state(page, 'review').focus();
  await page.keyboard.press('Enter');
  await page.locator('#d-state-title:focus').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-state$="/review"]:focus').waitFor();
  await tab(page, /Проблеми/);
  await page.getByText('Помилок немає').waitFor();
  await look('design-problems', true);
}

async function tryIt({ page, look }: Viewer): Promise<void> {
  await tab(page, 'Спробувати');
  await press(page, 'Заповнити прикладом');
  await look('design-try', true);
  await press(page, 'Подати заяву');
  await page.getByText('Хто має діяти зараз').waitFor();
  await press(page, 'Погодити');
  await page.getByRole('heading', { name: 'Погодження' }).waitFor();
  await look('design-try-officer', true);
  await press(page, 'Погодити');
  await page.getByText('Справу завершено: Задоволено').waitFor();
  // the run is kept, played again, renamed
  await page.getByLabel('Назва прикладу').fill('Собаку зареєстровано');
  await press(page, 'Зберегти прогін як приклад');
  await press(page, 'Програти: Собаку зареєстровано');
  await page.getByText('Виходить, як очікували').waitFor();
  await look('design-try-kept', true);
}

async function publish({ page, look }: Viewer): Promise<void> {
  await tab(page, 'Опублікувати');
  await page.getByText('Це буде перша версія').waitFor();
  await page.getByText('Виходить, як очікували').waitFor();
  await look('design-publish', true);
  await publishFirst(page);
}

test('an analyst draws a service from blank, tries it and publishes it; a citizen and officers use it', async () => {
  const analyst = await openViewer(browser, stack);
  const begun = performance.now();
  await draw(analyst);
  await approve(analyst);
  await tryIt(analyst);
  await publish(analyst);
  const published = performance.now();
  await until('the drawn service in the catalogue', async () => {
    const list = (await (await fetch(`${stack.origin}/api/services`)).json()) as Listed<ServiceCard>;
    return list.items.some(({ id }) => id === SERVICE) ? true : null;
  });
  console.log(
    `drawn in ${Math.round((published - begun) / 1000)} s, live ${Math.round(performance.now() - published)} ms later`,
  );
  await analyst.page.getByText('Версія 1 працює').waitFor();
  const [example] = readdirSync(join(folder, 'scenarios'));
  expect(JSON.parse(readFileSync(join(folder, 'scenarios', example ?? ''), 'utf8'))).toMatchObject({
    title: { uk: 'Собаку зареєстровано' },
    expect: { outcome: 'granted' },
  });
  await analyst.look('design-published', true);

  const olena = signIn(stack, 'olena');
  const at = `/services/${SERVICE}/applications`;
  const opened = await olena.command<DraftView>(at, { language: 'uk' });
  const draft = ok(opened);
  const form = { klychkaSobaky: 'Рекс', chyShcheplenoSobaku: true, kolyShchepleno: '2026-01-15' };
  ok(await olena.put(`${at}/${draft.id}`, { form, language: 'uk' }, opened.headers.get('etag') ?? ''));
  const { id } = ok(await olena.command<Submitted>(`${at}/${draft.id}/submit`));
  const registrar = signIn(stack, 'registrar');
  await decideIn(SERVICE, registrar, id, 'review', 'approve');
  await decideIn(SERVICE, registrar, id, 'approval', 'approve');
  const ended = await until('the outcome', async () => {
    const view = ok(await olena.get<ApplicationView>(`${at}/${id}`));
    return view.outcome ? view : null;
  });
  expect(ended.outcome?.kind).toBe('granted');
  expect(analyst.flaws).toEqual([] satisfies Flaw[]);
});

test('where two publish, one proposes and another confirms or gives back, each seeing what would change', async () => {
  const end = await letTwoPublish(stack);
  const flaws = await publishByTwo(browser, stack, {
    service: SERVICE,
    title: 'Дозвіл на собаку',
    version: 2,
  });
  await end();
  expect(flaws).toEqual([] satisfies Flaw[]);
});

test('what is drawn is undone step by step, survives a reload, and two analysts lose nothing', async () => {
  const first = await openViewer(browser, stack);
  const { page } = first;
  await openDesigner(page, `service/${SERVICE}/form`);
  await heading(page, 'Дозвіл на собаку');
  const second = await page.context().newPage();
  await second.goto(`/design/service/${SERVICE}/about`);
  await heading(second, 'Дозвіл на собаку');

  await page.bringToFront(); // a page behind another one is drawn once a second
  const phone = (on: Page) => field(on, 'Телефон');
  await addField(page, 'Телефон', 'Телефон власника', 'Telephone of the owner');
  await until('the field is undone', async () => {
    if ((await phone(page).count()) === 0) return true;
    await press(page, 'Скасувати');
    return null;
  });
  await until('the field is redone', async () => {
    if ((await field(page, 'Телефон власника').count()) > 0) return true;
    await press(page, 'Повернути');
    return null;
  });
  await saved(page);

  // the other page does not know of it yet, and changes something else
  await second.bringToFront();
  await second.getByRole('group', { name: 'Назва' }).getByLabel('українська').fill('Дозвіл на пса');
  await saved(second);
  await second.reload();
  await heading(second, 'Дозвіл на пса');
  await tab(second, 'Форма');
  await phone(second).waitFor();
  await page.bringToFront();
  await page.reload();
  await heading(page, 'Дозвіл на пса');
  await phone(page).waitFor();
  expect(first.flaws).toEqual([] satisfies Flaw[]);
});
