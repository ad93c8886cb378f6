import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '#core/api/operations.ts';
import { hash } from '#core/definition/index.ts';
import { shipped } from '#core/definition/shipped.testing.ts';
import { starter } from '#core/definition/starter.ts';
import type { Agency, Scenario } from '#core/definition/types.ts';
import type { Asked } from '../http/event.ts';
import { ApiProblem } from '../http/problem.ts';
import { granting } from '../store/appointments.ts';
import { type Engine, engineEnvironment, startEngine } from '../store/engine.testing.ts';

/** Two agencies: in `alone` one publishes, in `together` two. Anna and Bohdan may publish in both, Iryna draws. */
const kyiv = shipped.agencies['kyiv-city'] as Agency;
const roles = { ...kyiv.roles, drawer: { title: { uk: 'Креслить', en: 'Draws' }, may: ['define' as const] } };
const agencies: { [id: string]: Agency } = {
  alone: { ...kyiv, id: 'alone', roles },
  together: { ...kyiv, id: 'together', roles, publishedBy: 'two' },
};
const live = { agencies, connectors: {}, registries: {}, territories: {}, parts: {}, sources: {} };
/** Answers as S3 does: the file of the platform. */
const bundles = () =>
  createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(live));
  });

let engine: Engine;
let server: Server;
type Answers = { [operation: string]: (asked: Asked) => Promise<{ statusCode?: number }> };
let answers: Answers;

beforeAll(async () => {
  engine = await startEngine();
  server = bundles().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const table = await engine.table('platform');
  Object.assign(process.env, {
    ...engineEnvironment(engine),
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    KLADKA_BUNDLES: 'bundles',
    KLADKA_PLATFORM: table,
  });
  const put = (item: object) =>
    engine.client.send(new PutItemCommand({ TableName: table, Item: marshall(item) }));
  await put({ pk: 'def#platform#platform', sk: 'head', hash: hash(live) });
  for (const [agency, definition] of Object.entries(agencies)) {
    await put({ pk: 'def#agencies', sk: agency, definition });
    for (const [person, role] of [
      ['anna', 'analyst'],
      ['bohdan', 'analyst'],
      ['iryna', 'drawer'],
    ] as const) {
      const of = { person, role, agency, office: 'central', name: person };
      await engine.client.send(new TransactWriteItemsCommand({ TransactItems: granting(table, of, 'x') }));
    }
  }
  answers = {
    ...(await import('./drafts.ts')),
    ...(await import('./scenarios.ts')),
    ...(await import('./proposals.ts')),
    ...(await import('./publish.ts')),
  } as unknown as Answers;
}, 60_000);
afterAll(async () => {
  await engine.stop();
  server.close();
});

type More = { body?: object; names?: object; ifMatch?: string; key?: string };
async function ask(operation: string, person: string, id: string, more: More = {}) {
  const { names, ...rest } = more;
  const asked = {
    operation: { ...operations[0], id: operation },
    ...{ query: {}, body: {}, key: randomUUID(), ifMatch: null, language: 'uk', ...rest },
    names: { kind: 'service', id, ...names },
    caller: { kind: 'officer', person, name: `${person} A.`, claims: {} },
  } as unknown as Asked;
  try {
    const answer = (await answers[operation]?.(asked)) as { statusCode: number; body: string };
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return { status: error.status, code: error.code, errors: error.errors };
  }
}

const drawn = (id: string, agency: string) => {
  const { form, ...made } = starter(id, agencies[agency] as Agency, 'registrar', id);
  return { ...made, form };
};
const scenario: Scenario = {
  title: { uk: 'Задовольнили', en: 'Granted' },
  submittedAt: '2026-03-02T08:00:00Z',
  applicant: { person: 'olena', rnokpp: '3347312325', assurance: 'substantial' },
  form: { request: 'Прошу' },
  steps: [{ as: 'registrar', at: 'review', act: 'approve' }],
  expect: { outcome: 'granted' },
};

/** A draft that is new to the table, drawn by Iryna. */
async function draw(id: string, agency: string, change: object = {}, version = 0) {
  const body = { ...drawn(id, agency), ...change };
  const saved = await ask('saveDefinition', 'iryna', id, { body, ifMatch: `"${version}"` });
  expect(saved.status).toBe(200);
  return `"${version + 1}"`;
}
const keep = (id: string, scenarios: object, version = 0) =>
  ask('saveScenarios', 'iryna', id, { body: { scenarios }, ifMatch: `"${version}"` });

