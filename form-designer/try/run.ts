import { decide } from '#core/case/decide.ts';
import { evolve } from '#core/case/evolve.ts';
import { answered as answeredAs } from '#core/case/lookups.ts';
import { draftNames } from '#core/case/names.ts';
import { reference } from '#core/case/reference.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { playScenario, type Scenario, type ScenarioStep } from '#core/case/scenario.ts';
import type {
  Actor,
  Case,
  CaseEvent,
  Colleague,
  Command,
  Identity,
  Ids,
  Place,
  Refusal,
} from '#core/case/types.ts';
import { timersOf } from '#core/case/waiting.ts';
import type { Connector } from '#core/definition/types.ts';
import { compile, evaluate } from '#core/expression/index.ts';
import type { Json, JsonObject } from '#core/flow/types.ts';
import { someone } from './sample.ts';

/** A trial of a service: the real core in the page, with a clock of its own. Nothing of it leaves the page. */
export interface Run {
  readonly service: ServiceRuntime;
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly submittedAt: string;
  readonly kase: Case | null;
  readonly events: readonly CaseEvent[];
  readonly form: JsonObject;
  /** What registries answered while it was filled in, by lookup. */
  readonly lookups?: { readonly [name: string]: Json };
  readonly steps: readonly ScenarioStep[];
  readonly refusal?: Refusal;
  /** The example that it was begun from: who applies and what came along, beside the steps. */
  readonly from?: Scenario;
  /** How many identifiers were given: the next are counted on from here. */
  readonly given: number;
}

export const begun = (service: ServiceRuntime, now: string): Run => ({
  service,
  now,
  submittedAt: now,
  kase: null,
  events: [],
  form: {},
  steps: [],
  given: 0,
});

const SYSTEM: Actor = { kind: 'system', by: 'trial' };

/** Gives a command to the core; a refusal changes nothing else. */
function take(run: Run, actor: Actor, command: Command, staff?: readonly Colleague[]): Run {
  let given = run.given;
  const ids: Ids = {
    uuid: () => `00000000-0000-7000-8000-${String(++given).padStart(12, '0')}`,
    reference: () => reference('0000000001'),
    salt: () => String(++given).padStart(32, '0'),
  };
  const { refusal: _, ...before } = run;
  const decision = decide(run.service, run.kase, command, {
    ...{ now: run.now, actor, ids },
    ...(staff ? { staff } : {}),
  });
  if (decision.refusal) return { ...before, refusal: decision.refusal };
  const kase = decision.events.reduce<Case | null>((now, event) => evolve(now, event), run.kase);
  return { ...before, kase, events: [...run.events, ...decision.events], given };
}

/** What the form's expressions see before the application is sent. */
export const namesBefore = (
  { service, now }: Pick<Run, 'service' | 'now'>,
  lookups: { [name: string]: Json } = {},
): JsonObject =>
  draftNames(
    service,
    {
      identity: someone,
      applicant: someone,
      lookups,
      language: 'uk',
      channel: 'portal',
      through: 'self',
    },
    now,
  );

/** Sends the application; its files are taken for uploaded and clean. */
export function submitted(run: Run, form: JsonObject, lookups: { [name: string]: Json } = {}): Run {
  const files = Object.fromEntries(
    filesOf(run.service, form).map(({ id, at }) => [
      id,
      {
        ...{ id, at, name: id, key: `trial/${id}`, version: '1', sha256: '0'.repeat(64) },
        ...{ size: 1, type: 'application/pdf', scan: 'clean' as const },
      },
    ]),
  );
  const next = take(
    { ...run, form, lookups, submittedAt: run.now },
    { kind: 'party', identity: someone },
    {
      type: 'submit',
      form,
      language: 'uk',
      channel: 'portal',
      files,
      lookups,
    },
  );
  return { ...next, form, lookups };
}

function filesOf({ bundle }: ServiceRuntime, form: JsonObject): { id: string; at: string }[] {
  return Object.values(bundle.form.files ?? {}).flatMap(({ at }) => {
    const list = at
      .split('/')
      .slice(1)
      .reduce<unknown>((here, step) => (here as JsonObject | undefined)?.[step], form);
    return Array.isArray(list)
      ? list.flatMap((one) => (typeof one?.id === 'string' ? [{ id: one.id as string, at }] : []))
      : [];
  });
}

