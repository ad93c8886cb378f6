import type { State } from '#core/definition/types.generated.ts';
import { flowOf, flowsAround, join, nameOf } from '#core/flow/position.ts';
import { everyState, flowAt, stateAt } from '#core/flow/states.ts';
import type { Instant, Json, JsonObject, Path } from '#core/flow/types.ts';
import { filled, filledObject } from '#core/form/filled.ts';
import type { Identity, Through } from './actor.ts';
import { ageOn, dayOf } from './day.ts';
import { answered, lookupNames } from './lookups.ts';
import type { ServiceRuntime } from './runtime.ts';
import type { Case } from './types.ts';

/**
 * The names that an expression sees at a place of the flow (docs/format.md, "Names"), completed so that FEEL never meets an unknown one.
 * @param flow path of the flow: what was entered in an inner state is seen inside its branch only; the last visit wins.
 */
export function namesOf(service: ServiceRuntime, kase: Case, flow: Path, now: Instant): JsonObject {
  const { bundle } = service;
  const names: JsonObject = lookupNames(service, kase.data.lookups);
  for (const around of flowsAround(flow).reverse()) addFlow(service, kase, around, names);

  for (const [name, party] of Object.entries(bundle.parties)) {
    if (party.each !== undefined && names[name] !== undefined && names[name] !== null) continue;
    names[name] = person(kase.data.parties[name]?.identity, now);
  }
  const applicant = kase.data.parties.applicant;
  return {
    ...names,
    form: filledObject(bundle.form.schema, kase.data.form),
    identity: person(applicant?.representative ?? applicant?.identity, now),
    agency: agencyNames(service, kase.office.agency),
    office: officeNames(service, kase.office),
    parameters: parametersOn(service, dayOf(kase.submittedAt)),
    outcomes: outcomesOf(service, kase, flow),
    case: caseNames(kase),
    about: kase.data.about ?? null,
    files: Object.values(kase.data.files).map((f) => ({ ...f, uploadedAt: f.uploadedAt ?? null })),
    now,
    today: dayOf(now),
  };
}

/** The names before there is a case: while a draft is filled in and when it is submitted. */
export function draftNames(
  service: ServiceRuntime,
  draft: {
    identity: Identity | undefined;
    applicant: Identity | undefined;
    lookups: { [name: string]: Json };
    language: string;
    channel: string;
    /** In what right the one at the screen applies. */
    through?: Through | undefined;
    about?: JsonObject;
  },
  now: Instant,
): JsonObject {
  return {
    ...lookupNames(service, draft.lookups),
    identity: person(draft.identity, now),
    applicant: person(draft.applicant, now),
    agency: agencyNames(service, service.bundle.agency),
    parameters: parametersOn(service, dayOf(now)),
    case: { language: draft.language, channel: draft.channel, through: draft.through ?? 'self' },
    about: draft.about ?? null,
    now,
    today: dayOf(now),
  };
}

function addFlow(service: ServiceRuntime, kase: Case, flow: Path, names: JsonObject): void {
  const top = service.bundle.flow;
  const group = flowOf(flow);
  const around = stateAt(top, group);
  if (around?.type === 'each') names[around.as] = kase.data.items[group]?.[nameOf(flow)] ?? null;
  for (const [name, state] of Object.entries(flowAt(top, flow)?.states ?? {})) {
    const path = join(flow, name);
    if (state.type === 'task' || state.type === 'party')
      names[name] = resultNames(kase, path, state.form?.schema);
    const as = keptAs(state);
    if (as !== undefined) names[as] = answerNames(service, state, kase.data.values[flow]?.[as] ?? null);
  }
}

/** An answer as expressions see it: with its fields there, absent ones null, where it is known which it has. */
function answerNames(service: ServiceRuntime, state: State, answer: Json): Json {
  if (state.type === 'call') return answered(service, state, answer);
  if (state.type !== 'reserve') return answer;
  const { key = null, place = null, record = {} } = isObject(answer) ? answer : {};
  const schema = service.live.registries[state.registry]?.versions.at(-1)?.schema;
  return { registry: state.registry, key, place, record: filledObject(schema ?? {}, record) };
}

const isObject = (value: Json): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** The name under which a state keeps its answer. */
function keptAs(state: State): string | undefined {
  switch (state.type) {
    case 'call':
    case 'reserve':
    case 'collect':
      return state.as;
    case 'wait':
      return state.event?.as;
    default:
      return undefined;
  }
}

