import { flowOf } from '#core/flow/position.ts';
import type { JsonObject, Path } from '#core/flow/types.ts';
import { plus } from './day.ts';
import type { PartyData, PartyMeta } from './event.ts';
import { giveBackAfter, heldUntil } from './give-back.ts';
import { renewalReminders } from './lasting.ts';
import { tell } from './messages.ts';
import type { Place } from './place.ts';
import { termAfter } from './term.ts';
import type { Turn } from './turn.ts';
import type { Walk } from './walk.ts';

/** Tells the case what the walk came to: cancelled places, the move, the end, and who is told of it. */
export function settle(walk: Walk) {
  const { turn } = walk;
  const gone = [...walk.left].filter((path) => isCalledOff(turn.case.places[path]));
  if (walk.cancelled.size + gone.length > 0) sayCancelled(turn, [...walk.cancelled, ...gone]);
  const entered = numbered([...walk.entered.values()], turn.case.id, turn.nextSeq);
  const term = termAfter(walk);
  const parties = Object.entries(walk.parties);
  const metas: { [key: string]: PartyMeta } = {};
  const datas: { [key: string]: PartyData } = {};
  for (const [key, p] of parties) {
    metas[key] = p.meta;
    datas[key] = p.data;
  }
  const kept = keptFrom(walk);
  const data = {
    ...(Object.keys(walk.asks).length > 0 ? { asks: walk.asks } : {}),
    ...(Object.keys(walk.items).length > 0 ? { items: walk.items } : {}),
    ...(parties.length > 0 ? { parties: datas } : {}),
  };
  turn.say({
    type: 'moved',
    position: walk.position,
    left: [...walk.left],
    entered,
    states: walk.states,
    outcomes: walk.outcomes,
    ...(Object.keys(walk.joined).length > 0 ? { joined: walk.joined } : {}),
    ...(parties.length > 0 ? { parties: metas } : {}),
    ...(term === undefined ? {} : { term }),
    ...(kept.length > 0 ? { kept } : {}),
    ...(Object.keys(data).length > 0 ? { data } : {}),
  });
  if (walk.ended) {
    const kept = turn.service.bundle.retention[walk.ended.kind as 'granted'];
    const retention = kept === undefined ? {} : { retention: plus(turn.now, kept) };
    const outcome = { ...walk.ended, ...retention };
    const remind = renewalReminders(turn.service, { ...turn.case, outcome }, turn.now);
    turn.say({
      type: 'ended',
      outcome: { ...outcome, ...(Object.keys(remind).length > 0 ? { remind } : {}) },
    });
    giveBackAfter(turn, walk.ended.kind);
  }
  tell(turn, walk.messages);
}

/** Whether others must hear that a place is left without their answer: what they give later would be nobody's. */
const isCalledOff = (place: Place | undefined): boolean =>
  place?.kind === 'ask' &&
  place.pending.length > 0 &&
  ['pay', 'sign', 'reserve', 'collect'].includes(place.type);

/** Reserved places that are kept for good: someone has taken the step that they were held for. */
function keptFrom({ turn, left }: Walk): string[] {
  const [first] = turn.events;
  if (first?.type !== 'acted' && first?.type !== 'answered') return [];
  const flows = new Set([...left].map(flowOf));
  return heldUntil(turn.case.held)
    .filter(({ seq, path }) => seq < first.seq && flows.has(flowOf(path)))
    .map(({ effect }) => effect);
}

/** States whose asking says what is to be called off. */
const ASK_TOLD: ReadonlySet<string> = new Set(['start', 'collect', 'publish']);

/** Tells that places are not needed any more, and which effects are to be called off. */
export function sayCancelled(turn: Turn, paths: Path[]) {
  const effects: { [path: Path]: { connector: string; ids: string[]; ask?: JsonObject } } = {};
  for (const path of paths) {
    const place = turn.case.places[path];
    if (place?.kind === 'ask' && place.pending.length > 0)
      effects[path] = {
        connector: place.connector,
        ids: place.pending,
        ...(ASK_TOLD.has(place.type) ? { ask: place.ask } : {}),
      };
  }
  turn.say({ type: 'cancelled', paths, effects });
}

/** Gives places that are new their visit and what they ask their effect ids: `<case>/<event seq>/<n>`. */
function numbered(places: Place[], kase: string, seq: number): Place[] {
  let n = 0;
  return places.map((place) =>
    place.kind === 'ask'
      ? { ...place, visit: seq, pending: [`${kase}/${seq}/${n++}`] }
      : { ...place, visit: place.visit || seq },
  );
}