/** Who acts at a place: an officer of its role, or the party that is awaited. */
export function actorAt(run: Run, place: Place): Actor {
  if (place.kind === 'task') {
    const { agency, office, role } = place;
    return { kind: 'officer', appointment: { person: `trial-${role}`, agency, office, role } };
  }
  if (place.kind !== 'party' || place.party === 'applicant')
    return { kind: 'party', identity: run.from?.applicant ?? someone };
  const known = run.kase?.data.parties[place.party]?.identity as Partial<Identity> | undefined;
  return { kind: 'party', identity: { person: `trial-${place.party}`, assurance: 'high', ...known } };
}

export interface Act {
  readonly action: string;
  readonly reason?: string;
  readonly explain?: string;
  readonly grounds?: string[];
  readonly marks?: { pointer: string; say?: string }[];
  readonly data?: JsonObject;
  readonly changes?: JsonObject;
  readonly lookups?: { readonly [name: string]: Json };
}

/** Someone acts at a place; an officer takes the task first. */
export function acted(run: Run, place: Place, act: Act): Run {
  const actor = actorAt(run, place);
  let next = run;
  if (place.kind === 'task' && place.draw !== undefined && actor.kind === 'officer')
    // in a trial each role has one officer: the draw falls on them
    next = take(next, SYSTEM, { type: 'timerFired', path: place.path, kind: 'draw', at: place.draw }, [
      { person: actor.appointment.person, open: 0 },
    ]);
  else if (place.kind === 'task' && place.claimedBy === undefined)
    next = take(next, actor, { type: 'claim', path: place.path });
  if (next.refusal) return next;
  next = take(next, actor, { type: 'act', path: place.path, ...act } as Command);
  if (next.refusal) return { ...run, refusal: next.refusal };
  const as =
    place.kind === 'task' ? place.role : place.kind === 'party' ? (place.party.split('/')[0] ?? '') : '';
  const { action, ...rest } = act;
  const person = actor.kind === 'party' && as !== 'applicant' ? { person: actor.identity } : {};
  return {
    ...next,
    steps: [...run.steps, { as, ...person, at: place.path, act: action, ...rest } as ScenarioStep],
  };
}

/** What the connector's stand-in answers to what a place asks; undefined where it says nothing. */
export function standInAnswer(run: Run, place: Place): { answer: unknown } | { fails: string } | undefined {
  if (place.kind !== 'ask') return undefined;
  const connector = run.service.live.connectors[place.connector] as Connector | undefined;
  if (!connector?.standIn) return undefined;
  const input = (run.kase?.data.asks[place.path]?.input ??
    run.kase?.data.asks[place.path] ??
    {}) as JsonObject;
  return saidBy(connector.standIn.answers, input);
}

type StandIn = NonNullable<Connector['standIn']>;

/** The first answer of a stand-in that fits the input. */
function saidBy(
  answers: StandIn['answers'],
  input: JsonObject,
): { answer: unknown } | { fails: string } | undefined {
  const names = { ...input, input };
  const found = answers.find(
    ({ when }) => when === undefined || evaluate(compile(when, Object.keys(names)), names) === true,
  );
  if (!found) return undefined;
  return found.fail ? { fails: found.fail.code } : { answer: found.answer };
}

/** What the stand-in of a lookup's registry answers to what is entered; a registry of ours has no records in a trial. */
export function standInLookup({ service }: Run, lookup: string, input: JsonObject): Json | undefined {
  const { connector: id = '', operation } = service.bundle.form.lookups?.[lookup] ?? {};
  const connector = service.live.connectors[id] as Connector | undefined;
  if (connector?.kind === 'registry' && !connector.standIn) return { found: false };
  const contract = operation === undefined ? undefined : connector?.operations?.[operation];
  const { properties = {} } = (contract?.input ?? connector?.input ?? {}) as { properties?: JsonObject };
  const whole = { ...Object.fromEntries(Object.keys(properties).map((name) => [name, null])), ...input };
  const said = saidBy((contract?.standIn ?? connector?.standIn)?.answers ?? [], whole);
  if (!said || 'fails' in said) return undefined;
  return answeredAs(
    service,
    { connector: id, ...(operation === undefined ? {} : { operation }) },
    said.answer as Json,
  );
}

