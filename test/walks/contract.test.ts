import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn as login } from '#cli/login/sign-in.ts';
import { operations } from '#core/api/operations.ts';
import type {
  ApplicationView,
  AppointmentView,
  CaseView,
  DefinitionDraft,
  DraftView,
  Listed,
  LookupAnswer,
  MeView,
  PublishedDefinition,
  ScenarioSet,
  Submitted,
} from '#core/api/types.ts';
import { holdToContract, kept } from '../stack/contract.ts';
import { ok, type Person, signIn } from '../stack/person.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { until } from '../stack/until.ts';
import { askWhileFilling } from './lookups.ts';
import { apply, decide, form, type People, people, SERVICE, upload, waitsFor, walk } from './residence.ts';

/**
 * What is not done here: no law extends this term, nothing is given up; what is published is written into
 * service-definitions/, and migrations (migration.test.ts) need it; the shipped service lets nobody appeal, renew, have a
 * duplicate, and no officer begin a case of their own motion (after.test.ts).
 */
const ELSEWHERE = [
  'appeal',
  'duplicate',
  'partyDuplicate',
  'renew',
  'extend',
  'replayEffect',
  'publishDefinition',
  'rehearseMigration',
  'proposeMigration',
  'migrateCases',
  'initiate',
  'lookupForMotion',
];
const APPLICATIONS = `/services/${SERVICE}/applications`;
const CASES = `/services/${SERVICE}/cases`;
const UNKNOWN = '01900000-0000-7000-8000-000000000000';
/** A page that says nothing, as small as PDF allows. */
const PDF = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

let stack: Stack;
let all: People;
let officers: { [person in 'clerk' | 'analyst' | 'admin' | 'inspector']: Person };

beforeAll(async () => {
  stack = await startStack({ port: 4550 });
  all = people(stack);
  const sign = (person: string) => signIn(stack, person);
  officers = {
    clerk: sign('clerk'),
    analyst: sign('analyst'),
    admin: sign('admin'),
    inspector: sign('other-officer'),
  };
});
afterAll(() => stack?.stop());

const get = async <T>(person: Person, path: string): Promise<T> => ok(await person.get<T>(path));
const taskIn = async (officer: Person, id: string, state: string) =>
  `${CASES}/${id}/tasks/${encodeURIComponent((await waitsFor(SERVICE, officer, id, state)).path)}`;

/** A draft of Olena's that has a file, sent. */
async function applyWithFile({ olena }: People): Promise<{ id: string; file: string }> {
  const draft = await olena.command<DraftView>(APPLICATIONS, { language: 'uk' });
  const at = `${APPLICATIONS}/${ok(draft).id}`;
  const file = await upload(
    olena,
    ok(draft).id,
    '/attachments/identity',
    PDF,
    'паспорт.pdf',
    'application/pdf',
  );
  await get(olena, `${at}/files/${file.id}`);
  const attachments = { identity: [{ id: file.id, name: file.name, size: file.size }] };
  const opened = await olena.get<DraftView>(at);
  const whole = { ...ok(opened).form, ...form, attachments };
  ok(await olena.put(at, { form: whole, language: 'uk' }, opened.headers.get('etag') ?? ''));
  const { id } = ok(await olena.command<Submitted>(`${at}/submit`));
  return { id, file: file.id };
}

test('what anyone may ask is answered as the contract says', async () => {
  const { olena } = all;
  for (const path of [
    '/services',
    `/services/${SERVICE}`,
    `/services/${SERVICE}/collections`,
    '/news/kyiv-city',
    '/territories',
    '/territories/UA80000000000093317',
  ])
    await get(olena, path);
  await get(olena, '/session/keys');
  for (const path of ['/services/no-such', '/status/1', '/verify/1', `/verify/${UNKNOWN}`])
    expect((await olena.get(path)).status).toBe(404);
});

test('signing in and out is answered as the contract says', async () => {
  const ask = globalThis.fetch;
  const watched: typeof fetch = async (where, request) => {
    const answer = await ask(where, request);
    const { pathname } = new URL(String(where));
    const text = await answer.clone().text();
    if (pathname.startsWith('/api/session/'))
      holdToContract(request?.method ?? 'GET', pathname.slice('/api'.length), {
        status: answer.status,
        headers: answer.headers,
        body: text === '' ? null : JSON.parse(text),
      });
    return answer;
  };
  try {
    globalThis.fetch = watched;
    expect((await login(stack.origin, 'olena', 'citizen')).expiresIn).toBeGreaterThan(0);
  } finally {
    globalThis.fetch = ask;
  }
  const session = (what: string, headers: { [name: string]: string }) =>
    watched(`${stack.origin}/api/session/${what}`, { method: 'POST', headers });
  expect((await session('logout', { 'x-kladka': '1' })).status).toBe(200);
  expect((await session('logout', {})).status).toBe(403);
  expect((await session('token', { 'x-kladka': '1' })).status).toBe(401);
});

