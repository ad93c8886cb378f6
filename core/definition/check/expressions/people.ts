import { nearest, type Type } from '#core/expression/types/index.ts';
import type { StatePlace } from '../../scope/places.ts';
import { nearestOffice, officesOf, type Scopes } from '../../scope/scopes.ts';
import type { Library, Party, Role, Service } from '../../types.ts';
import { mistake } from '../problem.ts';
import type { Asking, Sight } from './ask.ts';

const text = { kinds: ['string'], empty: true } as const;

/** Who the parties are and which office a role has: asked where they act. */
export function askPeople(
  asking: Asking,
  library: Library,
  service: Service,
  scopes: Scopes,
  places: readonly StatePlace[],
): void {
  const submitted: Sight = { names: { ...scopes.draft, form: scopes.form }, strict: true };
  const anywhere: Sight = { names: scopes.case, strict: true };
  for (const [name, party] of Object.entries(service.parties)) {
    askParty(asking, party, `/parties/${name}`, submitted, anywhere);
    // only who is each of a list is one of its items
    const asOne = party.each === undefined ? asWhole : asItem;
    const acting = places
      .filter(({ state }) => actsIn(state, name))
      .map(({ names, facts, items }): Sight => ({ names: asOne(names, items.at(-1)), facts, strict: true }));
    const otherwise = [{ names: asOne(scopes.case, undefined), strict: true }];
    const sights = name === 'applicant' ? [submitted] : acting.length > 0 ? acting : otherwise;
    for (const sight of sights) askClaims(asking, party, `/parties/${name}`, sight);
  }
  for (const [name, role] of Object.entries(service.roles ?? {})) {
    const tasks = places.filter(({ state }) => state.type === 'task' && state.role === name);
    const sights =
      tasks.length > 0
        ? tasks.map((p): Sight => ({ names: p.names, facts: p.facts, strict: true }))
        : [anywhere];
    // when it is submitted, the office of whoever acts first is asked for
    if (name === firstRole(service)) sights.unshift(submitted);
    for (const sight of sights)
      askOffice(asking, library, { name, role, agency: role.agency ?? service.agency }, sight);
  }
  for (const [n, need] of (service.needs ?? []).entries())
    if (need.when !== undefined)
      asking.condition(need.when, `/needs/${n}/when`, { names: scopes.draft, strict: false });
  const pay = service.after?.duplicate?.pay;
  if (pay !== undefined) asking.ask(pay, '/after/duplicate/pay', anywhere, { kinds: ['number'] });
}

/** The role that acts first: of the initial task, else of the first that the flow names. */
function firstRole({ flow }: Service): string | undefined {
  const states = [flow.states[flow.initial], ...Object.values(flow.states)];
  return states.find((state) => state?.type === 'task')?.role;
}

/** The office of a role: an office of its agency, or none. */
function askOffice(
  asking: Asking,
  library: Library,
  { name, role, agency }: { name: string; role: Role; agency: string },
  sight: Sight,
): void {
  if (role.office === undefined) return;
  const offices = officesOf(library, agency);
  const at = `/roles/${name}/office`;
  const names = { ...sight.names, nearest: nearestOffice(offices) };
  const { type, findings } = asking.ask(role.office, at, { ...sight, names }, text);
  const values = type.kind === 'string' ? type.values : [];
  if (findings.length > 0 || values?.every((value) => offices.includes(String(value)))) return;
  if (asking.problems.some((problem) => problem.pointer === at)) return;
  const near = values?.length === 1 ? nearest(String(values[0]), offices) : undefined;
  const mend = near === undefined ? undefined : ([{ op: 'replace', path: at, value: `"${near}"` }] as const);
  asking.problems.push(
    mistake('notAnOffice', at, { what: role.office, agency, known: offices.join(', ') }, mend),
  );
}

function askParty(asking: Asking, party: Party, at: string, submitted: Sight, anywhere: Sight): void {
  for (const [n, may] of (party.may ?? []).entries())
    asking.condition(may.when, `${at}/may/${n}/when`, submitted);
  if (party.represents !== undefined) {
    const wanted = { kinds: ['context'], empty: true } as const;
    asking.ask(party.represents, `${at}/represents`, { ...submitted, strict: false }, wanted);
  }
  if (party.each !== undefined) asking.ask(party.each, `${at}/each`, anywhere, { kinds: ['list'] });
}

function askClaims(asking: Asking, party: Party, at: string, sight: Sight): void {
  for (const [claim, source] of Object.entries(party.contact ?? {}))
    asking.ask(source, `${at}/contact/${claim}`, sight, text);
  const claims = Object.entries(party.identify ?? {}).map(([claim, source]) => {
    const { type, findings } = asking.ask(source, `${at}/identify/${claim}`, sight, text);
    return { at: `${at}/identify/${claim}`, source, isThere: findings.length > 0 || !type.empty };
  });
  const [first] = claims;
  if (!first || claims.some(({ isThere }) => isThere)) return;
  if (!asking.problems.some((problem) => problem.pointer === first.at))
    asking.problems.push(mistake('partyMayBeNobody', first.at, { what: first.source }));
}

function actsIn(state: StatePlace['state'], party: string): boolean {
  if (state.type === 'party' || state.type === 'pay') return state.party === party;
  return state.type === 'sign' && state.by.party === party;
}

const asWhole = (names: Sight['names']): Sight['names'] => names;
const asItem = (names: Sight['names'], item: Type | undefined): Sight['names'] => ({
  ...names,
  item: item ?? { kind: 'any' },
});
