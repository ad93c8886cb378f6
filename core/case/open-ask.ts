import { flowOf } from '#core/flow/position.ts';
import type { AskState } from '#core/flow/states.ts';
import type { Json, JsonObject, Path } from '#core/flow/types.ts';
import { connectorOf } from './connector-of.ts';
import { plus } from './day.ts';
import { dueAt, instantOf } from './due.ts';
import { feelValue, feelValues, interpolated, isTrue } from './feel.ts';
import { type Base, exempted, type Opened, type Opening, withDue } from './opening.ts';
import { saysOf } from './paper-names.ts';
import type { AskPlace } from './place.ts';
import { fault } from './refuse.ts';
import { standing } from './reissue.ts';
import type { ServiceRuntime } from './runtime.ts';

/** What a state asks: of which connector, what is public in it, what is personal. */
type Ask = { connector: string; ask: JsonObject; data: JsonObject; as?: string; until?: string };

/** The one shape of call, pay, sign, issue, reserve, start, publish and collect: ask, wait, answered or failed, due. */
export function opensAsk(walk: Opening, path: Path, state: AskState, base: Base): Opened {
  if (state.type === 'pay' && exempted(walk, path, state.exempt ?? [])) return { to: state.next };
  if (state.type === 'issue' && holdsAlready(walk, path, state.document)) return { to: state.next };
  const { service, now } = walk.turn;
  const asked = asking(walk, path, state);
  // no case to start: nothing that could ever end
  if (state.type === 'start' && asked.ask.count === 0) return { to: state.next };
  const limit = 'due' in state && state.due ? state.due : service.live.connectors[asked.connector]?.due;
  const due = limit === undefined ? undefined : dueAt(service, walk.case.office, now, limit);
  walk.asks[path] = asked.data;
  const place: AskPlace = {
    ...base,
    kind: 'ask',
    connector: asked.connector,
    pending: [],
    ask: asked.ask,
    ...(asked.as === undefined ? {} : { as: asked.as }),
    ...(asked.until === undefined ? {} : { until: asked.until }),
  };
  return { place: withDue(walk, place, due, 'remind' in state ? state.remind : undefined) };
}

/** A document that this state issued on an earlier visit, that holds and would say the same, is not issued twice. */
function holdsAlready(walk: Opening, path: Path, document: string | undefined): boolean {
  if (document === undefined) return false;
  const { case: kase, turn } = walk;
  const before = standing(kase, document).find((one) => one.path === path);
  if (!before) return false;
  return kase.data.says?.[before.id] === saysOf(turn.service, kase, document, flowOf(path), turn.now);
}

/** For what another system is asked: the purpose by its name, and in the words of the version, which are told to that system. */
function reasonOf({ bundle }: ServiceRuntime, purpose: string | undefined): JsonObject {
  if (purpose === undefined) return {};
  const reason = bundle.data?.purposes?.[purpose];
  return { purpose, ...(reason === undefined ? {} : { reason }) };
}

function asking(walk: Opening, path: Path, state: AskState): Ask {
  const { service, now } = walk.turn;
  const names = walk.names(flowOf(path));
  switch (state.type) {
    case 'call': {
      const until = state.retryFor === undefined ? {} : { until: plus(now, state.retryFor) };
      return {
        connector: state.connector,
        ask: {
          ...(state.operation === undefined ? {} : { operation: state.operation }),
          ...reasonOf(service, state.purpose),
        },
        data: { input: feelValues(service, state.input, names) },
        ...(state.as === undefined ? {} : { as: state.as }),
        ...until,
      };
    }
    case 'issue':
      return toIssue(walk, path, state, names);
    case 'pay':
      return toPay(walk, path, state, names);
    case 'sign':
      return {
        connector: state.connector ?? connectorOf(walk.turn.service, 'sign'),
        ask: { by: state.by.party ?? state.by.role ?? '', what: state.what },
        data: { input: {} },
      };
    case 'reserve':
      return {
        connector: connectorOf(walk.turn.service, 'registry', state.registry),
        ask: {
          registry: state.registry,
          where: state.where,
          hold: state.hold ?? null,
          ...(state.waitingList ? { waitingList: true } : {}),
        },
        data: { input: {} },
        as: state.as,
      };
    case 'publish':
      return toPublish(walk, state, names);
    case 'collect':
      return toCollect(walk, path, state, names);
    case 'start':
      return toStart(walk, path, state, names);
  }
}

