import type { Browser, Page } from 'playwright-core';
import type { Stack } from '../stack/stack.ts';
import { attach } from './attach.ts';
import { type Entry, enter, heading, press, shows, signInAs } from './hands.ts';
import { pressByKey, reachByKey } from './keyboard.ts';
import { findNothing, lookRoundWorkspace, readInEnglish } from './round.ts';
import { type Flaw, openViewer, type Viewer } from './screens.ts';

const SERVICE = 'Реєстрація місця проживання';

/** Pages of the form in order: its heading, its name among screenshots, what is entered by which label. */
const PAGES: readonly (readonly [title: string, name: string, entries: readonly Entry[]])[] = [
  ['Для кого заява?', 'for', [['Для себе', true]]],
  [
    'Про вас',
    'person',
    [
      ['Паспорт у формі ID-картки', true],
      ['Номер документа', '004512378'],
      ['Коли видано', ['14', '5', '2021']],
      ['Ким видано', '8034'],
    ],
  ],
  [
    'Діти',
    'children',
    [
      ['Додати', 'press'],
      ['Прибрати: Запис 1', 'press'],
    ],
  ],
  [
    'Попереднє місце проживання',
    'previous',
    [
      ['За адресою в Україні', true],
      ['Область або місто', 'Львівська'],
      ['Район', 'Львівський'],
      ['Громада', 'Львівська'],
      ['Населений пункт', 'Львів'],
      ['Район міста', 'Галицький'],
      ['Вулиця', 'вулиця Зелена'],
      ['Будинок', '12'],
      ['Квартира', '4'],
    ],
  ],
  [
    'Нова адреса',
    'address',
    [
      ['Область або місто', 'Київ'],
      ['Район міста', 'Голосіївський'],
      ['Вулиця', 'вулиця Антоновича'],
      ['Будинок', '36-А'],
      ['Квартира', '17'],
      ['Поштовий індекс', '03150'],
      ['Реєстраційний номер обʼєкта', '2534187480000'],
      ['Квартира', true],
    ],
  ],
  [
    'Підстава і власники',
    'owners',
    [
      ['Я один зі співвласників', true],
      ['Додати', 'press'],
      ['Прізвище, імʼя, по батькові', 'Бондаренко Петро Михайлович'],
      ['РНОКПП', '3121212314'],
      ['Частка у власності', '1/2'],
      ['Електронна пошта', 'petro@citizens.example'],
    ],
  ],
  ['Документи', 'files', []],
  [
    'Збір і підтвердження',
    'declarations',
    [
      ['Подані відомості правдиві', true],
      ['Прошу зняти попередню реєстрацію', true],
    ],
  ],
];

/** The contested case, by hand: every step at a screen. Gives where the certificate was saved and what was wrong on the screens. */
export async function walkInBrowser(
  browser: Browser,
  stack: Pick<Stack, 'origin'>,
): Promise<{ certificate: string; flaws: Flaw[] }> {
  const olena = await openViewer(browser, stack);
  const reference = await apply(olena);
  await readInEnglish(olena);

  const petro = await openViewer(browser, stack);
  await consent(petro);

  const registrar = await openOfficer(browser, stack, 'Шевченко');
  await lookRoundWorkspace(registrar);
  await decide(registrar, reference, 'Розгляд заяви', 'Повернути на виправлення', 'return', async (page) => {
    await page.getByRole('textbox', { name: 'Причина' }).fill('Уточніть номер квартири.');
    await page.locator('summary', { hasText: 'Попереднє місце проживання' }).click();
    const flat = page.getByRole('checkbox', { name: /Квартира/ }).first();
    await flat.check();
    await page.getByLabel(/Що не так: .*Квартира/).fill('Якої квартири?');
  });

  await correct(olena);
  await decide(registrar, reference, 'Розгляд заяви', 'Спірна справа', 'contest', (page) =>
    page.getByRole('textbox', { name: 'Причина' }).fill('Є судове рішення щодо житла.'),
  );

  const head = await openOfficer(browser, stack, 'Ткаченко');
  await decide(head, reference, 'Погодження керівника', 'Погодити реєстрацію', 'head');
  const lawyer = await openOfficer(browser, stack, 'Кравчук');
  await decide(lawyer, reference, 'Погодження юриста', 'Погодити реєстрацію', 'lawyer', (page) =>
    page.getByLabel('Правовий висновок').fill('Рішення суду не заважає.'),
  );

  const { certificate, document } = await receive(olena);
  const newcomer = await openViewer(browser, stack);
  await findNothing(newcomer);
  const anyone = await openViewer(browser, stack);
  await anyone.page.goto(`/verify/${document}`);
  await anyone.page.getByText('Документ справжній і чинний').waitFor();
  await anyone.page.locator('input[type=file]').setInputFiles(certificate);
  await anyone.page.getByText('Файл збігається з виданим документом').waitFor();
  await anyone.page.getByText('Київ, Голосіївський').waitFor();
  await anyone.look('verify', true);
  await press(anyone.page, 'Eng');
  await anyone.page.getByText('The document is genuine and in force').waitFor();
  await anyone.look('verify-english', true);

  const everyone = [olena, petro, registrar, head, lawyer, newcomer, anyone];
  return { certificate, flaws: everyone.flatMap(({ flaws }) => flaws) };
}

