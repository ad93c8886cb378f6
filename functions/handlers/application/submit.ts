import type { Submitted } from '#core/api/types.ts';
import { filesIn } from '#core/case/files.ts';
import { partiesOf } from '#core/case/who.ts';
import type { ApiResult, Asked } from '../../http/event.ts';
import { intention } from '../../http/intention.ts';
import { applicationsLimit, submitLimit } from '../../http/limits.ts';
import { answerOf } from '../../http/performed.ts';
import { problem } from '../../http/problem.ts';
import { json } from '../../http/serve.ts';
import { answersIn, lookUp } from '../../lookups/look-up.ts';
import { announcedFiles } from '../../store/announced.ts';
import { runtimeOf } from '../../store/bundles.ts';
import { draftGoes } from '../../store/drafts.ts';
import { ids } from '../../store/ids.ts';
import { perform } from '../../store/perform.ts';
import { identified, personKeys } from '../../store/person-key.ts';
import { setting } from '../../store/setting.ts';
import { cases } from '../../store/tables.ts';
import { namesOfDraft, representedOf } from './draft-view.ts';
import { actorOf } from './reach.ts';

/** Sends a draft: it becomes a case under the draft's id, and goes, in one transaction. */
export async function submit(asked: Asked): Promise<ApiResult> {
  const store = cases();
  const service = setting('KLADKA_SERVICE');
  const id = asked.names.id ?? '';
  const actor = actorOf(asked);
  const { person } = actor.identity;
  const keys = await personKeys();
  const of = { table: store.table, service };
  const limits = [
    submitLimit({ ...of, person }, new Date().toISOString()),
    applicationsLimit(of, (await runtimeOf(null)).bundle.availability),
  ].filter((limit) => limit !== undefined);
  const performed = await perform({
    store,
    service,
    case: id,
    runtime: runtimeOf,
    command: async ({ case: kase, draft }) => {
      if (kase ? partiesOf(kase, actor.identity).length === 0 : draft?.person !== person)
        throw problem('notFound');
      const { form = {}, language = 'uk', through, about, origin } = draft ?? {};
      const runtime = await runtimeOf(null);
      const { bundle } = runtime;
      const described = draft && representedOf(runtime, actor.identity, draft, new Date().toISOString());
      const represents = described && identified(keys, described);
      const looked = draft
        ? await lookUp(
            { store, service: runtime, case: id, person },
            {
              data: form,
              names: (answers) =>
                namesOfDraft(runtime, actor.identity, draft, new Date().toISOString(), answers),
            },
          )
        : new Map();
      const wanted = new Set(filesIn(bundle.form, form).map((file) => file.id));
      const announced = wanted.size > 0 ? await announcedFiles(store, { service, case: id }) : [];
      const taken = announced.filter((item) => item.person === person && wanted.has(item.file.id));
      return {
        command: {
          type: 'submit',
          form,
          language,
          channel: 'portal',
          lookups: answersIn(looked),
          files: Object.fromEntries(taken.map(({ file }) => [file.id, file])),
          ...(through === undefined ? {} : { through }),
          ...(represents ? { represents } : {}),
          ...(about ? { about } : {}),
          ...(origin ? { origin } : {}),
        },
      };
    },
    actor,
    // the address of the draft, of its files and of the case is one
    ids: { ...ids, uuid: () => id },
    now: () => new Date().toISOString(),
    personKey: keys,
    once: { hash: intention(person, 'submit', id, asked.key), request: intention(asked.body) },
    answer: ({ reference, submittedAt }) => ({
      status: 200,
      body: { id, reference, submittedAt } satisfies Submitted,
    }),
    limits,
    also: ({ draft }) => (draft ? [draftGoes(store.table, draft)] : []),
  });
  const { status, body } = answerOf(performed);
  return json(status, body);
}
