import { flowOf, inside } from '#core/flow/position.ts';
import type { Instant, Path } from '#core/flow/types.ts';
import type { CaseEvent, EventOf } from './event.ts';
import { afterActed, withoutDraw } from './evolve-acted.ts';
import {
  corrected,
  duplicated,
  revoked,
  withDocument,
  withoutAwaited,
  withoutFailed,
  withRecord,
  withReissues,
} from './evolve-given.ts';
import { keptHeld, withHeld, withoutHeld, withUnpaid } from './evolve-held.ts';
import { withLetters } from './evolve-letters.ts';
import { linkEnded, withEnded, withLinked } from './evolve-linked.ts';
import type { Place, TaskPlace } from './place.ts';
import type { Case, CaseData } from './types.ts';
import { lifted } from './upcast/index.ts';

/** Nothing personal: what a case holds before anything was entered, and after it was erased. */
export function noData(): CaseData {
  return {
    form: {},
    parties: {},
    files: {},
    lookups: {},
    results: {},
    values: {},
    items: {},
    asks: {},
    marks: [],
    consults: {},
    notes: [],
    changes: [],
  };
}

/**
 * The case after an event. Evaluates nothing: no FEEL, no schema, no calendar; old shapes of events are lifted first.
 * Works on logs whose personal data were erased too.
 * @throws Error where the first event is not `submitted`, or an event does not follow the last one.
 */
export function evolve(kase: Case | null, stored: CaseEvent): Case {
  const event = lifted(stored);
  if (kase === null) {
    if (event.type !== 'submitted') throw new Error(`a case begins with submitted, not ${event.type}`);
    return begun(event);
  }
  if (event.seq !== kase.seq + 1) throw new Error(`event ${event.seq} does not follow ${kase.seq}`);
  const next = applied(kase, event);
  return { ...next, seq: event.seq, head: event.hash, changedAt: event.at };
}

function begun(event: EventOf<'submitted'>): Case {
  const { data } = event;
  return {
    v: 1,
    id: event.case,
    reference: event.reference,
    service: event.service,
    definition: event.definition,
    seq: event.seq,
    head: event.hash,
    language: event.language,
    channel: event.channel,
    submittedAt: event.at,
    changedAt: event.at,
    ...(event.enteredBy ? { enteredBy: event.enteredBy } : {}),
    office: event.office,
    parties: event.parties,
    ...(event.origin ? { origin: event.origin } : {}),
    position: null,
    places: {},
    results: {},
    outcomes: {},
    documents: {},
    data: {
      ...noData(),
      ...(data
        ? {
            form: data.form,
            parties: data.parties,
            files: data.files,
            lookups: data.lookups,
            ...(data.about ? { about: data.about } : {}),
          }
        : {}),
    },
  };
}