/** The system that a place asks answers, as its connector says, or with what such a system gives. */
export function answered(run: Run, place: Place): Run {
  if (place.kind !== 'ask') return run;
  const said = standInAnswer(run, place);
  if (said && 'fails' in said) return failed(run, place, said.fails);
  const made = { id: `document-${place.path}`, document: 'document', sha256: '0'.repeat(64), number: '1' };
  const result = said?.answer ?? made;
  const next = take(run, SYSTEM, {
    type: 'callAnswered',
    effect: place.pending[0] ?? '',
    result: result as never,
  });
  if (next.refusal) return next;
  return { ...next, steps: [...run.steps, { answer: place.path, result: result as never }] };
}

/** The system does not answer, for good. */
export function failed(run: Run, place: Place, code = 'noAnswer'): Run {
  if (place.kind !== 'ask') return run;
  const next = take(run, SYSTEM, { type: 'callFailed', effect: place.pending[0] ?? '', code, final: true });
  if (next.refusal) return next;
  return { ...next, steps: [...run.steps, { answer: place.path, fails: code }] };
}

/** Timers that the trial lets fire: a system that does not answer is said so, a draw waits for who acts, retention is beyond it. */
const timers = (run: Run) =>
  run.kase
    ? timersOf(run.kase)
        .filter(
          ({ kind, path }) =>
            kind !== 'retention' && kind !== 'draw' && run.kase?.places[path]?.kind !== 'ask',
        )
        .sort((a, b) => (a.at < b.at ? -1 : 1))
    : [];

/** When the next deadline, reminder or end of waiting comes. */
export const nextTimer = (run: Run) => timers(run)[0];

const later = (a: string, b: string): string => (a > b ? a : b);

/** Time passes until an instant; what falls due meanwhile fires in order. */
export function passed(run: Run, until: string): Run {
  let next = run;
  for (let n = 0; n < 100; n += 1) {
    const timer = timers(next)[0];
    if (!timer || timer.at > until) break;
    next = take({ ...next, now: later(timer.at, next.now) }, SYSTEM, {
      type: 'timerFired',
      ...timer,
    });
    if (next.refusal) return next;
  }
  const ms = Date.parse(until) - Date.parse(run.now);
  const step: ScenarioStep = { passes: `PT${Math.ceil(ms / 60_000)}M` };
  return { ...next, now: until, steps: run.kase ? [...next.steps, step] : next.steps };
}

/** Identifiers beyond those that an example can have given. */
const FAR = 1_000_000;

/** An example played to its end, or to where it is refused, from where one goes on. */
export function opened(service: ServiceRuntime, scenario: Scenario): Run {
  const { case: kase, events, now, refused } = playScenario(service, scenario);
  return {
    ...begun(service, scenario.submittedAt),
    ...{ now, kase, events, form: scenario.form as JsonObject, from: scenario, given: FAR },
    // of one that is refused, the steps before it are what happened
    steps: scenario.steps.slice(0, refused ? Math.max(0, refused.step) : undefined),
    ...(refused ? { refusal: refused.refusal } : {}),
  };
}

/** The run as an example to be kept beside the definition: what was entered, who did what, what came of it. */
export function scenarioOf(run: Run): Scenario {
  const outcome = run.kase?.outcome?.outcome;
  return {
    ...run.from,
    submittedAt: run.submittedAt,
    applicant: run.from?.applicant ?? someone,
    form: run.form,
    ...(run.lookups && Object.keys(run.lookups).length > 0 ? { lookups: { ...run.lookups } } : {}),
    steps: [...run.steps],
    expect: {
      ...(outcome === undefined ? {} : { outcome }),
      documents: Object.values(run.kase?.documents ?? {}).map(({ document }) => document),
    },
  };
}