describe('scenarios kept beside a draft', () => {
  it('come back as they were kept, and are not saved over unseen', async () => {
    await draw('kept', 'alone');
    expect((await ask('readScenarios', 'iryna', 'kept')).body).toEqual({ scenarios: {}, savedAt: '' });
    expect(await keep('kept', { granted: scenario })).toMatchObject({ status: 200 });
    expect(await keep('kept', {})).toMatchObject({ status: 412, code: 'changed' });
    expect((await ask('readScenarios', 'anna', 'kept')).body.scenarios).toEqual({ granted: scenario });
    expect(await keep('kept', {}, 1)).toMatchObject({ status: 200 });
    expect((await ask('readScenarios', 'anna', 'kept')).body.scenarios).toEqual({});
  });

  it('have the shape of one, and are no more than can be played', async () => {
    await draw('bounded', 'alone');
    const odd = await keep('bounded', { odd: { ...scenario, steps: 'none' } });
    expect(odd).toMatchObject({
      status: 422,
      code: 'badDefinition',
      errors: [{ pointer: '/scenarios/odd/steps' }],
    });
    const large = { ...scenario, form: { request: 'а'.repeat(150_001) } };
    expect(await keep('bounded', { large })).toMatchObject({ status: 413 });
    const long = { ...scenario, steps: Array.from({ length: 501 }, () => ({ passes: 'P1D' })) };
    expect(await keep('bounded', { long, longer: long })).toMatchObject({ status: 413 });
  });

  it('are of a service that one draws', async () => {
    expect(await keep('nowhere', {})).toMatchObject({ status: 404 });
    const agency = await ask('readScenarios', 'iryna', 'alone', { names: { kind: 'agency' } });
    expect(agency).toMatchObject({ status: 404 });
    await draw('foreign', 'alone');
    const asked = { body: { scenarios: {} }, ifMatch: '"0"' };
    expect(await ask('saveScenarios', 'stranger', 'foreign', asked)).toMatchObject({ status: 403 });
  });
});

describe('publishing where one person publishes', () => {
  it('refuses a draft whose scenario goes another way, naming which and where; then freezes them together', async () => {
    const ifMatch = await draw('tried', 'alone');
    await keep('tried', { granted: scenario, refused: { ...scenario, expect: { outcome: 'refused' } } });
    const refused = await ask('publishDefinition', 'anna', 'tried', { ifMatch });
    expect(refused).toMatchObject({
      status: 422,
      code: 'scenariosFail',
      errors: [{ pointer: '/scenarios/refused/expect/outcome', code: 'scenarioDiffers' }],
    });
    await keep('tried', { granted: scenario }, 1);
    const published = await ask('publishDefinition', 'anna', 'tried', { ifMatch });
    expect(published).toMatchObject({ status: 200, body: { version: 1, changed: true } });
    await keep('tried', {}, 2);
    const version = await ask('publishedDefinition', 'bohdan', 'tried', { names: { version: '1' } });
    expect(version.body).toMatchObject({ by: 'anna A.', scenarios: { granted: scenario } });
  });

  it('makes a version of a change of the scenarios alone, with their hash', async () => {
    const ifMatch = await draw('examples', 'alone');
    await keep('examples', { granted: scenario });
    expect((await ask('publishDefinition', 'anna', 'examples', { ifMatch })).body).toMatchObject({
      ...{ version: 1, changed: true },
    });
    const again = await ask('publishDefinition', 'anna', 'examples', { ifMatch });
    expect(again.body).toMatchObject({ version: 1, changed: false });
    const both = { granted: scenario, other: { ...scenario, title: { uk: 'Ще один', en: 'Another' } } };
    await keep('examples', both, 1);
    const published = await ask('publishDefinition', 'anna', 'examples', { ifMatch });
    expect(published.body).toMatchObject({ version: 2, changed: true });
    const version = (n: string) =>
      ask('publishedDefinition', 'bohdan', 'examples', { names: { version: n } });
    expect((await version('1')).body).toMatchObject({
      ...{ scenarios: { granted: scenario }, scenariosHash: hash({ granted: scenario }) },
    });
    expect((await version('2')).body).toMatchObject({ scenarios: both, scenariosHash: hash(both) });
  });

  it('makes a version of what was only put into another order: so it is shown', async () => {
    const { form } = drawn('reordered', 'alone');
    const title = { uk: 'Житло', en: 'Dwelling' };
    const put = (...names: string[]) => {
      const fields = Object.fromEntries(names.map((name) => [name, { type: 'string', maxLength: 50 }]));
      const dwelling = { type: 'object', properties: fields };
      const { properties, ...schema } = form.schema as { properties: object };
      const texts = Object.fromEntries(['', '/kind', '/number'].map((at) => [`/dwelling${at}`, { title }]));
      return {
        form: {
          ...form,
          schema: { ...schema, properties: { ...properties, dwelling } },
          texts: { ...form.texts, ...texts },
          pages: [{ id: 'request', title, fields: ['/request', '/dwelling'] }],
        },
      };
    };
    const publish = async (version: number, ...names: string[]) => {
      const ifMatch = await draw('reordered', 'alone', put(...names), version);
      const { body, errors } = await ask('publishDefinition', 'anna', 'reordered', { ifMatch });
      expect(errors).toBeUndefined();
      return body;
    };
    expect(await publish(0, 'kind', 'number')).toMatchObject({ version: 1, changed: true });
    expect(await publish(1, 'kind', 'number')).toMatchObject({ version: 1, changed: false });
    expect(await publish(2, 'number', 'kind')).toMatchObject({ version: 2, changed: true });
  });

  it('is done once under its key, and recorded', async () => {
    const ifMatch = await draw('once', 'alone');
    const key = randomUUID();
    const first = await ask('publishDefinition', 'anna', 'once', { ifMatch, key });
    expect(first).toMatchObject({ status: 200, body: { version: 1, changed: true } });
    expect(await ask('publishDefinition', 'anna', 'once', { ifMatch, key })).toEqual(first);
    const again = await ask('publishDefinition', 'anna', 'once', { ifMatch });
    expect(again.body).toMatchObject({ version: 1, changed: false });
    const { body } = await ask('publication', 'bohdan', 'once');
    expect(body).toMatchObject({ persons: 'one', acts: [{ what: 'published', by: 'anna A.', version: 1 }] });
    expect(body.acts).toHaveLength(1);
  });

  it('is not open to who only draws', async () => {
    const ifMatch = await draw('rights', 'alone');
    for (const operation of ['publishDefinition', 'publication', 'proposePublication', 'returnPublication'])
      expect(await ask(operation, 'iryna', 'rights', { ifMatch })).toMatchObject({ status: 403 });
  });
});

