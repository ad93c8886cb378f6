import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  ApplicationView,
  CaseView,
  DefinitionDraft,
  DefinitionLine,
  DraftView,
  HistoryView,
  Listed,
  MeView,
  MigrationPage,
  MigrationView,
  PublishAnswer,
  Submitted,
} from '#core/api/types.ts';
import { openBrowser } from '../stack/browser.ts';
import { ok, type Person, signIn } from '../stack/person.ts';
import { ROOT, type Stack, startStack } from '../stack/stack.ts';
import { until } from '../stack/until.ts';
import { openDesigner, saved } from './drawing.ts';
import { press } from './hands.ts';
import { decideIn } from './residence.ts';
import { type Flaw, openViewer } from './screens.ts';

const SERVICE = 'moved-in-flight';
const folder = join(ROOT, 'service-definitions/services', SERVICE);
const CASES = `/services/${SERVICE}/cases`;
let stack: Stack;
let browser: Browser;

/** The certificate of no debt under a name of its own. */
const first = () => {
  const text = readFileSync(join(ROOT, 'test/fixtures/second-service.json'), 'utf8');
  return { ...JSON.parse(text), id: SERVICE };
};
/** Its next version: the account is checked in a state of another name, and kept in another field. */
const second = () => {
  const text = JSON.stringify(first())
    .replaceAll('"audit"', '"accountCheck"')
    .replaceAll('/account"', '/ledger/number"')
    .replaceAll('form.account', 'form.ledger.number');
  const next = JSON.parse(text);
  const { account, ...properties } = next.form.schema.properties;
  const ledger = { type: 'object', properties: { number: account }, required: ['number'] };
  next.form.schema.properties = { ...properties, ledger };
  next.form.schema.required = next.form.schema.required.map((one: string) =>
    one === 'account' ? 'ledger' : one,
  );
  const { account: drawn, ...ui } = next.form.ui;
  next.form.ui = { ...ui, ledger: { number: drawn } };
  next.form.texts['/ledger'] = { title: { uk: 'Рахунок', en: 'Account' } };
  next.form.pages = next.form.pages.map((page: { fields: string[] }) => ({
    ...page,
    fields: page.fields.map((one) => (one === '/ledger/number' ? '/ledger' : one)),
  }));
  return next;
};

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  stack = await startStack({ port: 4560 });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Saves a definition as the draft; its ETag. */
async function draft(analyst: Person, definition: object): Promise<string> {
  const at = `/definitions/service/${SERVICE}/draft`;
  const now = await analyst.get<DefinitionDraft>(at);
  const etag = now.status === 404 ? '"0"' : (now.headers.get('etag') ?? '');
  const saved = await analyst.put(at, definition, etag);
  ok(saved);
  return saved.headers.get('etag') ?? '';
}

/** Waits until a version runs. */
const runs = (analyst: Person, version: number) =>
  until(`version ${version} runs`, async () => {
    const { items } = ok(await analyst.get<Listed<DefinitionLine>>('/definitions'));
    return (
      items.find(({ kind, id }) => kind === 'service' && id === SERVICE)?.live?.version === version || null
    );
  });

async function publish(analyst: Person, definition: object): Promise<void> {
  const ifMatch = await draft(analyst, definition);
  const answer = await analyst.command<PublishAnswer>(
    `/definitions/service/${SERVICE}/publish`,
    {},
    { ifMatch, twice: false },
  );
  await runs(analyst, ok(answer).version);
}

async function applied(person: Person): Promise<string> {
  const at = `/services/${SERVICE}/applications`;
  const opened = await person.command<DraftView>(at, { language: 'uk' });
  const { id, form } = ok(opened);
  const filled = { ...form, name: 'Коваленко Олена', account: '123456789', email: 'olena@citizens.example' };
  ok(await person.put(`${at}/${id}`, { form: filled, language: 'uk' }, opened.headers.get('etag') ?? ''));
  return ok(await person.command<Submitted>(`${at}/${id}/submit`)).id;
}

test('open cases come over to a version published in the designer, proposed by one and carried out by another', async () => {
  const [analyst, admin, head] = ['analyst', 'admin', 'head'].map((one) => signIn(stack, one)) as [
    Person,
    Person,
    Person,
  ];
  const [olena, registrar] = [signIn(stack, 'olena'), signIn(stack, 'registrar')];
  const { person } = ok(await head.get<MeView>('/me'));
  const grant = {
    person,
    agency: 'kyiv-city',
    office: 'central',
    role: 'analyst',
    order: '7',
    from: '2026-01-01',
  };
  ok(await admin.command('/appointments', grant));

  await publish(analyst, first());
  const ids = [await applied(olena), await applied(olena)];
  await draft(analyst, second());
  const viewer = await openViewer(browser, stack);
  const { page, look } = viewer;
  await openDesigner(page, `service/${SERVICE}/publish`);
  // what is no more there by its name is asked for, and said without JSON
  await press(page, 'Перенести відкриті справи на нову версію');
  await page.getByText('виберіть, куди йти справам').waitFor();
  await page
    .getByLabel(/^Зі стану/)
    .first()
    .selectOption('on accountCheck');
  await page.getByLabel(/^Поля «.*» більше немає/).selectOption('/ledger/number');
  await page.getByText('виберіть, куди йти справам').waitFor({ state: 'detached' });
  await saved(page);
  await look('design-migration-states', true);
  await press(page, 'Опублікувати версію 2');
  await runs(analyst, 2);
  await page.getByText('Відкрито 2 справи; перейде: 2.').waitFor();
  await look('design-migration-cases', true);
  await press(page, 'Запропонувати перенесення на версію 2');
  await page.getByText('Ви запропонували перенесення').waitFor();
  await look('design-migration-proposed', true);

  const { items, proposal } = ok(await head.get<MigrationView>(`${CASES}/migration`));
  expect(proposal).toMatchObject({ own: false, version: 2 });
  expect(items.map(({ case: id, result, to }) => [ids.includes(id), result, to])).toEqual([
    [true, 'moves', ['accountCheck']],
    [true, 'moves', ['accountCheck']],
  ]);
  expect((await registrar.get(`${CASES}/migration`)).status).toBe(403);
  expect((await analyst.command(`${CASES}/migration/pages`, {})).status).toBe(403);
  ok(await head.command(`${CASES}/migration`));
  const moved = ok(await head.command<MigrationPage>(`${CASES}/migration/pages`, {}));
  expect(moved).toEqual({ moved: 2, items: [] });

  const [id = ''] = ids;
  const seen = ok(await registrar.get<CaseView>(`${CASES}/${id}`));
  expect(seen.form).toMatchObject({ ledger: { number: '123456789' } });
  const history = ok(await registrar.get<Listed<HistoryView>>(`${CASES}/${id}/events`));
  expect(history.items.map(({ title }) => title.uk)).toContain('Справу перенесено на нову версію послуги');
  await decideIn(SERVICE, registrar, id, 'accountCheck', 'confirm');
  const ended = await until('the outcome', async () => {
    const view = ok(await olena.get<ApplicationView>(`/services/${SERVICE}/applications/${id}`));
    return view.outcome ? view : null;
  });
  expect(ended.outcome?.kind).toBe('granted');
  expect(ended.documents).toHaveLength(1);
  expect(viewer.flaws).toEqual([] satisfies Flaw[]);
});