type Of<T extends AskState['type']> = Extract<AskState, { type: T }>;

/** Record first, then document: see `issued`. */
function toIssue(walk: Opening, path: Path, state: Of<'issue'>, names: JsonObject): Ask {
  const { record, document } = state;
  const { service } = walk.turn;
  const paper = document === undefined ? {} : { document };
  if (!record)
    return document === undefined
      ? fault(path, 'neither document nor record')
      : { connector: connectorOf(walk.turn.service, 'document'), ask: paper, data: {} };
  return {
    connector: connectorOf(walk.turn.service, 'registry', record.registry),
    ask: { do: record.do, registry: record.registry, ...paper },
    data: {
      key: feelValue(service, record.key, names),
      record: feelValues(service, record.data ?? {}, names),
    },
  };
}

function toPay(walk: Opening, path: Path, state: Of<'pay'>, names: JsonObject): Ask {
  const { service } = walk.turn;
  const amount = feelValue(service, state.amount, names);
  if (typeof amount !== 'number' || !Number.isInteger(amount) || amount < 0)
    return fault(path, 'the amount is not a whole number of the smallest unit');
  const purpose = interpolated(state.purpose, names, walk.case.language, path);
  return {
    connector: state.connector,
    ask: { amount, party: state.party ?? 'applicant' },
    data: { input: { amount, purpose } },
  };
}

/** An announcement: where, and until when. What it says is read off when it is asked for. */
function toPublish(walk: Opening, state: Of<'publish'>, names: JsonObject): Ask {
  const { service } = walk.turn;
  const until = state.until === undefined ? null : feelValue(service, state.until, names);
  const last = instantOf(service, walk.case.office, until);
  return {
    connector: connectorOf(walk.turn.service, 'publish'),
    ask: { in: state.in ?? [], until, ...(last === null ? {} : { last }) },
    data: { input: {} },
  };
}

/** A collection: of which service, from when until when, what of it is sealed until then. */
function toCollect(walk: Opening, path: Path, state: Of<'collect'>, names: JsonObject): Ask {
  const { service } = walk.turn;
  const when = (source: string): { said: Json; at: string } => {
    const said = feelValue(service, source, names);
    const at = instantOf(service, walk.case.office, said);
    return at === null ? fault(path, `“${source}” gives neither a day nor an instant`) : { said, at };
  };
  const closes = when(state.closes);
  const opens = state.opens === undefined ? undefined : when(state.opens);
  return {
    connector: connectorOf(walk.turn.service, 'cases'),
    ask: {
      service: state.service,
      title: { ...service.bundle.title },
      ...(opens ? { opens: opens.said, from: opensAt(opens) } : {}),
      closes: closes.said,
      until: closes.at,
      ...(state.sealed ? { sealed: state.sealed } : {}),
      ...(state.replaceable ? { replaceable: true } : {}),
    },
    data: { input: {} },
    as: state.as,
    until: closes.at,
  };
}

/** A collection opens with the beginning of its day (`at` is its last second), or at the instant itself. */
const opensAt = ({ said, at }: { said: Json; at: string }): string =>
  typeof said === 'string' && said.length === 10 ? plus(plus(at, '-P1D'), 'PT1S') : at;

function toStart(walk: Opening, path: Path, state: Of<'start'>, names: JsonObject): Ask {
  const { service } = walk.turn;
  const input = Object.entries(state.cases)
    .filter(([, c]) => c.when === undefined || isTrue(service, c.when, names, path))
    .map(([name, c]) => ({
      name,
      service: c.service,
      form: feelValues(service, c.form ?? {}, names),
      // who applies here applies there, where nobody else is named
      parties: { applicant: 'applicant', ...c.parties },
    }));
  return {
    connector: connectorOf(walk.turn.service, 'cases'),
    ask: {
      await: state.await ?? 'all',
      count: input.length,
      cases: input.map((one) => ({ name: one.name, service: one.service })),
      language: walk.case.language,
    },
    data: { input },
  };
}