describe('publishing where two persons publish', () => {
  it('is proposed by one and confirmed by another, never by the same', async () => {
    const ifMatch = await draw('two', 'together');
    expect(await ask('publishDefinition', 'anna', 'two', { ifMatch })).toMatchObject({ code: 'notProposed' });
    const proposed = await ask('proposePublication', 'anna', 'two', { ifMatch });
    expect(proposed.body).toMatchObject({
      persons: 'two',
      proposal: { by: 'anna A.', own: true, stands: true },
    });
    expect(await ask('publishDefinition', 'anna', 'two', { ifMatch })).toMatchObject({ code: 'fourEyes' });
    const seen = await ask('publication', 'bohdan', 'two');
    expect(seen.body.proposal).toMatchObject({ by: 'anna A.', own: false, stands: true });
    expect(await ask('publishDefinition', 'bohdan', 'two', { ifMatch })).toMatchObject({
      body: { version: 1 },
    });
    const { body } = await ask('publication', 'anna', 'two');
    expect(body.proposal).toBeUndefined();
    expect(body.acts.map(({ what, by }: { what: string; by: string }) => `${what} ${by}`)).toEqual([
      'published bohdan A.',
      'proposed anna A.',
    ]);
  });

  it('falls when the draft or its scenarios are changed', async () => {
    const ifMatch = await draw('fallen', 'together');
    await ask('proposePublication', 'anna', 'fallen', { ifMatch });
    await keep('fallen', { granted: scenario });
    expect((await ask('publication', 'bohdan', 'fallen')).body.proposal.stands).toBe(false);
    expect(await ask('publishDefinition', 'bohdan', 'fallen', { ifMatch })).toMatchObject({
      code: 'notProposed',
    });
    await ask('proposePublication', 'bohdan', 'fallen', { ifMatch });
    const changed = await draw('fallen', 'together', { summary: { uk: 'Інше', en: 'Other' } }, 1);
    expect(await ask('publishDefinition', 'anna', 'fallen', { ifMatch })).toMatchObject({ code: 'changed' });
    const refused = await ask('publishDefinition', 'anna', 'fallen', { ifMatch: changed });
    expect(refused).toMatchObject({ status: 409, code: 'notProposed' });
  });

  it('is given back with a reason, which stays on record', async () => {
    const ifMatch = await draw('returned', 'together');
    const body = { reason: 'Немає ключа' };
    expect(await ask('returnPublication', 'bohdan', 'returned', { body })).toMatchObject({
      code: 'notProposed',
    });
    await ask('proposePublication', 'anna', 'returned', { ifMatch });
    const back = await ask('returnPublication', 'bohdan', 'returned', { body });
    expect(back.body.acts[0]).toMatchObject({ what: 'returned', by: 'bohdan A.', ...body });
    expect(await ask('publishDefinition', 'bohdan', 'returned', { ifMatch })).toMatchObject({ status: 409 });
  });

  it('is not got round by giving the service to an agency where one publishes', async () => {
    const ifMatch = await draw('moved', 'together');
    await ask('proposePublication', 'anna', 'moved', { ifMatch });
    await ask('publishDefinition', 'bohdan', 'moved', { ifMatch });
    const other = await draw('moved', 'alone', {}, 1);
    expect(await ask('publishDefinition', 'anna', 'moved', { ifMatch: other })).toMatchObject({
      code: 'notProposed',
    });
  });

  it('refuses to propose what could not be published', async () => {
    const ifMatch = await draw('unsound', 'together');
    await keep('unsound', { granted: { ...scenario, expect: { outcome: 'refused' } } });
    expect(await ask('proposePublication', 'anna', 'unsound', { ifMatch })).toMatchObject({
      code: 'scenariosFail',
    });
  });
});