function applied(kase: Case, event: CaseEvent): Case {
  switch (event.type) {
    case 'submitted':
      throw new Error('a case is submitted once');
    case 'moved':
      return moved(kase, event);
    case 'cancelled':
      return { ...withUnpaid(kase, event.paths), places: without(kase.places, event.paths) };
    case 'ended':
      return { ...kase, position: null, outcome: event.outcome };
    case 'claimed':
      return withTask(kase, event.path, (p) => ({ ...withoutDraw(p), claimedBy: event.by }));
    case 'released':
      return withTask(kase, event.path, ({ claimedBy, ...p }) =>
        event.draw === undefined || claimedBy === undefined
          ? p
          : { ...p, draw: event.draw, gaveBack: claimedBy },
      );
    case 'assigned':
      return withTask(kase, event.path, (p) => ({ ...withoutDraw(p), claimedBy: event.to }));
    case 'transferred': {
      const { agency, office, role, draw } = event;
      return withTask(kase, event.path, ({ claimedBy: _, ...p }) => ({
        ...withoutDraw(p),
        ...{ agency, office, role },
        ...(draw === undefined ? {} : { draw }),
      }));
    }
    case 'acted':
      return afterActed(kase, event);
    case 'consulted': {
      const { consult: id, agency, office, role, by, fields, at: asked } = event;
      const place = { id, agency, office, role, by, fields, asked };
      const next = withTask(kase, event.path, (p) => ({
        ...p,
        consults: { ...p.consults, [id]: place },
      }));
      return event.data ? keptConsult(next, id, { question: event.data.question }) : next;
    }
    case 'opined': {
      const next = withTask(kase, event.path, (p) => answeredConsult(p, event.consult, event.at));
      return event.data ? keptConsult(next, event.consult, { opinion: event.data.opinion }) : next;
    }
    case 'noted': {
      if (!event.data) return kase;
      const to = event.to === undefined ? {} : { to: event.to };
      const note = { at: event.at, from: event.actor, ...to, text: event.data.text };
      return { ...kase, data: { ...kase.data, notes: [...kase.data.notes, note] } };
    }
    case 'answered':
      return answered(kase, event);
    case 'told':
      return event.data && event.as ? keptValue(kase, event.path, event.as, event.data.event) : kase;
    case 'timerFired':
      return timerFired(kase, event);
    case 'fileScanned': {
      const file = kase.data.files[event.file];
      if (!file) return kase;
      const files = { ...kase.data.files, [event.file]: { ...file, scan: event.verdict } };
      return { ...kase, data: { ...kase.data, files } };
    }
    case 'termOverdue':
      return termOverdue(kase, event);
    case 'extended':
      return { ...kase, term: event.term };
    case 'corrected':
      return corrected(kase, event);
    case 'revoked':
      return revoked(kase, event);
    case 'duplicated':
      return duplicated(kase, event);
    case 'linked':
      return withLinked(kase, event);
    case 'linkEnded':
      return linkEnded(kase, event);
    case 'reopened': {
      const { outcome: _, expired: __, revoked: ___, ...open } = kase;
      return open;
    }
    case 'gaveBack':
      return Object.keys(event.effects).reduce(withoutAwaited, withoutHeld(kase, Object.keys(event.effects)));
    case 'migrated':
      return migrated(kase, event);
    case 'expired':
      return { ...kase, expired: event.at };
    case 'erased': {
      const { letters: _, ...rest } = kase;
      return { ...rest, erased: event.at, data: noData() };
    }
    case 'failed':
      return withoutFailed(kase, event.effect);
    case 'notified':
      return withLetters(kase, event);
    case 'followed':
    case 'withdrawn':
      return kase;
  }
}

function migrated({ term: _, ...kase }: Case, event: EventOf<'migrated'>): Case {
  const { to, position, places, results, outcomes, parties, documents, term, held, letters, unpaid } = event;
  return {
    ...kase,
    definition: to,
    earlier: [...(kase.earlier ?? []), { definition: event.from, until: event.seq }],
    ...{ position, places, results, outcomes, parties, documents },
    ...(term ? { term } : {}),
    ...(held ? { held } : {}),
    ...(letters ? { letters } : {}),
    ...(unpaid ? { unpaid } : {}),
    data: { ...kase.data, ...event.data },
  };
}

function moved(kase: Case, event: EventOf<'moved'>): Case {
  const places = without(kase.places, event.left);
  for (const place of event.entered) places[place.path] = place;
  // Branches and items begin anew: what was done there on an earlier visit may have been done by others
  const groups = event.entered
    // an `each` that opens its next items is no new visit
    .filter((p) => p.kind === 'group' && p.visit === event.seq)
    .map((p) => p.path);
  const task = event.entered.findLast((p): p is TaskPlace => p.kind === 'task');
  const { term, ...rest } = keptHeld(kase, event.kept);
  const nextTerm = event.term === undefined ? term : (event.term ?? undefined);
  const d = event.data;
  return {
    ...rest,
    position: event.position,
    places,
    outcomes: event.outcomes,
    results: outside(kase.results, groups),
    parties: { ...kase.parties, ...event.parties },
    ...(task ? { office: { agency: task.agency, office: task.office } } : {}),
    ...(nextTerm ? { term: nextTerm } : {}),
    data: {
      ...kase.data,
      results: outside(kase.data.results, groups),
      values: outside(kase.data.values, groups),
      asks: { ...kase.data.asks, ...d?.asks },
      items: { ...kase.data.items, ...d?.items },
      parties: { ...kase.data.parties, ...d?.parties },
    },
  };
}

