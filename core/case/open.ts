import { canonical } from '#core/definition/hash.ts';
import type { State } from '#core/definition/types.generated.ts';
import { flowOf, nameOf } from '#core/flow/position.ts';
import type { JsonObject, Path, Pointer } from '#core/flow/types.ts';
import { contactOf } from './contact.ts';
import { drawnFrom } from './draws.ts';
import { dueAt, instantOf } from './due.ts';
import type { PartyData } from './event.ts';
import { feelValue } from './feel.ts';
import { officeOf } from './office.ts';
import { opensAsk } from './open-ask.ts';
import { type Base, dueIn, type Opened, type Opening, withDue } from './opening.ts';
import { flowsHere } from './party-here.ts';
import type { Place } from './place.ts';
import { fault } from './refuse.ts';
import type { ServiceRuntime } from './runtime.ts';
import type { Case } from './types.ts';
import { fits } from './who.ts';

/** Opens the place of a state: whose it is, by when, what is asked. */
export function opened(walk: Opening, path: Path, state: Exclude<State, { type: 'end' }>): Opened {
  const base = waits(walk, path, state);
  switch (state.type) {
    case 'task': {
      const { role, assign = 'claim' } = state;
      const at = officeOf(walk.turn.service, role, walk.names(flowOf(path)), path);
      const due = dueIn(walk, at, state);
      const place: Place = { ...base, kind: 'task', ...at, role, assign, ...drawnFrom(assign, base.since) };
      return { place: withDue(walk, place, due, state.remind) };
    }
    case 'party': {
      const party = partyKey(walk, path, state.party);
      const place: Place = {
        ...base,
        kind: 'party',
        party,
        open: openFields(walk.turn.service, walk.case, state),
      };
      return { place: withDue(walk, place, dueIn(walk, walk.case.office, state), state.remind) };
    }
    case 'wait':
      return { place: opensWait(walk, path, state, base) };
    case 'parallel':
    case 'each': {
      const place: Place = { ...base, kind: 'group' };
      return { place: withDue(walk, place, dueIn(walk, walk.case.office, state), state.remind) };
    }
    default:
      return opensAsk(walk, path, state, base);
  }
}

function waits(walk: Opening, path: Path, state: State): Base {
  return { path, state: nameOf(path), type: state.type, visit: 0, since: walk.turn.now };
}

function opensWait(walk: Opening, path: Path, state: Extract<State, { type: 'wait' }>, base: Base): Place {
  const { service, now } = walk.turn;
  const due = dueIn(walk, walk.case.office, state);
  if (state.event) {
    const event = { connector: state.event.connector };
    return withDue(walk, { ...base, kind: 'wait', event }, due, state.remind);
  }
  if (state.for !== undefined) {
    const until = dueAt(service, walk.case.office, now, state.for);
    return withDue(walk, { ...base, kind: 'wait', until }, due ?? until, state.remind);
  }
  if (state.until === undefined) return fault(path, 'a wait without until, for or event');
  const value = feelValue(service, state.until, walk.names(flowOf(path)));
  const until = instantOf(service, walk.case.office, value);
  if (until === null) return fault(path, 'until gives neither a day nor an instant');
  return withDue(walk, { ...base, kind: 'wait', until }, due ?? until, state.remind);
}

/** Which fields a party may change: those marked, else those of the state's pages. */
export function openFields(
  { bundle }: ServiceRuntime,
  { data }: Case,
  { pages = [] }: Extract<State, { type: 'party' }>,
): Pointer[] {
  if (data.marks.length > 0) return data.marks.map(({ pointer }) => pointer);
  return bundle.form.pages.filter(({ id }) => pages.includes(id)).flatMap(({ fields }) => fields);
}

/** The key of a party here (its own, or of the item that the flow is about); whom and where it takes this party to be is worked out anew. */
function partyKey(walk: Opening, path: Path, name: string): string {
  const { service } = walk.turn;
  const party = service.bundle.parties[name];
  if (!party) return fault(path, `there is no party ${name}`);
  if (name === 'applicant') return name;
  const names = walk.names(flowOf(path));
  const item = party.each === undefined ? undefined : itemHere(walk, name, path);
  if (party.each !== undefined && item === undefined)
    return fault(path, `party ${name} is each of a list, so it acts inside an each`);
  const key = item ? `${name}/${item.key}` : name;
  const sees: JsonObject = item ? { ...names, item: item.value } : names;
  const { identity, ...before } = walk.case.data.parties[key] ?? {};
  const claims = Object.entries(party.identify ?? {});
  // whoever came along from the case that began this one is known
  if (identity && claims.length === 0) return key;
  const identify: { [claim: string]: string } = {};
  for (const [claim, source] of claims) {
    const value = feelValue(service, source, sees);
    if (typeof value === 'string' && value !== '') identify[claim] = value;
  }
  if (Object.keys(identify).length === 0) return fault(path, `nothing tells who the party ${name} is`);
  const now: PartyData = { identify, ...contactOf(service, name, sees) };
  if (canonical(now) !== canonical(before)) {
    // who came stays while the case still describes them
    const came = identity && fits(identity, identify) ? { identity } : {};
    walk.parties[key] = { meta: { party: name, path: flowOf(path) }, data: { ...came, ...now } };
  }
  return key;
}

/** The item that a party of each of a list acts for. */
function itemHere({ turn, case: kase }: Opening, name: string, path: Path) {
  for (const flow of flowsHere(turn.service, name, path)) {
    const value = kase.data.items[flowOf(flow)]?.[nameOf(flow)];
    if (value !== undefined) return { key: nameOf(flow), value };
  }
  return undefined;
}
