import { isRecord } from '#core/expression/record.ts';
import { flowOf } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Json, JsonObject, Path } from '#core/flow/types.ts';
import { connectorOf } from './connector-of.ts';
import type { DocumentEffect, Effect, RecordEffect } from './effect.ts';
import { letters } from './effects-letters.ts';
import { drafted, reports, startInput, suspends } from './effects-linked.ts';
import type { CaseEvent, EventOf, IssuedMeta, Reissue } from './event.ts';
import { namesUsed } from './paper-names.ts';
import type { AskPlace } from './place.ts';
import type { ServiceRuntime } from './runtime.ts';
import type { Case } from './types.ts';

/**
 * What the outside world must be told of an event, in order.
 * @param kase the case after the command that the event came of.
 */
export function effects(service: ServiceRuntime, kase: Case, event: CaseEvent): Effect[] {
  const cases = (n: number) =>
    common(kase, event, connectorOf(service, 'cases'), `${kase.id}/${event.seq}/${n}`);
  switch (event.type) {
    case 'moved':
      return event.entered
        .filter((p): p is AskPlace => p.kind === 'ask')
        .map((place) => asked(service, kase, event, place));
    case 'answered':
      return [
        ...(event.follows === undefined ? [] : nextOf(service, kase, event, event.follows)),
        ...(event.data?.replaced
          ? [record(service, kase, event, 0, { do: 'revoke', ...event.data.replaced })]
          : []),
        ...redrawn(service, kase, event, event.reissues),
        ...(event.document?.replaces === undefined
          ? []
          : takenBack(service, kase, event, [
              kase.documents[event.document.replaces],
              ...(event.document.revoked === undefined ? [] : [event.document]),
            ])),
      ];
    case 'notified':
      return letters(service, kase, event, (connector, n) =>
        common(kase, event, connector, `${kase.id}/${event.seq}/${n}`),
      );
    case 'timerFired':
      return closed(kase, event);
    case 'gaveBack':
      return givenBack(kase, event);
    case 'cancelled':
      return cancels(kase, event);
    case 'corrected':
      return [
        ...redrawn(service, kase, event, event.reissues),
        ...Object.entries(event.rewrites ?? {}).map(([id, { do: how, registry }], n) => {
          const { key = null, record: data = {} } = event.data?.records?.[id] ?? {};
          return record(service, kase, event, n, { do: how, registry, key, record: data });
        }),
      ];
    case 'duplicated':
      return [...redrawn(service, kase, event, event.reissues), ...fee(service, kase, event)];
    case 'followed':
      return drafted(kase, event, cases(0));
    case 'linked':
    case 'linkEnded':
      return suspends(kase, event, (n) =>
        common(kase, event, drawing(service), `${kase.id}/${event.seq}/${n}`),
      );
    case 'submitted':
    case 'ended':
      return reports(kase, event, cases);
    case 'revoked':
      return undone(service, kase, event);
    default:
      return [];
  }
}

function common(kase: Case, event: CaseEvent, connector: string, id: string) {
  return {
    id,
    connector,
    at: event.at,
    case: kase.id,
    reference: kase.reference,
    service: kase.service,
    definition: kase.definition,
  };
}

function asked(service: ServiceRuntime, kase: Case, event: EventOf<'moved'>, place: AskPlace): Effect {
  const { path, connector, ask } = place;
  const id = place.pending[0] ?? '';
  const until = place.until ?? place.due;
  const base = {
    ...common(kase, event, connector, id),
    path,
    ...(until === undefined ? {} : { until }),
  };
  const data = event.data?.asks?.[path] ?? {};
  if (place.type !== 'issue') {
    const kind = place.type as 'call';
    const input = inputOf(service, kase, event, place) ?? data.input ?? {};
    return { ...base, kind, ask: { ...ask, ...announced(service, place) }, data: { input } };
  }
  if (typeof ask.registry === 'string') {
    const { key = null, record = {} } = data;
    return {
      ...base,
      kind: 'record',
      do: ask.do as 'create',
      registry: ask.registry,
      data: { key, record: record as JsonObject },
    };
  }
  return {
    ...drawn(service, kase, event, String(ask.document), id, path),
    ...base,
    kind: 'document',
  } as Effect;
}

/** What an announcement is made of beside values: its blocks, the titles of its fields, whose it is. */
function announced(
  { bundle, live }: ServiceRuntime,
  { path, type }: Pick<AskPlace, 'path' | 'type'>,
): JsonObject {
  const state = type === 'publish' ? stateAt(bundle.flow, path) : undefined;
  if (state?.type !== 'publish') return {};
  const shown = JSON.stringify(state.body);
  const texts = Object.entries(bundle.form.texts ?? {}).filter(([pointer]) =>
    shown.includes(pointer.replace(/^\/([^/]*).*$/, '$1')),
  );
  return {
    body: state.body,
    texts: Object.fromEntries(texts),
    service: { ...bundle.title },
    agency: { ...live.agencies[bundle.agency]?.title },
  } as unknown as JsonObject;
}

/** What is asked with values of the moment: which records a reservation may be of is for the registry to see. */
function inputOf(
  service: ServiceRuntime,
  kase: Case,
  event: EventOf<'moved'>,
  { path, type, ask }: AskPlace,
): Json | undefined {
  if (type === 'start') return startInput(service, kase, path, event.data?.asks?.[path]?.input);
  if (type !== 'publish' && type !== 'reserve') return undefined;
  const seen = type === 'publish' ? announced(service, { path, type }).body : ask.where;
  return { names: namesUsed(service, kase, seen, flowOf(path), event.at, new Set()) };
}

