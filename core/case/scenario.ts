import type { ActStep, AnswerStep, DoStep, Scenario, ScenarioStep } from '#core/definition/types.ts';
import { isRecord } from '#core/expression/record.ts';
import type { Instant, Json } from '#core/flow/types.ts';
import type { Actor, Colleague, Ids } from './actor.ts';
import type { Command } from './command.ts';
import { plus } from './day.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { AskPlace } from './place.ts';
import { reference } from './reference.ts';
import type { Refusal } from './refusal.ts';
import type { ServiceRuntime } from './runtime.ts';
import { applicantIn, beginningOf } from './scenario-begins.ts';
import type { Case, CaseEvent } from './types.ts';
import { timersOf } from './waiting.ts';

export type { Scenario, ScenarioStep } from '#core/definition/types.ts';

/** A command that was accepted, by whom and when; `seq`: the last event that came of it. */
export type Taken = {
  at: Instant;
  actor: Actor;
  command: Command;
  seq: number;
  staff?: readonly Colleague[];
};

/** What a scenario came to. `refused`: the step (-1 the submission) that was refused, and why. */
export type Played = {
  case: Case | null;
  /** The instant at which it ends. */
  now: Instant;
  events: CaseEvent[];
  taken: Taken[];
  refused?: { step: number; refusal: Refusal };
  outcome?: string;
  documents: string[];
  records: string[];
  messages: string[];
};

/** What happens to the case before a step beside the scenario: its events, and how the scenario is played on from there. */
export type Meanwhile = (
  step: number,
  kase: Case,
  now: Instant,
  ids: Ids,
) => { events: readonly CaseEvent[]; service: ServiceRuntime; scenario: Scenario } | undefined;

/** Plays a scenario. Deterministic: identifiers are counted, time comes from the scenario. */
export function playScenario(begun: ServiceRuntime, given: Scenario, meanwhile?: Meanwhile): Played {
  let [service, scenario] = [begun, given];
  const events: CaseEvent[] = [];
  const taken: Taken[] = [];
  const ids = counted();
  let kase: Case | null = null;
  let now = scenario.submittedAt;
  const take = (actor: Actor, command: Command, staff?: readonly Colleague[]): Refusal | undefined => {
    const decision = decide(service, kase, command, { now, actor, ids, ...(staff ? { staff } : {}) });
    if (decision.refusal) return decision.refusal;
    for (const event of decision.events) kase = evolve(kase, event);
    events.push(...decision.events);
    taken.push({ at: now, actor, command, seq: here()?.seq ?? 0, ...(staff ? { staff } : {}) });
    return undefined;
  };
  const here = (): Case | null => kase;

  /** Timers that fall due meanwhile fire in order. */
  const pass = (until: string): Refusal | undefined => {
    for (;;) {
      const due = timersDue(here() as Case, until);
      const next = due.sort((a, b) => (a.at < b.at ? -1 : 1))[0];
      if (!next) break;
      if (next.at > now) now = next.at;
      const refusal = take(SYSTEM, { type: 'timerFired', ...next });
      if (refusal) return refusal;
    }
    now = until;
    return undefined;
  };
  const run = (step: ScenarioStep): Refusal | undefined => {
    if ('passes' in step) return pass(plus(now, step.passes));
    if ('answer' in step) return answers(here() as Case, step, take);
    if ('tells' in step) {
      const { tells: connector, event } = step;
      return take({ kind: 'system', by: `connector:${connector}` }, { type: 'eventTold', connector, event });
    }
    const actor = actorOf(service, here() as Case, scenario, step);
    if ('do' in step) return take(actor, wholeCase(step));
    const { as: _, person: __, at: path, act: action, ...rest } = step;
    const drawn = here()?.places[path];
    if (drawn?.kind === 'task' && drawn.draw !== undefined && drawn.role === step.as) {
      // the draw falls on whoever acts in the scenario
      const refusal = take(SYSTEM, { type: 'timerFired', path, kind: 'draw', at: drawn.draw }, [
        { person: actor.kind === 'officer' ? actor.appointment.person : '', open: 0 },
      ]);
      if (refusal) return refusal;
    }
    const place = here()?.places[path];
    if (place?.kind === 'task' && place.claimedBy === undefined) {
      const refusal = take(actor, { type: 'claim', path });
      if (refusal) return refusal;
    }
    return take(actor, { type: 'act', path, action, ...rest });
  };

  const begins = beginningOf(service, scenario);
  const first = 'refusal' in begins ? begins.refusal : take(begins.actor, begins.command);
  if (first) return told(now, null, events, taken, { step: -1, refusal: first });
  for (const n of scenario.steps.keys()) {
    const other = meanwhile?.(n, here() as Case, now, ids);
    for (const event of other?.events ?? []) kase = evolve(kase, event);
    events.push(...(other?.events ?? []));
    if (other) ({ service, scenario } = other);
    const refusal = run(scenario.steps[n] as ScenarioStep);
    if (refusal) return told(now, kase, events, taken, { step: n, refusal });
  }
  return told(now, kase, events, taken);
}