function resultNames(kase: Case, path: Path, schema: unknown): JsonObject {
  const result = kase.results[path];
  const data = kase.data.results[path];
  const entered = schema === undefined ? {} : filledObject(schema, data?.entered);
  return {
    ...entered,
    action: result?.action ?? null,
    by: result ? (data?.person ?? null) : null,
    at: result?.at ?? null,
    grounds: result?.grounds ?? [],
    times: Object.values(result?.times ?? {}).reduce((sum, n) => sum + n, 0),
    reason: data?.reason ?? null,
    explain: data?.explain ?? null,
    previous: filled(schema, data?.previous),
  };
}

/** `outcomes.<parallel>.<branch>`, for `each` the list, of every group that can be seen from the flow. */
function outcomesOf(service: ServiceRuntime, kase: Case, flow: Path): JsonObject {
  const seen = flowsAround(flow);
  const result: JsonObject = {};
  for (const { path, state } of everyState(service.bundle.flow)) {
    if (state.type !== 'parallel' && state.type !== 'each' && state.type !== 'start') continue;
    const around = seen.find((f) => isSame(f, flowOf(path)));
    if (around === undefined) continue;
    const real = join(around, nameOf(path));
    if (state.type !== 'each') {
      const branches = Object.keys(state.type === 'start' ? state.cases : state.branches);
      result[nameOf(path)] = Object.fromEntries(
        branches.map((b) => [b, kase.outcomes[join(real, b)] ?? null]),
      );
    } else {
      const keys = Object.keys(kase.data.items[real] ?? {});
      result[nameOf(path)] = keys.flatMap((key) => kase.outcomes[join(real, key)] ?? []);
    }
  }
  return result;
}

/** Whether a flow's path is one that `everyState` names (an item is `*` there). */
function isSame(flow: Path, pattern: Path): boolean {
  const parts = flow.split('/');
  const wanted = pattern.split('/');
  return parts.length === wanted.length && wanted.every((w, i) => w === '*' || w === parts[i]);
}

/** A person as expressions see them. Every claim is there, absent ones as null. */
export function person(identity: Identity | undefined, now: Instant): JsonObject {
  const i = identity;
  return {
    person: i?.person ?? null,
    surname: i?.surname ?? null,
    name: i?.name ?? null,
    patronymic: i?.patronymic ?? null,
    birthDate: i?.birthDate ?? null,
    age: i?.birthDate === undefined ? null : ageOn(i.birthDate, dayOf(now)),
    sex: i?.sex ?? null,
    rnokpp: i?.rnokpp ?? null,
    unzr: i?.unzr ?? null,
    email: i?.email ?? null,
    phone: i?.phone ?? null,
    assurance: i?.assurance ?? null,
    document: i?.document ?? null,
    business: i?.business
      ? { edrpou: i.business.edrpou, name: i.business.name ?? null }
      : { edrpou: null, name: null },
  };
}

function caseNames(kase: Case): JsonObject {
  return {
    id: kase.id,
    reference: kase.reference,
    submittedAt: kase.submittedAt,
    language: kase.language,
    channel: kase.channel,
    through: kase.parties.applicant?.through ?? 'self',
    enteredBy: kase.enteredBy?.kind === 'officer' ? kase.enteredBy.person : null,
    due: kase.term?.due ?? null,
    documents: Object.values(kase.documents).map((d) => ({ ...d })),
  };
}

/** What is seen of an agency. */
export function agencyNames(service: ServiceRuntime, id: string): JsonObject {
  const agency = service.live.agencies[id];
  return {
    id,
    title: agency?.title ?? {},
    edrpou: agency?.edrpou ?? null,
    contacts: { phone: null, email: null, url: null, hours: null, ...agency?.contacts },
  };
}

function officeNames(service: ServiceRuntime, at: { agency: string; office: string }): JsonObject {
  const office = service.live.agencies[at.agency]?.offices.find((o) => o.id === at.office);
  return {
    id: at.office,
    title: office?.title ?? {},
    index: office?.index ?? null,
    katottg: office?.katottg ?? [],
    address: office?.address ?? {},
    contacts: { phone: null, email: null, url: null, hours: null, ...office?.contacts },
  };
}

/** Every parameter as it stood on a day; null where it had no value yet. */
export function parametersOn(service: ServiceRuntime, day: string): JsonObject {
  const parameters = Object.entries(service.bundle.parameters ?? {});
  return Object.fromEntries(
    parameters.map(([name, values]) => {
      const held = values.filter((v) => v.from <= day).sort((a, b) => (a.from < b.from ? -1 : 1));
      return [name, (held.at(-1)?.value as Json | undefined) ?? null];
    }),
  );
}