/** The document that follows a record. */
function nextOf(service: ServiceRuntime, kase: Case, event: EventOf<'answered'>, id: string): Effect[] {
  const place = kase.places[event.path];
  const document = place?.kind === 'ask' ? place.ask.document : undefined;
  return typeof document === 'string' ? [drawn(service, kase, event, document, id, event.path)] : [];
}

/** The connector that draws documents. */
const drawing = (service: ServiceRuntime): string => connectorOf(service, 'document');

function drawn(
  service: ServiceRuntime,
  kase: Case,
  event: CaseEvent,
  document: string,
  id: string,
  path: Path,
): DocumentEffect {
  return {
    ...common(kase, event, drawing(service), id),
    kind: 'document',
    ...{ path, document },
    language: kase.language,
    agency: kase.office.agency,
    office: kase.office.office,
    data: { names: namesUsed(service, kase, service.bundle.documents?.[document], flowOf(path), event.at) },
  };
}

/** What was collected is asked for. */
function closed(kase: Case, event: EventOf<'timerFired'>): Effect[] {
  const place = kase.places[event.path];
  if (event.closes === undefined || place?.kind !== 'ask') return [];
  const head = { ...common(kase, event, place.connector, event.closes), path: event.path };
  return [{ ...head, kind: 'collect', ask: { ...place.ask, closed: true }, data: { input: {} } }];
}

/** Payments are paid back, reserved places given back. */
function givenBack(kase: Case, event: EventOf<'gaveBack'>): Effect[] {
  return Object.entries(event.effects).map(([effect, { path, type, connector }], n): Effect => {
    const head = { ...common(kase, event, connector, `${kase.id}/${event.seq}/${n}`), path, effect };
    if (type === 'reserve') return { ...head, kind: 'cancel', data: {} };
    const result = event.data?.results[effect];
    const { payment = '', amount = 0 } = isRecord(result) ? result : {};
    return { ...head, kind: 'refund', data: { payment: String(payment), amount: Number(amount) } };
  });
}

function cancels(kase: Case, event: EventOf<'cancelled'>): Effect[] {
  let n = 0;
  return Object.entries(event.effects).flatMap(([path, { connector, ids, ask }]) =>
    ids.map((effect): Effect => {
      const head = { ...common(kase, event, connector, `${kase.id}/${event.seq}/${n++}`), path, effect };
      return { ...head, kind: 'cancel', ...(ask ? { ask } : {}), data: {} };
    }),
  );
}

/** Documents drawn anew after a correction. */
const redrawn = (
  service: ServiceRuntime,
  kase: Case,
  event: CaseEvent,
  reissues: { [effect: string]: Reissue } | undefined,
): Effect[] =>
  Object.entries(reissues ?? {}).map(([id, { document, path, duplicate }]) => ({
    ...drawn(service, kase, event, document, id, path),
    ...(duplicate ? { duplicate } : {}),
  }));

/** The fee of a duplicate. */
function fee(service: ServiceRuntime, kase: Case, event: EventOf<'duplicated'>): Effect[] {
  const { pays, document } = event;
  if (!pays) return [];
  const titles = service.bundle.documents?.[kase.documents[document]?.document ?? '']?.title;
  const title = titles?.[kase.language] ?? titles?.uk ?? '';
  const purpose = kase.language === 'uk' ? `Дублікат: ${title}` : `Duplicate: ${title}`;
  const { effect, amount } = pays;
  return [
    {
      ...common(kase, event, connectorOf(service, 'payment'), effect),
      kind: 'pay',
      ask: { amount, party: 'applicant' },
      data: { input: { amount, purpose } },
    },
  ];
}

/** A word to a registry of ours: the n-th effect of the event. */
function record(
  service: ServiceRuntime,
  kase: Case,
  event: CaseEvent,
  n: number,
  change: { do: RecordEffect['do']; registry: string; key: Json; record?: JsonObject },
): RecordEffect {
  const all = Object.values(service.live.connectors);
  const connector = all.find((one) => one.kind === 'registry' && one.registry === change.registry);
  const head = common(kase, event, connector?.id ?? 'registry', `${kase.id}/${event.seq}/${n}`);
  const { do: how, registry, ...data } = change;
  return { ...head, kind: 'record', do: how, registry, data };
}

/** Documents are taken back: whoever verifies one is told so. */
function takenBack(
  service: ServiceRuntime,
  kase: Case,
  event: CaseEvent,
  documents: readonly (IssuedMeta | undefined)[],
): Effect[] {
  return documents.flatMap((document, n): Effect[] => {
    if (document?.effect === undefined) return [];
    const id = `${kase.id}/${event.seq}/${n}`;
    const head = common(kase, event, drawing(service), id);
    return [{ ...head, kind: 'cancel', path: document.path, effect: document.effect, data: {} }];
  });
}

/** What a revoked decision gave is undone: its documents are taken back, its records revoked. */
function undone(service: ServiceRuntime, kase: Case, event: EventOf<'revoked'>): Effect[] {
  const papers = takenBack(
    service,
    kase,
    event,
    (event.documents ?? []).map((id) => kase.documents[id]),
  );
  const records = (event.data?.records ?? []).map(({ registry, key }, n) =>
    record(service, kase, event, papers.length + n, { do: 'revoke', registry, key }),
  );
  return [...papers, ...records];
}