test('what a party asks and does is answered as the contract says', async () => {
  const { olena, registrar } = all;
  const draft = ok(await olena.command<DraftView>(APPLICATIONS, { language: 'uk' }));
  expect((await olena.put(`${APPLICATIONS}/${draft.id}`, { form: {} }, '"9"')).status).toBe(412);
  expect((await olena.put(`${APPLICATIONS}/${draft.id}`, { forms: {} }, '"1"')).status).toBe(422);
  expect((await olena.command(`${APPLICATIONS}/${draft.id}/submit`)).status).toBe(422);
  expect((await olena.remove(`${APPLICATIONS}/${draft.id}`)).status).toBe(204);
  expect((await olena.get(`${APPLICATIONS}/${draft.id}`)).status).toBe(404);
  expect((await registrar.get(`${APPLICATIONS}/${draft.id}`)).status).toBe(403);

  const { id } = await applyWithFile(all);
  const at = `${APPLICATIONS}/${id}`;
  ok(await olena.command(`${at}/messages`, { text: 'Коли чекати?' }));
  await get(olena, `${at}/accesses`);
  ok(await olena.command(`${at}/withdraw`, { reason: 'Передумала.' }));
  expect((await olena.command(`${at}/withdraw`, {})).status).toBeGreaterThanOrEqual(400);
  expect((await get<ApplicationView>(olena, at)).outcome?.kind).toBe('withdrawn');
  await get(olena, '/applications');
  expect((await olena.get('/applications?cursor=odd')).status).toBe(400);
});

test('what officers do in a case is answered as the contract says', async () => {
  const { olena, petro, registrar, head, lawyer } = all;
  const { id, file } = await applyWithFile(all);
  await until('the owner is asked', async () => {
    const { waiting } = await get<ApplicationView>(petro, `${APPLICATIONS}/${id}`);
    return waiting ?? null;
  });
  ok(await petro.command(`${APPLICATIONS}/${id}/actions/agree`));
  const task = await taskIn(registrar, id, 'review');
  const view = await get<CaseView>(registrar, `${CASES}/${id}`);
  expect(view.files.map((one) => one.id)).toContain(file);
  await get(registrar, `${CASES}/${id}/files/${file}`);
  await get(registrar, `${CASES}/${id}/events`);
  const me = await get<MeView>(registrar, '/me');
  ok(await head.command(`${task}/assign`, { person: me.person }));
  ok(await registrar.command(`${task}/release`));
  ok(await registrar.command(`${task}/claim`));
  const asked = {
    agency: 'kyiv-city',
    office: 'central',
    role: 'lawyer',
    question: 'Чи дійсний договір?',
    fields: ['/dwelling'],
  };
  expect((await registrar.command(`${task}/consults`, { ...asked, by: 'завтра, будь ласка' })).status).toBe(
    422,
  );
  ok(await registrar.command(`${task}/consults`, { ...asked, by: '2099-01-01' }));
  const consult = await until('the question', async () => {
    const { tasks } = await get<CaseView>(lawyer, `${CASES}/${id}`);
    return tasks.flatMap(({ consults = [] }) => consults)[0];
  });
  ok(await lawyer.command(`${task}/consults/${consult.id}`, { opinion: 'Дійсний.' }));
  ok(await registrar.command(`${CASES}/${id}/messages`, { text: 'Розглядаємо.', to: 'applicant' }));
  expect((await head.command(`${CASES}/${id}/extend`, { reason: 'Потрібен час.' })).status).toBe(422);
  expect((await registrar.command(`${task}/actions/approve`, {}, { ifMatch: '"1"' })).status).toBe(412);
  ok(
    await registrar.command(`${task}/transfer`, {
      agency: 'kyiv-city',
      office: 'central',
      reason: 'Колега вів раніше.',
    }),
  );
  await decide(registrar, id, 'review', 'approve');
  const ended = await until('the certificate', async () => {
    const seen = await get<ApplicationView>(olena, `${APPLICATIONS}/${id}`);
    return seen.outcome && seen.documents[0]?.file ? seen : null;
  });
  const [document] = ended.documents;
  await get(olena, `${APPLICATIONS}/${id}/documents/${document?.id}`);
  await get(registrar, `${CASES}/${id}/documents/${document?.id}`);
  await get(olena, `/verify/${document?.id}`);
  ok(await olena.command(`/verify/${document?.id}`, { sha256: 'ab'.repeat(32) }));
  await get(olena, `/status/${ended.reference}`);
  ok(
    await registrar.command(`${CASES}/${id}/correct`, {
      changes: { '/address/flat': '18' },
      reason: 'Описка.',
    }),
  );
  ok(await head.command(`${CASES}/${id}/reopen`, { reason: 'Рішення суду.', grounds: ['courtDecision'] }));
  await get(officers.admin, `${CASES}/${id}/accesses`);
  expect((await officers.inspector.get(`${CASES}/${id}`)).status).toBe(404);
});

