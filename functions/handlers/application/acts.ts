import type { Followed } from '#core/api/types.ts';
import { listsOf } from '#core/case/lookups.ts';
import { childOf } from '#core/case/origin.ts';
import type { Act, Case, Duplicate, FileVersion, SendMessage, Withdraw } from '#core/case/types.ts';
import { partiesOf } from '#core/case/who.ts';
import { withChanges } from '#core/flow/pointer.ts';
import { command } from '../../http/command.ts';
import type { Asked } from '../../http/event.ts';
import { lookUpLists } from '../../lookups/lists.ts';
import { answersIn } from '../../lookups/look-up.ts';
import { announcedFiles } from '../../store/announced.ts';
import { runtimeOf } from '../../store/bundles.ts';
import { setting } from '../../store/setting.ts';
import { cases } from '../../store/tables.ts';
import { actorOf } from './reach.ts';

/** The ids that stand anywhere in what was sent. */
function idsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (value !== null && typeof value === 'object')
    for (const inner of Object.values(value)) idsIn(inner, found);
  return found;
}

/** The files that a party announced for this case and names in what it sends. */
async function filesNamed(asked: Asked): Promise<{ [id: string]: FileVersion }> {
  const { changes, data } = asked.body;
  if (changes === undefined && data === undefined) return {};
  const named = idsIn([changes, data]);
  const of = { service: setting('KLADKA_SERVICE'), case: asked.names.id ?? '' };
  const announced = await announcedFiles(cases(), of);
  return Object.fromEntries(
    announced
      .filter(({ file, person }) => person === asked.caller?.person && named.has(file.id))
      .map(({ file }) => [file.id, file]),
  );
}

/** The lists from which a corrected form chooses, as registries answer them now: never as the browser has them. */
async function listsFor(kase: Case, changes: Act['changes'], person: string): Promise<Pick<Act, 'lookups'>> {
  const service = await runtimeOf(kase.definition);
  if (!changes || Object.keys(listsOf(service)).length === 0) return {};
  const form = withChanges(kase.data.form, changes);
  const looked = await lookUpLists({ store: cases(), service, case: kase, person }, form);
  return { lookups: answersIn(looked) };
}

/** An action where the party is waited for: at `path`, else at its only place. */
export async function partyAct(asked: Asked) {
  const actor = actorOf(asked);
  const body = asked.body as Partial<Act>;
  const files = await filesNamed(asked);
  return command(asked, actor, async (kase) => {
    const keys = partiesOf(kase, actor.identity);
    const place = Object.values(kase.places).find((p) => p.kind === 'party' && keys.includes(p.party));
    const lookups = await listsFor(kase, body.changes, actor.identity.person);
    return {
      ...body,
      ...lookups,
      type: 'act',
      path: body.path ?? place?.path ?? '',
      action: asked.names.action ?? '',
      ...(Object.keys(files).length > 0 ? { files } : {}),
    };
  });
}

export const partyMessage = (asked: Asked) =>
  command(asked, actorOf(asked), () => ({ ...(asked.body as Omit<SendMessage, 'type'>), type: 'message' }));

/** The applicant asks for a duplicate of a document. */
export const partyDuplicate = (asked: Asked) =>
  command(asked, actorOf(asked), () => ({
    ...(asked.body as Omit<Duplicate, 'type'>),
    type: 'duplicate',
  }));

/** A complaint or a renewal: what is answered is where its draft will be. */
const follow = (type: 'appeal' | 'renew') => async (asked: Asked) => {
  let service = '';
  return command(
    asked,
    actorOf(asked),
    async (kase) => {
      const { after } = (await runtimeOf(kase.definition)).bundle;
      service = after?.[type]?.service ?? '';
      return { type };
    },
    ({ id, seq }): Followed => ({ service, application: childOf(`${id}/${seq}/0`) }),
  );
};
export const appeal = follow('appeal');
export const renew = follow('renew');

export const withdraw = (asked: Asked) =>
  command(asked, actorOf(asked), () => ({ ...(asked.body as Omit<Withdraw, 'type'>), type: 'withdraw' }));
