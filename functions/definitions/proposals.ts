import type { PublicationView, ReasonBody } from '#core/api/types.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { ApiProblem } from '../http/problem.ts';
import { json } from '../http/serve.ts';
import {
  type PublicationProposal,
  proposing,
  publicationActs,
  type RecordedAct,
  recording,
  settling,
} from '../store/publication.ts';
import { platform } from '../store/tables.ts';
import { once } from '../workspace/once.ts';
import { publishable, type Ready, sound, standing } from './ready.ts';

const stands = ({ proposal, hash }: Ready): boolean => proposal?.hash === hash;

const notProposed = (en: string, uk: string) => new ApiProblem(409, 'notProposed', { uk, en });

/**
 * The proposal that the caller confirms by publishing; any that is there where one person publishes.
 * @throws ApiProblem notProposed, fourEyes
 */
export function confirmed(ready: Ready, { caller }: Asked): PublicationProposal | null {
  const { persons, proposal } = ready;
  if (persons === 'one') return proposal;
  if (!proposal || !stands(ready))
    throw notProposed(
      'In this agency two publish: one proposes, another confirms. This draft was not proposed yet.',
      'У цьому органі публікують двоє: один пропонує, інший підтверджує. Цю чернетку ще не запропоновано.',
    );
  if (proposal.person === caller?.person)
    throw new ApiProblem(403, 'fourEyes', {
      uk: 'Публікує інша людина, ніж та, що запропонувала.',
      en: 'It is published by another person than the one who proposed it.',
    });
  return proposal;
}

function view(
  ready: Ready,
  proposal: PublicationProposal | null,
  acts: readonly RecordedAct[],
  { caller }: Asked,
): PublicationView {
  return {
    persons: ready.persons,
    ...(proposal
      ? {
          proposal: {
            ...{ by: proposal.name, at: proposal.at, own: proposal.person === caller?.person },
            stands: proposal.hash === ready.hash,
          },
        }
      : {}),
    acts: acts.map(({ what, by, at, version, reason }) => ({
      ...{ what, by, at },
      ...(version === undefined ? {} : { version }),
      ...(reason === undefined ? {} : { reason }),
    })),
  };
}

/** `GET …/publication`: whether two publish, what was proposed, what was done before. */
export async function publication(asked: Asked): Promise<ApiResult> {
  const ready = await publishable(asked);
  return json(200, view(ready, ready.proposal, await publicationActs(platform(), ready.ref), asked));
}

/** `POST …/publication`: proposes the draft, which must be as sound as to be published; a proposal of it that stands stays. */
export const proposePublication = (asked: Asked): Promise<ApiResult> =>
  once(asked, async () => {
    const ready = await standing(asked);
    const acts = await publicationActs(platform(), ready.ref);
    if (stands(ready)) return { writes: [], body: view(ready, ready.proposal, acts, asked) };
    await sound(ready);
    const { person = '', name = '' } = asked.caller ?? {};
    const at = new Date().toISOString();
    const proposal = { hash: ready.hash, person, name, at };
    const act: RecordedAct = { what: 'proposed', by: name, at, person };
    const { table } = platform();
    return {
      writes: [proposing(table, ready.ref, proposal, ready.proposal), recording(table, ready.ref, act)],
      body: view(ready, proposal, [act, ...acts], asked),
    };
  });

/** `POST …/publication/return`: gives the proposal back with a reason; who proposed may take it back so. */
export const returnPublication = (asked: Asked): Promise<ApiResult> =>
  once(asked, async () => {
    const ready = await publishable(asked);
    if (!ready.proposal)
      throw notProposed('There is no proposal to give back.', 'Повертати нічого: пропозиції немає.');
    const { person = '', name = '' } = asked.caller ?? {};
    const { reason } = asked.body as unknown as ReasonBody;
    const act: RecordedAct = { what: 'returned', by: name, at: new Date().toISOString(), reason, person };
    const acts = await publicationActs(platform(), ready.ref);
    const { table } = platform();
    return {
      writes: [settling(table, ready.ref, ready.proposal), recording(table, ready.ref, act)],
      body: view(ready, null, [act, ...acts], asked),
    };
  });
