import type { Action, TaskForm } from '#core/definition/types.generated.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Json, JsonObject } from '#core/flow/types.ts';
import type { Actor } from '../actor.ts';
import type { Command } from '../command.ts';
import type { AskPlace, PartyPlace, Place, TaskPlace } from '../place.ts';
import { timersOf } from '../waiting.ts';
import { auditorOf, rightFor, system } from './cast.testing.ts';
import type { Draw } from './draw.testing.ts';
import type { Step, Walk } from './walk.testing.ts';

/** What a place waits for is done by whom it waits for, mostly as it should be. Only tests import this. */
export function sensible(walk: Walk, draw: Draw, place: Place): Step {
  switch (place.kind) {
    case 'task':
      return inTask(walk, draw, place);
    case 'party':
      return { actor: rightFor(draw, walk.here, place), command: acts(walk, draw, place) };
    case 'ask':
      return { actor: system, command: answers(draw, place) };
    case 'wait':
      if (place.event) return { actor: system, command: told(draw, place.event.connector) };
      return fires(walk, place.path) ?? { actor: system, command: { type: 'expire' } };
    case 'group':
      return fires(walk, place.path) ?? { actor: system, command: { type: 'expire' } };
  }
}

/** The next timer of a place, at its time. */
export function fires(walk: Walk, path?: string): Step | undefined {
  const timers = timersOf(walk.here)
    .filter((timer) => path === undefined || timer.path === path)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const [timer] = timers;
  if (!timer) return undefined;
  return {
    actor: system,
    command: { type: 'timerFired', ...timer },
    ...(timer.at > walk.now ? { at: timer.at } : {}),
  };
}

function inTask(walk: Walk, draw: Draw, place: TaskPlace): Step {
  const { path, assign } = place;
  const actor = rightFor(draw, walk.here, place);
  const consults = Object.values(place.consults ?? {}).filter((one) => one.answered === undefined);
  const [asked] = consults;
  if (asked && draw.once(2)) {
    const { agency, office, role, id } = asked;
    const expert: Actor = { kind: 'officer', appointment: { person: 'o-expert-1', agency, office, role } };
    return { actor: expert, command: { type: 'answerConsult', path, consult: id, opinion: 'Думка§' } };
  }
  if (place.claimedBy === undefined) {
    const drawn = place.draw === undefined ? undefined : fires(walk, path);
    if (drawn && !draw.once(4)) return drawn;
    if (assign !== 'byHead' || draw.once(4)) return { actor, command: { type: 'claim', path } };
    const person = `o-${place.role}-${draw.between(1, 2)}`;
    return { actor: auditorOf(walk.here), command: { type: 'assign', path, person } };
  }
  const command = draw.weighted<() => Command>([
    [5, () => acts(walk, draw, place)],
    [1, () => ({ type: 'release', path })],
    [1, () => ({ type: 'transfer', path, agency: 'city', office: 'central', reason: 'Причина§' })],
    [1, () => ({ type: 'transfer', path, agency: 'ministry', office: 'main', role: 'expert', reason: '§' })],
    [
      2,
      () => ({
        type: 'consult',
        path,
        ...{ agency: 'ministry', office: 'main', role: 'expert' },
        question: 'Питання§',
        by: walk.later(5),
        fields: draw.some(walk.fields),
      }),
    ],
  ])();
  return { actor, command };
}

/** An action of a state, with what it asks for. */
function acts(walk: Walk, draw: Draw, place: TaskPlace | PartyPlace): Command {
  const state = stateAt(walk.runtime.bundle.flow, place.path);
  const actions = state?.type === 'task' || state?.type === 'party' ? state.actions : {};
  const name = draw.of(Object.keys(actions));
  const { reason, grounds, explain, marks } = actions[name] as Action;
  const form = state && 'form' in state ? state.form : undefined;
  const open = place.kind === 'party' ? place.open : state?.type === 'task' ? (state.edits ?? []) : [];
  const changed = draw.once(3) ? draw.some(open) : [];
  return {
    type: 'act',
    path: place.path,
    action: name,
    ...(reason || draw.once(5) ? { reason: 'Причина§' } : {}),
    ...(grounds ? { grounds: [draw.of(grounds)] } : {}),
    ...(explain ? { explain: 'Пояснення§' } : {}),
    ...(marks ? { marks: [{ pointer: draw.of(walk.fields), say: '§' }] } : {}),
    ...(form ? { data: entry(walk, draw, form) } : {}),
    ...(changed.length > 0 ? { changes: walk.changes(draw, changed) } : {}),
  };
}

/** What is entered in a state's own form; now and then rows or a choice that the case does not have. */
function entry(walk: Walk, draw: Draw, { rows, options }: TaskForm): JsonObject {
  const owners = (walk.here.data.form.owners ?? []) as unknown as readonly { rnokpp: string }[];
  const of = rows && draw.once(8) ? [...owners, {}] : owners;
  const chosen = draw.once(8) ? '1' : owners[0]?.rnokpp;
  return {
    sum: draw.below(100),
    ...(draw.once(2) ? { note: '§' } : {}),
    ...(rows ? { checks: of.map(() => ({ fine: draw.once(2) })) } : {}),
    ...(options && chosen !== undefined ? { speaker: chosen } : {}),
  };
}

const CODES = ['unavailable', 'exists', 'absent', 'taken', 'declined', 'refused'] as const;

/** What a system says that was asked: what it should say, or that it failed. */
function answers(draw: Draw, place: AskPlace): Command {
  const effect = place.pending[0] ?? 'none';
  if (draw.once(5))
    return {
      type: 'callFailed',
      effect,
      code: draw.of(CODES),
      ...(draw.once(3) ? { final: false, message: '§' } : {}),
    };
  const amount = Number(place.ask.amount);
  switch (place.type) {
    case 'pay':
      return { type: 'paid', effect, payment: 'payment', amount: draw.once(8) ? amount + 1 : amount };
    case 'sign':
      return { type: 'signed', effect, signature: { value: '§' } };
    case 'start':
      if (place.ask.await === 'none') return { type: 'callAnswered', effect, result: {} };
      return { type: 'childEnded', effect, child: `c${draw.between(1, 3)}`, outcome: 'granted' };
    default:
      return { type: 'callAnswered', effect, result: result(draw, place) };
  }
}

function result(draw: Draw, { type, ask, stage }: AskPlace): Json {
  switch (type) {
    case 'call':
      return looked(draw);
    case 'reserve':
      return draw.once(3) ? null : { key: 'k1', place: draw.of(['x', null]), level: draw.below(9) };
    case 'collect':
      return Array.from({ length: draw.below(4) }, (_, n) => ({ id: `b${n}`, about: '§' }));
    case 'issue':
      if (ask.registry !== undefined && stage !== 'document')
        return { registry: 'people', key: '§', version: 1 };
      return {
        id: `d-${draw.below(1000)}`,
        sha256: 'a'.repeat(64),
        number: '1/2026',
        key: 'd.pdf',
        version: 'v1',
      };
    default:
      return {};
  }
}

const looked = (draw: Draw): JsonObject => ({
  found: draw.once(2),
  level: draw.below(9),
  ...(draw.once(2) ? { name: 'Назва§' } : {}),
});

export const told = (draw: Draw, connector: string): Command => ({
  type: 'eventTold',
  connector,
  event: looked(draw),
});
