import type { CaseRehearsed, MigrationPage, MigrationProposal, MigrationView } from '#core/api/types.ts';
import { type Rehearsed, rehearsed } from '#core/case/migration/rehearse.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import type { Actor, Appointment, Case } from '#core/case/types.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { intention } from '../http/intention.ts';
import { ApiProblem, problem } from '../http/problem.ts';
import { json } from '../http/serve.ts';
import { runtimeOf } from '../store/bundles.ts';
import { ids } from '../store/ids.ts';
import { onceKey } from '../store/keys.ts';
import { BadCursor } from '../store/lists.ts';
import { load } from '../store/load.ts';
import { openCases } from '../store/open-cases.ts';
import { perform } from '../store/perform.ts';
import { type PersonKeys, personKeys } from '../store/person-key.ts';
import { type Proposal, proposalOf, propose } from '../store/proposal.ts';
import { carryOut } from '../store/remembered.ts';
import { setting } from '../store/setting.ts';
import { cases } from '../store/tables.ts';
import { TooManyWrites } from '../store/transaction.ts';
import { heldBy } from './held.ts';

/** Cases a page: each is read, and in a migration written, one by one. */
const PAGE = 50;

/** The current version, and the appointment by which the officer may publish the service. @throws ApiProblem forbidden */
async function publishing(asked: Asked): Promise<{ to: ServiceRuntime; appointment: Appointment }> {
  const held = await heldBy(asked, new Date().toISOString());
  const to = await runtimeOf(null);
  const { roles } = to.live.agencies[to.bundle.agency] ?? {};
  const appointment = held.find(
    ({ agency, role }) => agency === to.bundle.agency && roles?.[role]?.may?.includes('publish'),
  );
  if (!appointment) throw problem('forbidden');
  return { to, appointment };
}

/** A page of open cases on other versions. @throws ApiProblem badCursor */
async function pageOf(to: ServiceRuntime, cursor: string | undefined) {
  const of = { service: setting('KLADKA_SERVICE'), definition: to.hash };
  const page = await openCases(cases(), of, cursor || undefined, PAGE).catch((error: unknown) => {
    throw error instanceof BadCursor ? problem('badCursor') : error;
  });
  return { cases: page.cases, next: page.cursor === undefined ? {} : { cursor: page.cursor } };
}

const ofDefinition = ({ hash }: ServiceRuntime) => ({ service: setting('KLADKA_SERVICE'), definition: hash });

const shownProposal = (
  { bundle, hash }: ServiceRuntime,
  { person, name, at }: Proposal,
  asked: Asked,
): MigrationProposal => ({
  ...{ version: bundle.version, hash, by: name, at },
  own: person === asked.caller?.person,
});

/** `GET …/cases/migration`: what would become of the open cases that run on other versions; nothing is changed. */
export async function rehearseMigration(asked: Asked): Promise<ApiResult> {
  const { to } = await publishing(asked);
  const [{ cases: page, next }, proposal] = await Promise.all([
    pageOf(to, asked.query.cursor),
    proposalOf(cases(), ofDefinition(to)),
  ]);
  const items = await Promise.all(page.map((id) => rehearsedCase(to, id)));
  const from = to.bundle.migrate?.from;
  const shown: MigrationView = {
    version: to.bundle.version,
    ...(from === undefined ? {} : { from }),
    ...(proposal ? { proposal: shownProposal(to, proposal, asked) } : {}),
    items: items.flatMap((one) => one ?? []),
    ...next,
  };
  return json(200, shown);
}

/** What would become of one case; null where it has gone meanwhile. */
async function rehearsedCase(to: ServiceRuntime, id: string): Promise<CaseRehearsed | null> {
  const now = new Date().toISOString();
  const { case: kase } = await load(cases(), { service: setting('KLADKA_SERVICE'), case: id }, now);
  if (!kase || kase.outcome || kase.definition === to.hash) return null;
  const from = await runtimeOf(kase.definition);
  return shownCase(from, kase, rehearsed(from, to, kase, now));
}

function shownCase(from: ServiceRuntime, { id, reference }: Case, one: Rehearsed): CaseRehearsed {
  return {
    ...{ case: id, reference, version: from.bundle.version, result: one.result },
    ...(one.refusal ? { code: one.refusal.code } : {}),
    ...{ from: one.from, to: one.to, lost: one.lost, says: one.says },
  };
}

