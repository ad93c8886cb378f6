import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { isReference, plainReference } from '#core/case/reference.ts';
import type { ApiEvent, Asked } from '../http/event.ts';
import { ApiProblem, problem } from '../http/problem.ts';
import { json, serve } from '../http/serve.ts';
import { appointmentsOf } from '../store/appointments.ts';
import { taskIndex } from '../store/keys.ts';
import { BadCursor, caseOfReference, tasksIn } from '../store/lists.ts';
import { setting } from '../store/setting.ts';

const client = new DynamoDBClient({});
const cases = () => ({ client, table: setting('KLADKA_CASES') });

async function appointed({ caller }: Asked) {
  if (!caller) throw problem('signedOut');
  const store = { client, table: setting('KLADKA_PLATFORM') };
  return appointmentsOf(store, caller.person, new Date().toISOString());
}

const badCursor = () =>
  new ApiProblem(400, 'badCursor', {
    uk: 'Такої сторінки списку немає.',
    en: 'There is no such page of the list.',
  });

/** Tasks of one of the officer's own roles; which, where they have several, `role` and `office` say. */
async function tasks(asked: Asked) {
  const { role, office, agency, cursor } = asked.query;
  const mine = (await appointed(asked)).filter(
    (a) => (!role || a.role === role) && (!office || a.office === office) && (!agency || a.agency === agency),
  );
  if (mine.length === 0) {
    if (role || office || agency) throw problem('forbidden');
    return json(200, { items: [] });
  }
  if (cursor && mine.length > 1) throw badCursor();
  try {
    const lists = await Promise.all(mine.map((a) => tasksIn(cases(), taskIndex(a), cursor || undefined)));
    const items = lists
      .flatMap((list) => list.items)
      .sort((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1));
    const next = lists.length === 1 ? lists[0]?.cursor : undefined;
    return json(200, { items, ...(next ? { cursor: next } : {}) });
  } catch (error) {
    throw error instanceof BadCursor ? badCursor() : error;
  }
}

async function findCase(asked: Asked) {
  if ((await appointed(asked)).length === 0) throw problem('forbidden');
  const reference = asked.query.reference ?? '';
  if (!isReference(reference)) throw problem('notFound');
  const found = await caseOfReference(cases(), plainReference(reference));
  return json(200, { items: found ? [found] : [] });
}

async function me(asked: Asked) {
  const appointments = await appointed(asked);
  const { person = '', name = '' } = asked.caller ?? {};
  return json(200, { person, name, appointments, may: [] });
}

const serving = serve('workspace', { me, tasks, findCase });
/** What officers ask beside one case: who they are, their tasks, where a case is. */
export const handler = (event: ApiEvent, context: Parameters<typeof serving>[1]) => serving(event, context);
