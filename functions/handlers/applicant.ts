import type { Act, Actor, Identity, SendMessage, Withdraw } from '#core/case/types.ts';
import { partiesOf } from '#core/case/who.ts';
import { command } from '../http/command.ts';
import type { ApiEvent, Asked } from '../http/event.ts';
import { problem } from '../http/problem.ts';
import { serve } from '../http/serve.ts';

function actorOf({ caller }: Asked): Actor & { kind: 'party' } {
  if (!caller) throw problem('signedOut');
  const told = caller.claims.identity;
  const identity = told !== null && typeof told === 'object' ? (told as Omit<Identity, 'person'>) : {};
  return { kind: 'party', identity: { ...identity, person: caller.person } };
}

/** An action where the party is waited for: at `path`, else at its only place. */
const partyAct = (asked: Asked) => {
  const actor = actorOf(asked);
  const body = asked.body as Partial<Act>;
  return command(asked, actor, (kase) => {
    const keys = partiesOf(kase, actor.identity);
    const place = Object.values(kase.places).find((p) => p.kind === 'party' && keys.includes(p.party));
    return { ...body, type: 'act', path: body.path ?? place?.path ?? '', action: asked.names.action ?? '' };
  });
};
const partyMessage = (asked: Asked) =>
  command(asked, actorOf(asked), () => ({ ...(asked.body as Omit<SendMessage, 'type'>), type: 'message' }));
const withdraw = (asked: Asked) =>
  command(asked, actorOf(asked), () => ({ ...(asked.body as Omit<Withdraw, 'type'>), type: 'withdraw' }));

const serving = serve('applicant', { partyAct, partyMessage, withdraw });
/** What a party does in an application of this service. */
export const handler = (event: ApiEvent, context: Parameters<typeof serving>[1]) => serving(event, context);
