import type { Case, Identity, PartyActor } from '#core/case/types.ts';
import { partiesOf } from '#core/case/who.ts';
import type { Asked } from '../../http/event.ts';
import { problem } from '../../http/problem.ts';
import type { DraftItem } from '../../store/items.ts';
import { load } from '../../store/load.ts';
import { setting } from '../../store/setting.ts';
import { cases } from '../../store/tables.ts';

/** The party that asks, as the token vouches for it. @throws ApiProblem signedOut */
export function actorOf({ caller }: Asked): PartyActor {
  if (!caller) throw problem('signedOut');
  const told = caller.claims.identity;
  const identity = told !== null && typeof told === 'object' ? (told as Omit<Identity, 'person'>) : {};
  return { kind: 'party', identity: { ...identity, person: caller.person } };
}

/** A draft of the one who asks, or a case that they are a party of. */
export type Reached = { actor: PartyActor; now: string } & (
  | { draft: DraftItem; case?: undefined }
  | { case: Case; draft?: undefined }
);

/** What `id` of the path is. Whose it is not, is told the same as where there is none. @throws ApiProblem notFound */
export async function reach(asked: Asked): Promise<Reached> {
  const actor = actorOf(asked);
  const now = new Date().toISOString();
  const found = await load(cases(), { service: setting('KLADKA_SERVICE'), case: asked.names.id ?? '' }, now);
  if (found.case && partiesOf(found.case, actor.identity).length > 0) return { actor, now, case: found.case };
  if (!found.case && found.draft?.person === actor.identity.person) return { actor, now, draft: found.draft };
  throw problem('notFound');
}
