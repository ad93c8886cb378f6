import type { CollectionView, MineEntry, PublicStatus } from '#core/api/types.ts';
import { isReference, plainReference } from '#core/case/reference.ts';
import type { Identity } from '#core/case/types.ts';
import { isKatottg } from '#core/reference/identifiers.ts';
import type { ApiEvent, Asked } from '../http/event.ts';
import { problem } from '../http/problem.ts';
import { json, serve } from '../http/serve.ts';
import { openCollections } from '../store/collections.ts';
import { BadCursor, caseOfReference, casesOfAll } from '../store/lists.ts';
import { newsOf } from '../store/news.ts';
import { personKeys } from '../store/person-key.ts';
import { released, releasedServices, territoriesIn } from '../store/published.ts';
import { cases, platform } from '../store/tables.ts';
import { servicePage } from './catalogue/service-page.ts';

async function status({ names }: Asked) {
  const reference = names.reference ?? '';
  if (!isReference(reference)) throw problem('notFound');
  const found = await caseOfReference(cases(), plainReference(reference));
  if (!found) throw problem('notFound');
  const shown: PublicStatus = {
    reference: plainReference(reference),
    service: found.title,
    state: found.state ?? {},
    ...(found.outcome === undefined ? {} : { outcome: found.outcome }),
    changedAt: found.changedAt,
  };
  return json(200, shown);
}

/** Under which keys the cases lie of who asks: their own, and that of the business that they act for. */
async function keysOf({ person, claims }: NonNullable<Asked['caller']>): Promise<string[]> {
  const { business } = (claims.identity ?? {}) as Partial<Identity>;
  const key = business && (await personKeys())({ edrpou: business.edrpou });
  return key && key !== person ? [person, key] : [person];
}

async function mine({ caller, query }: Asked) {
  if (!caller) throw problem('signedOut');
  try {
    const people = await keysOf(caller);
    const { items, cursor } = await casesOfAll(cases(), people, query.cursor || undefined);
    const shown = items.map(
      ({ case: id, asked, ...card }): MineEntry => ({ ...card, id, ...(asked ? { waiting: true } : {}) }),
    );
    return json(200, { items: shown, ...(cursor ? { cursor } : {}) });
  } catch (error) {
    if (!(error instanceof BadCursor)) throw error;
    throw problem(error.code);
  }
}

async function services() {
  return json(200, { items: await releasedServices(platform()) });
}

async function service({ names }: Asked) {
  const id = names.service ?? '';
  const found = /^[a-z][a-z0-9-]{0,62}$/.test(id) ? await released(platform(), id) : null;
  if (!found) throw problem('notFound');
  return json(200, servicePage(found, new Date().toISOString()));
}

/** The collections that applications of a service may be sent to now. */
async function collections({ names }: Asked) {
  const service = names.service ?? '';
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(service)) throw problem('notFound');
  const found = await openCollections(platform(), service, new Date().toISOString());
  const items = found.map(
    ({ id, reference, title, opens, closes, replaceable }): CollectionView => ({
      ...{ id, reference: plainReference(reference), title, closes },
      ...(opens === undefined ? {} : { opens }),
      ...(replaceable ? { replaceable } : {}),
    }),
  );
  return json(200, { items });
}

/** What is announced in a place now. */
async function news({ names }: Asked) {
  const place = names.place ?? '';
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(place)) throw problem('notFound');
  return json(200, { items: await newsOf(platform(), place, new Date().toISOString()) });
}

/** The territories below the one named, in the path or as `parent`; at the top where none is. */
async function territories({ names, query }: Asked) {
  const parent = names.parent ?? query.parent ?? '';
  if (parent !== '' && !isKatottg(parent)) throw problem('notFound');
  return json(200, { items: await territoriesIn(platform(), parent) });
}

const serving = serve('catalogue', {
  services,
  service,
  collections,
  news,
  territories,
  territoriesIn: territories,
  status,
  mine,
});
/** What anyone asks of services and territories, and citizens beside one application: their own, the status of a reference. */
export const handler = (event: ApiEvent, context: Parameters<typeof serving>[1]) => serving(event, context);
