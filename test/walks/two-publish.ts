import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import type { MeView } from '#core/api/types.ts';
import { ok, signIn } from '../stack/person.ts';
import type { Stack } from '../stack/stack.ts';
import { itemsOf, putItem } from '../stack/tables.ts';
import { openDesigner, saved, tab } from './drawing.ts';
import { press } from './hands.ts';
import { type Flaw, openViewer, type Viewer } from './screens.ts';

type Reached = Pick<Stack, 'origin' | 'data' | 'dynamodb'>;

/** The agency says from now on that two publish, and its head may publish too; gives what ends it. */
export async function letTwoPublish(stack: Reached): Promise<() => Promise<unknown>> {
  const { person } = ok(await signIn(stack, 'head').get<MeView>('/me'));
  const grant = { person, agency: 'kyiv-city', office: 'central', role: 'analyst', order: '7' };
  ok(await signIn(stack, 'admin').command('/appointments', grant));
  // as the release of such a definition writes it; the one in the folder is everybody's
  const items = await itemsOf(stack, /TablesPlatform/);
  const line = items.find(({ pk, sk }) => pk === 'def#agencies' && sk === 'kyiv-city');
  if (!line) throw new Error('kyiv-city is not released');
  const definition = { ...(line.definition as object), publishedBy: 'two' };
  await putItem(stack, /TablesPlatform/, { ...line, definition });
  return () => putItem(stack, /TablesPlatform/, line);
}

/**
 * Two persons at two browsers publish the next version of a service: one proposes, the other gives it back with a reason;
 * mended, it is proposed again, falls with a change, is proposed once more and confirmed. Gives what was wrong on the screens.
 */
export async function publishByTwo(
  browser: Browser,
  stack: Reached,
  { service, title, version }: { service: string; title: string; version: number },
): Promise<Flaw[]> {
  const [maria, serhii] = [await openViewer(browser, stack), await openViewer(browser, stack)];
  const path = `service/${service}`;
  const propose = `Запропонувати публікацію версії ${version}`;
  await openDesigner(maria.page, `${path}/about`);
  await retitle(maria, `${title}, двоє`);
  await tab(maria.page, 'Опублікувати');
  await maria.page.getByText('У цьому органі публікують двоє').waitFor();
  await maria.look('two-propose', true);
  await press(maria.page, propose);
  await maria.page.getByText(/^Ви запропонували публікацію/).waitFor();
  // who proposed has no button to publish
  expect(await maria.page.getByRole('button', { name: /^Опублікувати версію/ }).count()).toBe(0);
  await maria.look('two-proposed', true);

  await openDesigner(serhii.page, `${path}/publish`, 'Ткаченко');
  await serhii.page.getByText(/^Опублікувати пропонує Гончар/).waitFor();
  await serhii.page.getByText(`${title}, двоє`).first().waitFor();
  await serhii.page.getByText('Виходить, як очікували').first().waitFor();
  await serhii.look('two-asked', true);
  await serhii.page.getByLabel('Чому повертаєте').fill('Назва задовга.');
  await press(serhii.page, 'Повернути пропозицію');
  await serhii.page.getByRole('button', { name: propose }).waitFor();
  await serhii.look('two-given-back', true);

  await maria.page.reload();
  await maria.page.getByText(/^Пропозицію повернуто: Ткаченко/).waitFor();
  await maria.page.getByText('Назва задовга.', { exact: true }).waitFor();
  await maria.look('two-returned', true);
  await press(maria.page, propose);
  await maria.page.getByText(/^Ви запропонували публікацію/).waitFor();
  await tab(maria.page, 'Послуга');
  await retitle(maria, `${title} 2`);
  await tab(maria.page, 'Опублікувати');
  await maria.page.getByText(/більше не діє/).waitFor();
  await maria.look('two-fallen', true);
  await press(maria.page, propose);
  await maria.page.getByText(/^Ви запропонували публікацію/).waitFor();

  await serhii.page.reload();
  await press(serhii.page, `Опублікувати версію ${version}`);
  await serhii.page.getByText(`Опубліковано версію ${version}`, { exact: true }).waitFor();
  await serhii.page.getByText(`Версія ${version} працює`).waitFor({ timeout: 60_000 });
  await serhii.page.getByText('Хто що робив').click();
  await serhii.page.getByText(new RegExp(`Ткаченко.* публікує версію ${version}`)).waitFor();
  await serhii.look('two-published', true);
  return [...maria.flaws, ...serhii.flaws];
}

async function retitle({ page }: Viewer, title: string): Promise<void> {
  await page.getByRole('group', { name: 'Назва' }).first().getByLabel('українська').fill(title);
  await saved(page);
}