async function apply({ page, look }: Viewer): Promise<string> {
  await page.goto('/somewhere');
  await heading(page, 'Сторінку не знайдено');
  await look('not-found', true);
  await page.goto('/');
  await page.getByRole('link', { name: SERVICE }).waitFor();
  await look('catalogue', true);
  await page.getByRole('link', { name: SERVICE }).click();
  await heading(page, SERVICE);
  await look('service', true);
  await press(page, 'Почати заяву');
  await heading(page, 'Хто ви?');
  await look('who', true);
  await signInAs(page, 'Коваленко Олена');
  for (const [title, name, entries] of PAGES) {
    await heading(page, title);
    if (name === 'person') await refuseEmpty(page, look);
    await enter(page, entries);
    if (name === 'files') await attach(page, look);
    await look(name, true);
    await press(page, 'Далі');
  }
  await heading(page, 'Перевірте відповіді');
  await page.getByText('Львів, Галицький').waitFor();
  await look('check', true);
  await press(page, 'Подати заяву');
  const shown = page.locator('.k-panel__reference');
  const reference = (await shown.textContent()) ?? '';
  await look('sent', true);
  await page.getByRole('link', { name: 'Стежити за заявою' }).click();
  await page.getByRole('heading', { name: 'Перебіг заяви' }).waitFor();
  await look('application', true);
  return reference.trim();
}

/** A page sent on with nothing entered is stopped: the summary says what is missing and leads there. */
async function refuseEmpty(page: Page, look: Viewer['look']): Promise<void> {
  await press(page, 'Далі');
  await page.getByRole('alert').getByRole('link').first().waitFor();
  await look('errors', true);
}

/** The owner consents by keyboard alone: nothing is clicked, every step is reached with Tab. */
async function consent({ page, look }: Viewer): Promise<void> {
  await page.goto('/applications');
  await pressByKey(page, page.getByRole('main').getByRole('button', { name: 'Увійти' }));
  await pressByKey(page, page.getByRole('button', { name: /^Бондаренко/ }));
  await heading(page, 'Мої заяви');
  await shows(page, page.getByText('Потрібна ваша дія'));
  await look('asked', true);
  await pressByKey(page, page.getByRole('main').getByRole('link').first());
  const agree = page.getByRole('button', { name: 'Даю згоду' });
  await reachByKey(page, agree);
  await look('consent', true);
  await pressByKey(page, agree);
  await page.getByText('Відповідь надіслано').waitFor();
}

async function openOfficer(browser: Browser, stack: Pick<Stack, 'origin'>, surname: string): Promise<Viewer> {
  const officer = await openViewer(browser, stack);
  await officer.page.goto('/workspace/');
  await press(officer.page.getByRole('main'), 'Увійти');
  await signInAs(officer.page, surname);
  await heading(officer.page, 'Мої задачі');
  return officer;
}

async function decide(
  { page, look }: Viewer,
  reference: string,
  task: string,
  action: string,
  name: string,
  fill?: (page: Page) => Promise<void>,
): Promise<void> {
  await page.goto('/workspace/');
  const row = page.getByRole('listitem').filter({ hasText: reference }).filter({ hasText: task });
  await shows(page, row);
  await look(`tasks-${name}`);
  await row.getByRole('link', { name: task }).click();
  await press(page, 'Взяти задачу');
  await page.getByRole('radio', { name: action }).check();
  await fill?.(page);
  await look(`case-${name}`);
  await press(page, 'Надіслати рішення');
  await page.getByText('Дію записано в історію справи.').waitFor();
}

async function correct({ page, look }: Viewer): Promise<void> {
  const flat = page.getByLabel('Квартира');
  await shows(page, flat.first());
  await flat.first().fill('5');
  await look('correct', true);
  await press(page, 'Надіслати виправлене');
  await page.getByText('Відповідь надіслано').waitFor();
}

async function receive({ page, look }: Viewer): Promise<{ certificate: string; document: string }> {
  const get = page.getByRole('button', { name: 'Завантажити PDF' });
  await shows(page, get);
  await look('granted', true);
  const [download, asked] = await Promise.all([
    page.waitForEvent('download'),
    page.waitForResponse(/\/documents\//),
    get.click(),
  ]);
  const document = new URL(asked.url()).pathname.split('/').at(-1) ?? '';
  return { certificate: await download.path(), document };
}
