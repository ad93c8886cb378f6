import { SQSClient } from '@aws-sdk/client-sqs';
import type { EffectView } from '#core/api/types.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { ApiProblem, problem } from '../http/problem.ts';
import { json } from '../http/serve.ts';
import { servicesIn } from '../store/agencies.ts';
import { deadId, deadItems, deadKey } from '../store/dead.ts';
import { BadCursor } from '../store/lists.ts';
import { outboxItem, replay } from '../store/outbox.ts';
import { setting } from '../store/setting.ts';
import { cases, platform } from '../store/tables.ts';
import { sendAll } from '../store/wake.ts';
import { once } from './once.ts';
import { having, standingOf } from './standing.ts';

const queues = new SQSClient({});

/** The services of the agencies in which the officer answers for effects. @throws ApiProblem forbidden */
async function servicesOf(asked: Asked): Promise<ReadonlySet<string>> {
  const standing = await standingOf(asked);
  const agencies = new Set(having(standing, 'dead').map(({ agency }) => agency));
  const services = [...(await servicesIn(platform())).values()];
  return new Set(services.filter(({ agency }) => agencies.has(agency.id)).map(({ id }) => id));
}

/** `GET /effects`: what was given up, of the services of the officer's agencies. */
export async function deadEffects(asked: Asked): Promise<ApiResult> {
  const theirs = await servicesOf(asked);
  const list = await deadItems(cases(), asked.query.cursor || undefined).catch((error: unknown) => {
    throw error instanceof BadCursor ? problem('badCursor') : error;
  });
  const items = list.items
    .filter(({ service }) => theirs.has(service))
    .map((item): EffectView => {
      const { connector, kind, reference, service, attempts, since, reason } = item;
      return {
        id: deadId(item),
        ...{ connector, kind, reference, service, case: item.case, code: reason, attempts, since },
      };
    });
  return json(200, { items, ...(list.cursor ? { cursor: list.cursor } : {}) });
}

/** `POST /effects/{id}/replay`: tried again from the first of its effects that is not done. A second press changes nothing. */
export async function replayEffect(asked: Asked): Promise<ApiResult> {
  const theirs = await servicesOf(asked);
  const key = deadKey(asked.names.id ?? '');
  const item = key ? await outboxItem(cases(), key.pk, key.sk) : null;
  if (!key || !item || !theirs.has(item.service)) throw problem('notFound');
  return once(asked, async () => {
    // another's press a moment ago does the same: replayed twice is replayed once
    if (item.state === 'dead') {
      await replay(cases(), key, new Date().toISOString());
      // not to wait for the minute sweep, which finds it where this does not get there
      const wake = { queue: `connector-${item.connector}`, body: { outbox: key.pk } };
      await sendAll(queues, setting('KLADKA_QUEUES'), [wake]);
    } else if (item.state === 'done')
      throw new ApiProblem(409, 'notDead', {
        uk: 'Цю дію вже виконано.',
        en: 'This effect is done already.',
      });
    return { writes: [], body: { id: asked.names.id } };
  });
}
