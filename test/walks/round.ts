import { heading, press, shows, signInAs } from './hands.ts';
import type { Viewer } from './screens.ts';

// Screens beside the walk itself: the other language, and what is seen where there is nothing.

/** The pages of a citizen in English. */
export async function readInEnglish({ page, look }: Viewer): Promise<void> {
  const application = page.url();
  await press(page, 'Eng');
  await page.getByRole('heading', { name: 'History' }).waitFor();
  await look('application-english', true);
  await page.goto('/applications');
  await heading(page, 'My applications');
  await look('applications-english', true);
  await page.goto('/');
  await page.getByRole('link', { name: 'Registration of residence' }).click();
  await heading(page, 'Registration of residence');
  await look('service-english', true);
  await press(page, 'Start the application');
  await page.getByRole('button', { name: 'Continue' }).waitFor();
  await look('form-english', true);
  await press(page, 'Укр');
  await page.goto(application);
}

/** The workspace in English, and a reference that nobody knows. */
export async function lookRoundWorkspace({ page, look }: Viewer): Promise<void> {
  await press(page, 'Eng');
  await heading(page, 'My tasks');
  const tasks = page.getByRole('main').getByRole('listitem');
  await shows(page, tasks.first());
  await look('tasks-english', true);
  await tasks.first().getByRole('link').first().click();
  await page.getByRole('button', { name: 'Claim the task' }).waitFor();
  await look('case-english', true);
  await press(page, 'Укр');
  await page.goto('/workspace/');
  await page.getByRole('search').getByRole('textbox').fill('1234-5678-9012');
  await press(page, 'Знайти');
  await page.getByRole('search').getByRole('alert').waitFor();
  await look('search-nothing', true);
}

/** Someone who never applied for anything, and an address that no document has. */
export async function findNothing({ page, look }: Viewer): Promise<void> {
  await page.goto('/applications');
  await press(page.getByRole('main'), 'Увійти');
  await signInAs(page, 'Мельник');
  await page.getByText('У вас ще немає заяв').waitFor();
  await look('no-applications', true);
  await page.goto('/verify/nothing');
  await page.getByText('Такого документа немає').waitFor();
  await look('verify-nothing', true);
}
