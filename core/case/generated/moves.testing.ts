import type { Action, TaskForm } from '#core/definition/types.generated.ts';
import { stateAt } from '#core/flow/states.ts';
import type { JsonObject } from '#core/flow/types.ts';
import type { Command } from '../command.ts';
import type { AskPlace, Place } from '../place.ts';
import { timersOf } from '../waiting.ts';
import { officer, rightFor, system } from './cast.testing.ts';
import type { Draw } from './draw.testing.ts';
import type { Step, Walk } from './walk.testing.ts';

/** A step of a case, and the event of a statechart that means the same; without one where only the case has such a step. */
export type Move = Step & { event?: { type: string; code?: string } };

/** Something that may happen at a place, as it should be done. Only tests import this. */
export function move(walk: Walk, draw: Draw, place: Place): Move | undefined {
  const { path } = place;
  const timer = timersOf(walk.here).find((one) => one.path === path && /^(due|until|retry)$/.test(one.kind));
  if (timer && (place.kind === 'group' || draw.once(4) || (place.kind === 'wait' && !place.event))) {
    const at = timer.at > walk.now ? { at: timer.at } : {};
    const type = `${path} ${timer.kind === 'until' ? 'until' : 'due'}`;
    return { actor: system, command: { type: 'timerFired', ...timer }, ...at, event: { type, code: 'due' } };
  }
  switch (place.kind) {
    case 'task':
    case 'party':
      return acts(walk, draw, place);
    case 'ask':
      return answers(walk, draw, place);
    case 'wait': {
      const event = { found: true, level: 9 };
      return {
        actor: system,
        command: { type: 'eventTold', connector: 'court', event },
        event: { type: `${path} told` },
      };
    }
    case 'group':
      return undefined;
  }
}

function acts(walk: Walk, draw: Draw, place: Extract<Place, { kind: 'task' | 'party' }>): Move {
  const { path } = place;
  const state = stateAt(walk.runtime.bundle.flow, path);
  const actions = state?.type === 'task' || state?.type === 'party' ? state.actions : {};
  if (place.kind === 'task' && place.claimedBy === undefined) {
    const { agency, office } = place;
    const boss = officer('o-boss', agency === 'ministry' ? 'secretary' : 'chief', agency, office);
    // one officer a place: four eyes are not what is compared
    return { actor: boss, command: { type: 'assign', path, person: `o-${path}` } };
  }
  const name = draw.of(Object.keys(actions));
  const { grounds, explain, marks, to } = actions[name] as Action;
  const { flow, form } = walk.runtime.bundle;
  const target = typeof to === 'string' ? stateAt(flow, path.replace(/[^/]+$/, to)) : undefined;
  const pages = target?.type === 'party' ? (target.pages ?? []) : [];
  const page = form.pages.find(({ id }) => pages.length === 0 || pages.includes(id));
  const command: Command = {
    ...{ type: 'act', path, action: name, reason: 'Причина§' },
    ...(grounds ? { grounds: grounds.slice(0, 1) } : {}),
    ...(explain ? { explain: '§' } : {}),
    ...(marks ? { marks: [{ pointer: page?.fields[0] ?? '' }] } : {}),
    ...(state && 'form' in state && state.form ? { data: { sum: 1, ...rowsOf(walk, state.form) } } : {}),
  };
  return { actor: rightFor(draw, walk.here, place), command, event: { type: `${path} ${name}` } };
}

/** A row for each owner, where the form has them. */
const rowsOf = (walk: Walk, { rows }: TaskForm): JsonObject =>
  rows && Array.isArray(walk.here.data.form.owners)
    ? { checks: walk.here.data.form.owners.map(() => ({ fine: true })) }
    : {};

function answers(walk: Walk, draw: Draw, place: AskPlace): Move {
  const { path, ask, type, stage } = place;
  const effect = place.pending[0] ?? '';
  const state = stateAt(walk.runtime.bundle.flow, path);
  const says = (command: Command, way?: string): Move => ({
    actor: system,
    command,
    ...(way === undefined ? {} : { event: { type: `${path} ${way}`, code: 'unavailable' } }),
  });
  if (type !== 'start' && draw.once(4)) {
    const code = type === 'sign' ? 'declined' : 'unavailable';
    const way = type === 'sign' ? 'declined' : 'failed';
    return says({ type: 'callFailed', effect, code }, way);
  }
  switch (type) {
    case 'pay':
      return says({ type: 'paid', effect, payment: 'p', amount: Number(ask.amount) }, 'answered');
    case 'sign':
      return says({ type: 'signed', effect, signature: {} }, 'answered');
    case 'start': {
      if (ask.await === 'none') return says({ type: 'callAnswered', effect, result: {} }, 'answered');
      const told = place.ended?.length ?? 0;
      const isLast = ask.await === 'any' || told + 1 >= Number(ask.count);
      const command = { type: 'childEnded', effect, child: `c${told}`, outcome: 'granted' } as const;
      return says(command, isLast ? 'answered' : undefined);
    }
    case 'collect': {
      const bids = Array.from({ length: draw.below(4) }, (_, n) => ({ id: `b${n}` }));
      const few = state?.type === 'collect' && state.tooFew !== undefined && bids.length < (state.min ?? 0);
      return says({ type: 'callAnswered', effect, result: bids }, few ? 'tooFew' : 'answered');
    }
    case 'issue': {
      const isFirst = ask.registry !== undefined && ask.document !== undefined && stage !== 'document';
      const result = {
        id: `d-${walk.here.seq}`,
        sha256: 'a'.repeat(64),
        key: 'k',
        registry: 'people',
        version: 'v1',
      };
      return says({ type: 'callAnswered', effect, result }, isFirst ? undefined : 'answered');
    }
    default:
      return says({ type: 'callAnswered', effect, result: { found: true, level: 1, key: 'k1' } }, 'answered');
  }
}
