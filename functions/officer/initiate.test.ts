import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '#core/api/operations.ts';
import type { MeView, Submitted } from '#core/api/types.ts';
import { asking } from '#core/case/asks.testing.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { visible } from '#core/case/visible.ts';
import { Running } from '../connectors/running.testing.ts';
import type { Asked } from '../http/event.ts';
import type { ApiProblem } from '../http/problem.ts';
import { serviceItems } from '../release/heads.ts';
import { put } from '../release/write.ts';
import { granting } from '../store/appointments.ts';

/** A service of which the head begins cases; the clerk takes in applications. */
const review = { type: 'task', role: 'registrar', actions: { approve: { to: 'granted' } } };
const made = asking(review);
const startedBy = { counter: { role: 'clerk' }, officer: { role: 'head' } };
const parties = { applicant: { who: ['person', 'business'], sees: ['form.name'] } };
const service = {
  ...made,
  bundle: { ...made.bundle, startedBy, parties },
} as unknown as ServiceRuntime;

let running: Running;
let folder: string;
beforeAll(async () => {
  running = await Running.start([service], () => ({}));
  folder = mkdtempSync(join(tmpdir(), 'kladka-initiate-'));
  writeFileSync(join(folder, 'current.json'), JSON.stringify(service));
  Object.assign(process.env, { KLADKA_SERVICE: 'small', KLADKA_CURRENT: join(folder, 'current.json') });
  for (const [person, role, agency] of [
    ['o-head', 'head', 'city'],
    ['o-clerk', 'clerk', 'city'],
    ['o-foreign', 'head', 'other'],
  ] as const) {
    const of = { person, role, agency, office: 'central', order: '1' };
    await running.engine.client.send(
      new TransactWriteItemsCommand({ TransactItems: granting(running.tables.platform, of, 'x') }),
    );
  }
}, 60_000);
afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

const form = { name: 'Олена', rnokpp: '1111111111', owners: [] };
let keys = 0;
/** What an officer is answered who begins a case; the code, where it is a problem. */
async function begins(
  person: string,
  applicant?: object,
  key = `key-${keys++}`,
): Promise<Submitted | string> {
  const { initiate } = await import('./initiate.ts');
  const asked = {
    operation: operations.find(({ id }) => id === 'initiate'),
    caller: { kind: 'officer', person, name: person, claims: {} },
    names: { service: 'small' },
    query: {},
    key,
    body: { form, language: 'uk', ...(applicant ? { applicant } : {}) },
  } as unknown as Asked;
  try {
    return JSON.parse((await initiate(asked)).body ?? '') as Submitted;
  } catch (error) {
    // another instance of the module made it
    const { code } = error as ApiProblem;
    if (typeof code === 'string') return code;
    throw error;
  }
}
const caseOf = async (answer: Submitted | string) =>
  running.case('small', typeof answer === 'string' ? answer : answer.id);

it('a registry is asked for it by whom the service lets begin it, and only one that the form asks', async () => {
  const { lookupForMotion } = await import('./initiate.ts');
  const asks = (person: string): Promise<unknown> => {
    const asked = {
      operation: operations.find(({ id }) => id === 'lookupForMotion'),
      caller: { kind: 'officer', person, name: person, claims: {} },
      names: { service: 'small', lookup: 'nothing' },
      query: {},
      body: { form, language: 'uk' },
    } as unknown as Asked;
    return lookupForMotion(asked).catch(({ code }: ApiProblem) => code);
  };
  expect(await asks('o-clerk')).toBe('forbidden');
  expect(await asks('o-head')).toBe('notFound');
});

describe('a case of the agency’s own motion', () => {
  it('is begun by whom the service lets do so, and by nobody else', async () => {
    expect(await begins('o-clerk')).toBe('forbidden');
    expect(await begins('o-foreign')).toBe('forbidden');
    expect(await begins('o-nobody')).toBe('forbidden');
    const kase = await caseOf(await begins('o-head'));
    expect(kase).toMatchObject({ channel: 'officer', enteredBy: { person: 'o-head', role: 'head' } });
    expect(kase?.data.parties.applicant).toEqual({});
  });

  it('is begun once, however often it is sent', async () => {
    const first = await begins('o-head', undefined, 'again');
    expect(await begins('o-head', undefined, 'again')).toEqual(first);
    expect(await begins('o-head', { name: 'Петро', rnokpp: '2222222222' }, 'again')).toBe('otherRequest');
  });

  it('concerns a person by number, who sees what the service shows them, as one who logs in by that number', async () => {
    const { personKeys } = await import('../store/person-key.ts');
    const person = (await personKeys())({ rnokpp: '1111111111' }) ?? '';
    const kase = await caseOf(
      await begins('o-head', { surname: 'Коваль', name: 'Олена', rnokpp: '1111111111' }),
    );
    const seen = kase && visible(service, kase, { kind: 'party', identity: { person } }, kase.submittedAt);
    expect(seen).toMatchObject({ as: 'applicant', form: { name: 'Олена' } });
    expect(seen?.form).not.toHaveProperty('rnokpp');
  });

  it('concerns a business by its code; nobody is guessed from a name alone', async () => {
    const kase = await caseOf(await begins('o-head', { business: { edrpou: '00031737', name: 'Ринок' } }));
    expect(kase?.data.parties.applicant?.identity).toMatchObject({ business: { edrpou: '00031737' } });
    expect(await begins('o-head', { surname: 'Коваль', name: 'Олена' })).toBe('notIdentified');
  });
});

it('the workspace names to each officer the services of which they begin cases', async () => {
  const platform = { client: running.engine.client, table: running.tables.platform };
  for (const item of serviceItems(service)) await put(platform, item);
  const { me } = await import('../workspace/me.ts');
  const begun = async (person: string) => {
    const asked = { caller: { kind: 'officer', person, name: person, claims: {} } } as unknown as Asked;
    return (JSON.parse((await me(asked)).body ?? '') as MeView).begins?.map(({ id }) => id);
  };
  expect(await begun('o-head')).toEqual(['small']);
  expect(await begun('o-clerk')).toBeUndefined();
  expect(await begun('o-foreign')).toBeUndefined();
});