/** A system that does not answer is said so by a step, so its time limits do not fire by themselves; a draw waits for who acts. */
function timersDue(kase: Case, until: Instant) {
  return timersOf(kase).filter(
    (t) =>
      t.at <= until && t.kind !== 'retention' && t.kind !== 'draw' && kase.places[t.path]?.kind !== 'ask',
  );
}

/** What is done with the whole case, as a command. */
function wholeCase({ do: type, reason = '', grounds = [], changes = {} }: DoStep): Command {
  switch (type) {
    case 'withdraw':
      return reason === '' ? { type } : { type, reason };
    case 'extend':
      return { type, reason };
    case 'correct':
      return { type, reason, changes };
    default:
      return { type, reason, grounds };
  }
}

const SYSTEM: Actor = { kind: 'system', by: 'scenario' };

/** What is said where something is waited for that has a word of its own: paid, signed, the other cases ended. */
function doneOf(place: AskPlace, effect: string, result: Json): Command[] {
  const { ask, type } = place;
  if (type === 'pay')
    return [{ type: 'paid', effect, payment: `payment-${effect}`, amount: Number(ask.amount) }];
  if (type === 'sign') return [{ type: 'signed', effect, signature: { result } }];
  if (type !== 'start' || ask.await === 'none') return [];
  const count = ask.await === 'any' ? 1 : Number(ask.count);
  const cases = (Array.isArray(ask.cases) ? ask.cases : []) as { name: string }[];
  return Array.from({ length: count }, (_, n) => {
    const name = cases[n]?.name;
    const outcome = outcomeIn(result, name);
    return { type: 'childEnded', effect, child: `case-${n + 1}`, outcome, ...(name ? { name } : {}) };
  });
}

/** How a started case ended: the result says one outcome for all, or one by the name of each; else they were granted. */
function outcomeIn(result: Json, name = ''): string {
  if (typeof result === 'string') return result;
  const own = isRecord(result) ? result[name] : undefined;
  return typeof own === 'string' ? own : 'granted';
}

/** Answers everything that a place asks: an `issue` without a result gets what its connectors would say. */
function answers(
  kase: Case,
  step: AnswerStep,
  take: (actor: Actor, command: Command) => Refusal | undefined,
): Refusal | undefined {
  const place = kase.places[step.answer];
  const [effect = 'none'] = place?.kind === 'ask' ? place.pending : [];
  if (step.fails !== undefined)
    return take(SYSTEM, { type: 'callFailed', effect, code: step.fails, final: true });
  const done = place?.kind === 'ask' ? doneOf(place, effect, step.result ?? null) : [];
  if (done.length > 0) {
    for (const command of done) {
      const refusal = take(SYSTEM, command);
      if (refusal) return refusal;
    }
    return undefined;
  }
  const made = { id: `document-${effect}`, sha256: '0'.repeat(64), number: '1' };
  const refusal = take(SYSTEM, { type: 'callAnswered', effect, result: step.result ?? made });
  const both = place?.kind === 'ask' && place.ask.document !== undefined && place.ask.registry !== undefined;
  if (refusal || !both) return refusal;
  return take(SYSTEM, { type: 'callAnswered', effect: `${kase.id}/${kase.seq + 1}/0`, result: made });
}

function actorOf(service: ServiceRuntime, kase: Case, scenario: Scenario, step: ActStep | DoStep): Actor {
  if (Object.hasOwn(service.bundle.parties, step.as))
    return { kind: 'party', identity: step.person ?? applicantIn(scenario) };
  const place = 'at' in step ? kase.places[step.at] : undefined;
  const at = place?.kind === 'task' ? place : kase.office;
  const { agency, office } = at;
  const person = step.person?.person ?? `${step.as}-of-the-scenario`;
  return { kind: 'officer', appointment: { person, agency, office, role: step.as } };
}

function told(
  now: Instant,
  kase: Case | null,
  events: CaseEvent[],
  taken: Taken[],
  refused?: Played['refused'],
): Played {
  return {
    case: kase,
    now,
    events,
    taken,
    ...(refused ? { refused } : {}),
    ...(kase?.outcome ? { outcome: kase.outcome.outcome } : {}),
    documents: Object.values(kase?.documents ?? {}).map((d) => d.document),
    records: events.flatMap((e) => (e.type === 'answered' && e.record ? [e.record.registry] : [])),
    messages: events.flatMap((e) => (e.type === 'notified' ? e.messages.map((m) => m.message) : [])),
  };
}

function counted(): Ids {
  let n = 0;
  return {
    uuid: () => `00000000-0000-7000-8000-${String(++n).padStart(12, '0')}`,
    reference: () => reference('0000000001'),
    salt: () => String(++n).padStart(32, '0'),
  };
}
