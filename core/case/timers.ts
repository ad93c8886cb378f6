import type { Overdue, State, Target } from '#core/definition/types.generated.ts';
import { flowOf } from '#core/flow/position.ts';
import { isAsk, stateAt } from '#core/flow/states.ts';
import type { Path } from '#core/flow/types.ts';
import { failing, failure } from './answers.ts';
import { closes } from './collect.ts';
import type { TimerFired, TimerKind } from './command.ts';
import { dayOf } from './day.ts';
import { draws } from './draws.ts';
import { giveBack, heldAt } from './give-back.ts';
import { renewableIn } from './lasting.ts';
import { tell, tellOfEnd } from './messages.ts';
import { fault, refuse } from './refuse.ts';
import { settle } from './settle.ts';
import type { Turn } from './turn.ts';
import { timersOf } from './waiting.ts';
import { Walk } from './walk.ts';

/** A timer that is set as named and due fires; any other is refused as late, so that a double sweep doubles nothing. */
export function timerFired(turn: Turn, { path, kind, at }: TimerFired) {
  if (turn.given.actor.kind !== 'system')
    refuse('notAllowed', 'Таймери спрацьовують самі', 'Timers fire by themselves');
  const set = timersOf(turn.case).some((t) => t.path === path && t.kind === kind && t.at === at);
  if (!set || at > turn.now)
    refuse(
      'late',
      'Такого таймера немає або ще не час',
      'No such timer is set, or it is not due yet',
      '/kind',
    );
  if (kind === 'decide') return termRanOut(turn);
  if (kind === 'retention') return turn.say({ type: 'expired' });

  if (kind.startsWith('renew')) return remindsOfEnd(turn, kind);
  if (kind === 'draw') return draws(turn, path);
  if (kind === 'hold') return holdRanOut(turn, path);
  const place = turn.case.places[path];
  const state = stateAt(turn.service.bundle.flow, path);
  if (!place || !state) return fault(path, 'there is no such state');
  if (kind === 'next') {
    // no time that anyone waited for has come: the case only goes on opening
    const walk = new Walk(turn);
    walk.openNext(path);
    return settle(walk);
  }
  if (kind === 'until' && place.kind === 'ask') return closes(turn, place);
  const overdue = 'overdue' in state ? state.overdue : undefined;
  const isReminder = kind.startsWith('remind');
  const raisedTo = kind === 'due' ? overdue?.raise : undefined;
  turn.say({ type: 'timerFired', path, kind, ...(raisedTo === undefined ? {} : { raisedTo }) });

  if (isReminder) {
    const number = Number(kind.slice('remind'.length));
    const message = 'remind' in state ? state.remind?.[number]?.message : undefined;
    if (message !== undefined) tell(turn, [{ message, path }]);
    return;
  }
  const messages = kind === 'due' ? (overdue?.notify ?? []).map((message) => ({ message, path })) : [];
  const target = leadsTo(state, kind, overdue);
  if (target === undefined) return tell(turn, messages);
  const walk = new Walk(turn);
  walk.messages.push(...messages);
  if (place.kind === 'group') walk.closeGroup(path);
  walk.leave(path, target, failure('due'));
  settle(walk);
}

/** Where a timer takes the case; undefined where it stays. */
function leadsTo(state: State, kind: TimerKind, overdue: Overdue | undefined): Target | undefined {
  if (kind === 'until') return state.type === 'wait' ? state.next : undefined;
  if (kind === 'due' && overdue !== undefined) return overdue.to;
  return isAsk(state) ? failing(state, 'due') : undefined;
}

/** What was granted will end: whoever has it is told when, and that it may be renewed. */
function remindsOfEnd(turn: Turn, kind: TimerKind) {
  const renewal = renewableIn(turn.service, turn.case);
  turn.say({ type: 'timerFired', path: '', kind });
  if (renewal) tellOfEnd(turn, dayOf(renewal.until));
}

/** Nobody took the next step in time: the place is given back, and the flow goes the way of none. */
function holdRanOut(turn: Turn, path: Path) {
  const state = stateAt(turn.service.bundle.flow, path);
  if (state?.type !== 'reserve') return fault(path, 'there is no such reservation');
  turn.say({ type: 'timerFired', path, kind: 'hold' });
  giveBack(turn, heldAt(turn, path));
  const walk = new Walk(turn);
  if (!walk.goes(flowOf(path))) return;
  walk.interrupt(flowOf(path), state.none);
  settle(walk);
}

/** The term in law for the whole case has run out: late, or silence means consent or refusal. */
function termRanOut(turn: Turn) {
  const rule = turn.service.bundle.decideWithin;
  if (!rule) return fault('decideWithin', 'there is no term any more');
  const { meaning, to, raise, notify } = rule.overdue;
  turn.say({ type: 'termOverdue', meaning, ...(raise === undefined ? {} : { raisedTo: raise }) });
  const messages = (notify ?? []).map((message) => ({ message, path: '' }));
  if (to === undefined) return tell(turn, messages);
  const walk = new Walk(turn);
  walk.messages.push(...messages);
  walk.cancelAll();
  walk.restart(to);
  settle(walk);
}
