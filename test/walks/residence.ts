import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ApplicationView,
  CaseView,
  DraftView,
  FileLink,
  Listed,
  MineEntry,
  Submitted,
  TaskLine,
  UploadGrant,
  VerifyAnswer,
} from '#core/api/types.ts';
import { ok, type Person, signIn } from '../stack/person.ts';
import { ROOT, type Stack } from '../stack/stack.ts';
import { until } from '../stack/until.ts';

export const SERVICE = 'residence-registration';
export const APPLICATIONS = `/services/${SERVICE}/applications`;
const casesOf = (service: string) => `/services/${service}/cases`;

/** The form of the contested scenario: a co-owner who must consent. */
export const form = (
  JSON.parse(
    readFileSync(join(ROOT, `service-definitions/services/${SERVICE}/scenarios/contested.json`), 'utf8'),
  ) as {
    form: Record<string, unknown>;
  }
).form;

/** Everyone of the walk, signed in. */
export function people(stack: Pick<Stack, 'origin' | 'data'>, reach?: Parameters<typeof signIn>[2]) {
  const sign = (person: string) => signIn(stack, person, reach);
  return {
    olena: sign('olena'),
    petro: sign('petro'),
    registrar: sign('registrar'),
    head: sign('head'),
    lawyer: sign('lawyer'),
  };
}
export type People = ReturnType<typeof people>;

/** Fills in and sends an application of Olena's. Every command twice with one key. */
export async function apply(olena: Person): Promise<Submitted> {
  const draft = ok(await olena.command<DraftView>(APPLICATIONS, { language: 'uk' }));
  const at = `${APPLICATIONS}/${draft.id}`;
  await until('the draft is saved', async () => {
    const opened = await olena.get<DraftView>(at);
    const body = { form: { ...ok(opened).form, ...form }, language: 'uk' };
    const saved = await olena.put<DraftView>(at, body, opened.headers.get('etag') ?? '');
    // saved by a try whose answer was lost: what was read is old
    return saved.status === 412 ? null : ok(saved);
  });
  return ok(await olena.command<Submitted>(`${at}/submit`));
}

/** Sends a file for a field and waits until its scan has a verdict. */
export async function upload(
  person: Person,
  application: string,
  at: string,
  content: Uint8Array,
  name: string,
  type: string,
) {
  const path = `${APPLICATIONS}/${application}`;
  const sha256 = createHash('sha256').update(content).digest('hex');
  const grant = ok(
    await person.command<UploadGrant>(`${path}/files`, { at, name, type, size: content.length, sha256 }),
  );
  const body = new FormData();
  for (const [field, value] of Object.entries(grant.fields)) body.append(field, value);
  body.append('file', new Blob([content.slice()], { type }), name);
  const posted = await fetch(grant.url, { method: 'POST', body });
  if (!posted.ok) throw new Error(`upload answered ${posted.status}: ${await posted.text()}`);
  return until(`a verdict on ${name}`, async () => {
    const { files } = ok(await person.get<DraftView>(path));
    return files.find(({ id, scan }) => id === grant.file.id && scan !== 'pending');
  });
}

/** The case as an officer sees it once a task of that state waits for them. */
export function waitsFor(
  service: string,
  officer: Person,
  id: string,
  state: string,
): Promise<{ view: CaseView; etag: string; path: string }> {
  return until(`task ${state}`, async () => {
    const seen = await officer.get<CaseView>(`${casesOf(service)}/${id}`);
    if (seen.status !== 200) return null;
    const task = seen.body.tasks.find((one) => one.state === state);
    return task && { view: seen.body, etag: seen.headers.get('etag') ?? '', path: task.path };
  });
}

/** Claims the task of a state and takes an action of it. */
export async function decideIn(
  service: string,
  officer: Person,
  id: string,
  state: string,
  action: string,
  body: object = {},
) {
  const { path } = await waitsFor(service, officer, id, state);
  const task = `${casesOf(service)}/${id}/tasks/${encodeURIComponent(path)}`;
  ok(await officer.command(`${task}/claim`));
  return until(`${action} in ${state}`, async () => {
    const { etag } = await waitsFor(service, officer, id, state);
    const done = await officer.command(`${task}/actions/${action}`, body, { ifMatch: etag });
    // somebody else's step moved the case meanwhile: read it again, as the screen does
    return done.status === 412 ? null : ok(done);
  });
}

/** An action in the registration of residence. */
export const decide = (officer: Person, id: string, state: string, action: string, body: object = {}) =>
  decideIn(SERVICE, officer, id, state, action, body);

/** A party answers what is asked of it, once it is asked. */
export async function answer(party: Person, id: string, action: string, body: object = {}) {
  const view = await until(`what is asked of a party (${action})`, async () => {
    const { status, body: seen } = await party.get<ApplicationView>(`${APPLICATIONS}/${id}`);
    return status === 200 && seen.waiting?.actions.some((one) => one.id === action) ? seen : null;
  });
  return ok(
    await party.command(`${APPLICATIONS}/${id}/actions/${action}`, {
      ...(view.waiting ? { path: view.waiting.path } : {}),
      ...body,
    }),
  );
}

/** Citizen, owner's consent, registrar, correction, registrar, head and lawyer, certificate. Gives the application as it ended. */
export async function walk({ olena, petro, registrar, head, lawyer }: People): Promise<ApplicationView> {
  const { id } = await apply(olena);
  await answer(petro, id, 'agree');
  await decide(registrar, id, 'review', 'return', {
    reason: 'Уточніть номер квартири.',
    marks: [{ pointer: '/previousAddress/address/flat', say: 'Якої квартири?' }],
  });
  await answer(olena, id, 'resubmit', { changes: { '/previousAddress/address/flat': '5' } });
  await decide(registrar, id, 'review', 'contest', { reason: 'Є судове рішення щодо житла.' });
  await Promise.all([
    decide(head, id, 'headApproval', 'approve'),
    decide(lawyer, id, 'lawyerApproval', 'approve', { data: { opinion: 'Рішення суду не заважає.' } }),
  ]);
  return until('the certificate', async () => {
    const seen = ok(await olena.get<ApplicationView>(`${APPLICATIONS}/${id}`));
    return seen.outcome && seen.documents.some(({ file }) => file) ? seen : null;
  });
}

/** The bytes of an issued document, as its party downloads it. */
export async function download(
  person: Person,
  view: ApplicationView,
): Promise<{ id: string; bytes: Uint8Array }> {
  const document = view.documents[0];
  if (!document) throw new Error('no document was issued');
  const link = ok(await person.get<FileLink>(`${APPLICATIONS}/${view.id}/documents/${document.id}`));
  return { id: document.id, bytes: new Uint8Array(await (await fetch(link.url)).arrayBuffer()) };
}

/** What anyone is told of a document. */
export async function verified(stack: Stack, document: string): Promise<VerifyAnswer> {
  return (await (await fetch(`${stack.origin}/api/verify/${document}`)).json()) as VerifyAnswer;
}

/** A person's own cases and an officer's tasks. */
export async function mine(person: Person): Promise<MineEntry[]> {
  const all: MineEntry[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const page: Listed<MineEntry> = ok(
      await person.get<Listed<MineEntry>>(`/applications${cursor ? `?cursor=${cursor}` : ''}`),
    );
    all.push(...page.items);
    cursor = page.cursor;
  }
  return all;
}
export const tasks = async (officer: Person) => ok(await officer.get<Listed<TaskLine>>('/tasks')).items;
export const historyOf = async (officer: Person, id: string) =>
  ok(await officer.get<CaseView>(`${casesOf(SERVICE)}/${id}`)).history;
