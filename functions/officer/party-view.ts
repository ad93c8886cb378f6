import type { PartyView, Text } from '#core/api/types.ts';
import { ofOwnMotion } from '#core/case/own-motion.ts';
import { answerTitle, partyTitle } from '#core/case/titles.ts';
import type { Identity, Path, Result } from '#core/case/types.ts';
import type { Visible } from '#core/case/visible.ts';
import { flowOf } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Found } from './held.ts';

const CONCERNED: Text = { uk: 'Кого стосується справа', en: 'Whom the case concerns' };

/** What a party did last, and where. */
function lastOf({ kase }: Found, key: string): { path: Path; result: Result } | undefined {
  return Object.entries(kase.results)
    .filter(([, { by }]) => by.kind === 'party' && by.party === key)
    .map(([path, result]) => ({ path, result }))
    .sort((one, other) => (one.result.at < other.result.at ? -1 : 1))
    .at(-1);
}

function answerOf(found: Found, seen: Visible, key: string): PartyView['answer'] {
  const last = lastOf(found, key);
  if (!last || !(seen.results[last.path] || seen.outcomes[flowOf(last.path)])) return undefined;
  const { path, result } = last;
  const state = stateAt(found.service.bundle.flow, path);
  const reason = seen.results[path]?.reason;
  const title = answerTitle({ state, name: path, action: result.action });
  return { title, at: result.at, ...(reason === undefined ? {} : { reason }) };
}

const fullName = (identity: Identity): string | undefined =>
  [identity.surname, identity.name, identity.patronymic].filter(Boolean).join(' ') ||
  identity.business?.name ||
  identity.business?.edrpou;

/** The name of a party and of who acts for them: for those who see the whole form, or the step in which the party acts. */
function namesOf(
  { kase }: Found,
  sees: readonly string[],
  key: string,
  where: Path,
): Pick<PartyView, 'name' | 'representative' | 'withheld'> {
  const { identity, representative, contact } = kase.data.parties[key] ?? {};
  const name = identity ? fullName(identity) : contact?.name;
  const acts = representative && fullName(representative);
  if (!sees.includes('form') && !where.split('/').some((part) => sees.includes(part)))
    return name === undefined ? {} : { withheld: true };
  return { ...(name === undefined ? {} : { name }), ...(acts === undefined ? {} : { representative: acts }) };
}

/** Everyone who acts for themselves in a case, and what each has answered, as far as an officer sees it. */
export function partiesOf(found: Found, seen: Visible, sees: readonly string[]): PartyView[] {
  const { service, kase } = found;
  const own = ofOwnMotion(kase);
  const there = Object.entries(kase.parties).filter(
    // a case of the agency's own may concern nobody
    ([key]) => !(own && key === 'applicant') || kase.data.parties[key]?.identity !== undefined,
  );
  return there.map(([key, { party, path, through }]) => {
    const place = Object.values(kase.places).find((p) => p.kind === 'party' && p.party === key);
    const where = place?.path ?? lastOf(found, key)?.path ?? path ?? '';
    const defined = service.bundle.parties[party];
    const title = own && key === 'applicant' ? (defined?.title ?? CONCERNED) : partyTitle(party, defined);
    const answer = answerOf(found, seen, key);
    return {
      key,
      party,
      title,
      ...namesOf(found, sees, key, where),
      ...(through === undefined ? {} : { through }),
      asked: place !== undefined,
      ...(place?.due === undefined ? {} : { due: place.due }),
      ...(answer ? { answer } : {}),
    };
  });
}
