import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Play, small } from '#core/case/small-service.testing.ts';
import type { Asked } from '../http/event.ts';
import { ApiProblem } from '../http/problem.ts';
import { keepAccess } from '../store/access.ts';
import { granting } from '../store/appointments.ts';
import type { Engine } from '../store/engine.testing.ts';
import { engineEnvironment, startEngine } from '../store/engine.testing.ts';
import { caseKey } from '../store/keys.ts';

let engine: Engine;
let folder: string;
const service = small.bundle.id;
const kase = (() => {
  const play = new Play();
  play.toReview();
  return { ...play.here, id: 'c1' };
})();

beforeAll(async () => {
  engine = await startEngine();
  folder = mkdtempSync(join(tmpdir(), 'kladka-audit-'));
  writeFileSync(join(folder, 'current.json'), JSON.stringify(small));
  Object.assign(process.env, {
    ...engineEnvironment(engine),
    KLADKA_CASES: await engine.table('cases'),
    KLADKA_PLATFORM: await engine.table('platform'),
    KLADKA_SERVICE: service,
    KLADKA_CURRENT: join(folder, 'current.json'),
  });
  const table = process.env.KLADKA_CASES ?? '';
  const platform = process.env.KLADKA_PLATFORM ?? '';
  const grant = (person: string, role: string, agency = 'city', office = 'central') =>
    engine.client.send(
      new TransactWriteItemsCommand({
        TransactItems: granting(platform, { person, role, agency, office, name: `Ім’я ${person}` }, 'x'),
      }),
    );
  await grant('iryna', 'registrar');
  await grant('auditor', 'head');
  await grant('elsewhere', 'expert', 'other', 'main');
  const Item = marshall(
    { pk: caseKey(service, 'c1'), sk: 'snapshot', seq: kase.seq, case: kase },
    { removeUndefinedValues: true },
  );
  await engine.client.send(new PutItemCommand({ TableName: table, Item }));
  await keepAccess({ client: engine.client, table }, { service, case: 'c1' }, '2026-03-02', {
    ...{ person: 'iryna', agency: 'city', office: 'central', role: 'registrar', at: '2026-03-02T08:00:00Z' },
    purpose: { for: 'task', state: 'review' },
  });
});
afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function asks(person: string, id = 'c1') {
  const { caseAccesses } = await import('./audit.ts');
  const asked = { names: { id }, query: {}, caller: { kind: 'officer', person, name: '', claims: {} } };
  try {
    return JSON.parse(String((await caseAccesses(asked as unknown as Asked)).body));
  } catch (error) {
    if (error instanceof ApiProblem) return error.code;
    throw error;
  }
}

describe('who looked at a case', () => {
  it('is told by name to whoever has the right to audit in the office of the case, and to nobody else', async () => {
    expect(await asks('auditor')).toEqual({
      items: [expect.objectContaining({ person: 'iryna', name: 'Ім’я iryna', at: '2026-03-02T08:00:00Z' })],
    });
    expect(await asks('iryna')).toBe('notFound');
    expect(await asks('elsewhere')).toBe('notFound');
    expect(await asks('nobody')).toBe('forbidden');
    expect(await asks('auditor', 'no-such-case')).toBe('notFound');
  });
});
