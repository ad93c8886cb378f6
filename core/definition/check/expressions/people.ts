import type { Type } from '#core/expression/types/index.ts';
import { recordOf } from '../../scope/answers.ts';
import type { StatePlace } from '../../scope/places.ts';
import { nearestOffice, type Scopes } from '../../scope/scopes.ts';
import type { Library, Party, Service } from '../../types.ts';
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
    const acting = places
      .filter(({ state }) => actsIn(state, name))
      .map(({ names, items }) => asParty(names, items.at(-1)));
    const sights =
      name === 'applicant' ? [submitted] : acting.length > 0 ? acting : [asParty(scopes.case, undefined)];
    for (const sight of sights) askClaims(asking, party, `/parties/${name}`, sight);
  }
  for (const [name, role] of Object.entries(service.roles ?? {}))
    if (role.office !== undefined) {
      const tasks = places.filter(({ state }) => state.type === 'task' && state.role === name);
      const sights =
        tasks.length > 0 ? tasks.map((p): Sight => ({ names: p.names, strict: true })) : [anywhere];
      for (const sight of sights) {
        const names = { ...sight.names, nearest: nearestOffice };
        asking.ask(role.office, `/roles/${name}/office`, { ...sight, names }, text);
      }
    }
  for (const [n, need] of (service.needs ?? []).entries())
    if (need.when !== undefined)
      asking.condition(need.when, `/needs/${n}/when`, { names: scopes.draft, strict: false });
  askSchedule(asking, library, service);
  const pay = service.after?.duplicate?.pay;
  if (pay !== undefined) asking.ask(pay, '/after/duplicate/pay', anywhere, { kinds: ['number'] });
}

/** Which records a case is started for. */
function askSchedule(asking: Asking, library: Library, { startedBy }: Service): void {
  const each = startedBy.schedule?.forEach;
  if (each?.where === undefined) return;
  const record = recordOf(library, library.registries[each.registry]);
  asking.condition(each.where, '/startedBy/schedule/forEach/where', { names: { record }, strict: true });
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
  for (const word of ['identify', 'contact'] as const)
    for (const [claim, source] of Object.entries(party[word] ?? {}))
      asking.ask(source, `${at}/${word}/${claim}`, sight, text);
}

function actsIn(state: StatePlace['state'], party: string): boolean {
  if (state.type === 'party' || state.type === 'pay') return state.party === party;
  return state.type === 'sign' && state.by.party === party;
}

const asParty = (names: Sight['names'], item: Type | undefined): Sight => ({
  names: { ...names, item: item ?? { kind: 'any' } },
  strict: true,
});
