import type { ServiceRuntime } from '#core/case/runtime.ts';
import { titleOf } from '#core/case/titles.ts';
import type { Case, Waiting } from '#core/case/types.ts';
import { nameOf } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import type { KeptCard } from './items.ts';

const REVOKED = { uk: 'Рішення скасовано', en: 'Decision revoked' };

/** What anyone who knows the reference may see: the state in the service's words, nothing personal. */
export function openCard(service: ServiceRuntime, kase: Case): KeptCard {
  const path = kase.outcome?.state ?? kase.position?.state;
  const state = path === undefined ? undefined : stateAt(service.bundle.flow, path);
  return {
    kind: 'application',
    case: kase.id,
    service: kase.service,
    title: { ...service.bundle.title },
    reference: kase.reference,
    ...(path === undefined ? {} : { state: titleOf(state, nameOf(path)) }),
    ...(kase.outcome ? { outcome: kase.outcome.kind } : {}),
    // what was granted is not any more: nobody who looks by the number may take it for valid
    ...(kase.revoked === undefined ? {} : { state: REVOKED, revoked: true as const }),
  };
}

/** A line a person: parties and whoever acts for them; a person who is two parties has one. */
export function partyCards(
  service: ServiceRuntime,
  { case: kase, waiting }: { case: Case; waiting: Waiting },
  personKey: (identify: { [claim: string]: string }) => string | null,
): Map<string, KeptCard> {
  const cards = new Map<string, KeptCard>();
  const open = openCard(service, kase);
  for (const party of waiting.parties) {
    const described = party.identify ? personKey(party.identify) : null;
    for (const person of [party.person ?? described, party.representative]) {
      if (!person) continue;
      const known = cards.get(person);
      const asked = party.asked || known?.asked === true;
      const due = party.asked ? (party.due ?? known?.due) : known?.due;
      cards.set(person, { ...open, ...(asked ? { asked } : {}), ...(due === undefined ? {} : { due }) });
    }
  }
  return cards;
}