function answered(kase: Case, event: EventOf<'answered'>): Case {
  const place = kase.places[event.path];
  const places: Record<Path, Place> = { ...kase.places };
  if (place?.kind === 'ask') {
    const pending = place.pending.filter((e) => e !== event.effect);
    if (event.follows) places[event.path] = { ...place, pending: [event.follows], stage: 'document' };
    else if (event.child === undefined) places[event.path] = { ...place, pending };
    else places[event.path] = { ...place, ended: [...(place.ended ?? []), event.child] };
  }
  const told = withEnded(withReissues(withDocument(kase, event), event), event);
  const next = withHeld(withRecord({ ...told, places }, event), event);
  return event.data && event.as ? keptValue(next, event.path, event.as, event.data.result) : next;
}

function timerFired(kase: Case, event: EventOf<'timerFired'>): Case {
  const renewal = /^renew(\d+)$/.exec(event.kind)?.[1];
  if (renewal !== undefined && kase.outcome?.remind) {
    const { [renewal]: _, ...remind } = kase.outcome.remind;
    return { ...kase, outcome: { ...kase.outcome, remind } };
  }
  const place = kase.places[event.path];
  if (!place) return kase;
  if (event.closes !== undefined && place.kind === 'ask') {
    const { until: _, ...closed } = place;
    return {
      ...kase,
      places: { ...kase.places, [event.path]: { ...closed, pending: [event.closes], stage: 'closed' } },
    };
  }
  if (event.kind === 'draw') return withTask(kase, event.path, withoutDraw);
  const set = (p: Place): Case => ({ ...kase, places: { ...kase.places, [event.path]: p } });
  if (event.kind === 'due') {
    const raised = event.raisedTo === undefined ? {} : { raisedTo: event.raisedTo };
    return set({ ...place, overdue: true, ...(place.kind === 'task' ? raised : {}) });
  }
  const reminder = /^remind(\d+)$/.exec(event.kind)?.[1];
  if (reminder === undefined || !place.remind) return kase;
  const { [reminder]: _, ...remind } = place.remind;
  return set({ ...place, remind });
}

function termOverdue(kase: Case, event: EventOf<'termOverdue'>): Case {
  const { raisedTo } = event;
  const places = Object.entries(kase.places).map(([path, p]): [Path, Place] => [
    path,
    p.kind === 'task' && raisedTo !== undefined ? { ...p, raisedTo } : p,
  ]);
  const term = kase.term ? { term: { ...kase.term, overdue: true as const } } : {};
  return { ...kase, ...term, places: Object.fromEntries(places) };
}

function withTask(kase: Case, path: Path, change: (place: TaskPlace) => TaskPlace): Case {
  const place = kase.places[path];
  if (place?.kind !== 'task') return kase;
  return { ...kase, places: { ...kase.places, [path]: change(place) } };
}

function answeredConsult(place: TaskPlace, id: string, answered: Instant): TaskPlace {
  const consult = place.consults?.[id];
  if (!consult) return place;
  return { ...place, consults: { ...place.consults, [id]: { ...consult, answered } } };
}

function keptConsult(kase: Case, id: string, change: { question: string } | { opinion: string }): Case {
  const consult = { question: '', ...kase.data.consults[id], ...change };
  return {
    ...kase,
    data: { ...kase.data, consults: { ...kase.data.consults, [id]: consult } },
  };
}

function keptValue(kase: Case, path: Path, as: string, value: Case['data']['lookups'][string]): Case {
  const flow = flowOf(path);
  const values = { ...kase.data.values, [flow]: { ...kase.data.values[flow], [as]: value } };
  return { ...kase, data: { ...kase.data, values } };
}

function outside<V>(of: Record<Path, V>, groups: Path[]): Record<Path, V> {
  if (groups.length === 0) return of;
  return Object.fromEntries(
    Object.entries(of).filter(([path]) => !groups.some((group) => inside(path, group))),
  );
}

function without<V>(of: Record<string, V>, keys: readonly string[]): Record<string, V> {
  return Object.fromEntries(Object.entries(of).filter(([key]) => !keys.includes(key)));
}