const takesOver = ({ bundle }: ServiceRuntime): void => {
  if (bundle.migrate) return;
  const message = {
    uk: 'Поточна версія не приймає справ інших версій: додайте в опис послуги migrate.',
    en: 'The current version takes over no cases of others: add migrate to its definition.',
  };
  throw new ApiProblem(409, 'otherVersion', message);
};

/** `POST …/cases/migration`: proposes it; who proposed it first, stays the one who did. */
export async function proposeMigration(asked: Asked): Promise<ApiResult> {
  const { to, appointment } = await publishing(asked);
  takesOver(to);
  const proposal = {
    person: appointment.person,
    name: asked.caller?.name ?? '',
    at: new Date().toISOString(),
  };
  return json(200, shownProposal(to, await propose(cases(), ofDefinition(to), proposal), asked));
}

/** `POST …/cases/migration/pages`: takes a page of cases over, by another person than the one who proposed it. */
export async function migrateCases(asked: Asked): Promise<ApiResult> {
  const { to, appointment } = await publishing(asked);
  takesOver(to);
  const proposal = await proposalOf(cases(), ofDefinition(to));
  if (!proposal)
    throw new ApiProblem(409, 'notProposed', {
      uk: 'Перенесення ще не запропоновано: хай його запропонує інша людина з правом публікувати.',
      en: 'The migration was not proposed yet: another person who may publish has to.',
    });
  if (proposal.person === appointment.person)
    throw new ApiProblem(403, 'fourEyes', {
      uk: 'Перенесення виконує інша людина, ніж та, що його запропонувала.',
      en: 'A migration is carried out by another person than the one who proposed it.',
    });
  const { caller, operation, names, body, key } = asked;
  const of = { hash: intention(caller?.person, operation.id, names, key), request: intention(body) };
  const cursor = typeof body.cursor === 'string' ? body.cursor : undefined;
  const keys = await personKeys();
  const actor: Actor = {
    kind: 'officer',
    appointment,
    ...(caller?.name ? { name: caller.name } : {}),
  };
  const carried = await carryOut(
    cases(),
    of,
    new Date().toISOString(),
    async () => {
      const { cases: page, next } = await pageOf(to, cursor);
      const shown: MigrationPage = { moved: 0, items: [], ...next };
      // one by one: the page is bounded, and a case waits for no other
      for (const id of page) {
        const stays = await movedOver({ to, actor, proposal, keys }, id);
        if (stays === 'moved') shown.moved += 1;
        else if (stays) shown.items.push(stays);
      }
      return { writes: [], answer: { status: 200, body: shown } };
    },
    onceKey(setting('KLADKA_SERVICE'), of.hash),
  );
  if ('otherRequest' in carried) throw problem('otherRequest');
  const answer = 'done' in carried ? carried.done : carried.replayed;
  return json(answer.status, answer.body);
}

type Moving = { to: ServiceRuntime; actor: Actor; proposal: Proposal; keys: PersonKeys };

/** Takes one case over; why it stays, where it does; null where nothing is left to do. */
async function movedOver(
  { to, actor, proposal, keys }: Moving,
  id: string,
): Promise<'moved' | CaseRehearsed | null> {
  const before = await rehearsedCase(to, id);
  if (before?.result !== 'moves') return before;
  const stays = (code: string, says: CaseRehearsed['says']): CaseRehearsed => ({
    ...before,
    ...{ result: 'refused', code, to: [], says },
  });
  try {
    const performed = await perform({
      store: cases(),
      service: setting('KLADKA_SERVICE'),
      case: id,
      runtime: runtimeOf,
      command: async () => ({ command: { type: 'migrate', to: to.hash, proposedBy: proposal.person } }),
      actor,
      ids,
      now: () => new Date().toISOString(),
      personKey: keys,
      next: to,
      answer: () => ({ status: 200, body: null }),
    });
    if (!('refusal' in performed)) return 'moved';
    return stays(performed.refusal.code, [{ ...performed.refusal.message }]);
  } catch (error) {
    if (!(error instanceof TooManyWrites)) throw error;
    return stays('tooLarge', [
      {
        uk: 'У справі забагато місць, де на щось чекають, щоб перенести її одним кроком',
        en: 'The case waits at too many places to come over in one step',
      },
    ]);
  }
}