test('a decision that is revoked and a case at the counter are answered as the contract says', async () => {
  const ended = await walk(all);
  const revoked = { reason: 'Подано неправдиві дані.', grounds: ['falseData'] };
  ok(await all.head.command(`${CASES}/${ended.id}/revoke`, revoked));
  await until('the document is told to be revoked', async () => {
    const { documents } = await get<ApplicationView>(all.olena, `${APPLICATIONS}/${ended.id}`);
    return documents[0]?.state ?? null;
  });
  const { person } = form as { person: { [name: string]: unknown } };
  const { document: _, ...known } = person;
  const applicant = { ...known, document: { type: 'idCard', number: '004512378' } };
  const opened = { form, language: 'uk', channel: 'counter', applicant, signed: { by: 'device' } };
  const looked = `${CASES}/lookups/dwelling`;
  const found = ok(await officers.clerk.command<LookupAnswer>(looked, opened));
  expect(found).toMatchObject({ state: 'answered', answer: { kind: 'flat' } });
  expect((await all.lawyer.command(looked, opened)).status).toBe(403);
  expect((await officers.clerk.command(`${CASES}/lookups/nothing`, opened)).status).toBe(404);
  ok(await officers.clerk.command(CASES, opened));
  expect((await officers.clerk.command(CASES, { ...opened, signed: { by: 'ink' } })).status).toBe(422);
  expect((await all.lawyer.command(CASES, opened)).status).toBe(403);
});

test('what is asked of registries while a form is filled in is answered as the contract says', async () => {
  await askWhileFilling(all);
});

test('what officers ask beside cases is answered as the contract says', async () => {
  const { registrar, head } = all;
  const { admin, inspector } = officers;
  await apply(all.olena);
  for (const path of ['/me', '/tasks', '/tasks?role=registrar', '/agencies']) await get(registrar, path);
  const { items } = await get<Listed<ApplicationView>>(all.olena, '/applications');
  await get(registrar, `/cases?reference=${items.find(({ reference }) => reference)?.reference}`);
  await get(head, '/counts');
  await get(admin, '/appointments');
  await get(admin, '/effects');
  expect((await registrar.get('/effects')).status).toBe(403);
  expect((await admin.command('/effects/odd/replay')).status).toBe(404);
  const { person } = await get<MeView>(inspector, '/me');
  const place = { agency: 'kyiv-city', office: 'central', role: 'lawyer' };
  const grant = { ...place, person, order: '12-к', from: '2026-01-01' };
  const granted = ok(await admin.command<AppointmentView>('/appointments', grant));
  expect(granted.person).toBe(person);
  expect((await admin.command('/appointments', { ...grant, role: 'king' })).status).toBe(422);
  ok(await admin.remove(`/appointments/${person}/kyiv-city/central/lawyer`));
});

test('what analysts ask is answered as the contract says', async () => {
  const { analyst } = officers;
  await get(analyst, '/definitions');
  await get(analyst, '/definitions/library');
  const at = `/definitions/service/${SERVICE}`;
  const draft = await analyst.get<DefinitionDraft>(`${at}/draft`);
  const { definition } = ok(draft) as { definition: { title: object } };
  const etag = draft.headers.get('etag') ?? '';
  const saved = await analyst.put(
    `${at}/draft`,
    { ...definition, title: { uk: 'Прописка', en: 'Residence' } },
    etag,
  );
  ok(saved);
  expect((await analyst.put(`${at}/draft`, definition, etag)).status).toBe(412);
  expect((await analyst.put(`${at}/draft`, { id: 'other' }, etag)).status).toBe(422);
  ok(await analyst.command(`${at}/check`, { id: SERVICE }));
  const kept = await analyst.get<ScenarioSet>(`${at}/scenarios`);
  const { scenarios } = ok(kept);
  expect(Object.keys(scenarios).length).toBeGreaterThan(0);
  const set = kept.headers.get('etag') ?? '';
  ok(await analyst.put(`${at}/scenarios`, { scenarios }, set));
  expect((await analyst.put(`${at}/scenarios`, { scenarios }, set)).status).toBe(412);
  expect((await analyst.put(`${at}/scenarios`, { scenarios: { odd: {} } }, '"1"')).status).toBe(422);
  await get(analyst, `${at}/publication`);
  ok(await analyst.command(`${at}/publication`, {}, { ifMatch: saved.headers.get('etag') ?? '' }));
  ok(await analyst.command(`${at}/publication/return`, { reason: 'Ще не час.' }));
  expect((await analyst.command(`${at}/publication/return`, { reason: 'Ще не час.' })).status).toBe(409);
  const broken = await analyst.put(
    `${at}/draft`,
    { ...definition, flow: {} },
    saved.headers.get('etag') ?? '',
  );
  ok(broken);
  const ifMatch = broken.headers.get('etag') ?? '';
  expect((await analyst.command(`${at}/publish`, {}, { ifMatch })).status).toBe(422);
  expect((await analyst.get(`${at}/versions/999`)).status).toBe(404);
  // the version that runs came with the code
  expect((await get<PublishedDefinition>(analyst, `${at}/versions/1`)).source).toMatchObject({ format: 1 });
  expect((await all.registrar.get('/definitions')).status).toBe(403);
});

test('every operation was answered with success', () => {
  const silent = operations.map(({ id }) => id).filter((id) => !kept.has(id));
  expect(silent.sort()).toEqual([...ELSEWHERE].sort());
});
