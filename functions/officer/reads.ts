import { fileLink } from '../files/link.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { ApiProblem, problem } from '../http/problem.ts';
import { json } from '../http/serve.ts';
import { officerNames } from '../store/appointments.ts';
import { runtimeOfCase } from '../store/bundles.ts';
import { eventsOf } from '../store/history.ts';
import { load } from '../store/load.ts';
import { withReasons } from '../store/reasons.ts';
import { setting } from '../store/setting.ts';
import { cases, platform } from '../store/tables.ts';
import { leaveTrace } from './access.ts';
import { caseView, type Sight, sightOf } from './case-view.ts';
import { heldBy } from './held.ts';
import { historyOf } from './history.ts';
import { etagOf } from './named.ts';

/** The case that is asked for, as the officer sees it. @throws ApiProblem forbidden, notFound */
async function seenBy(asked: Asked): Promise<Sight> {
  const now = new Date().toISOString();
  const held = await heldBy(asked, now);
  const { case: kase } = await load(
    cases(),
    { service: setting('KLADKA_SERVICE'), case: asked.names.id ?? '' },
    now,
  );
  if (!kase) throw problem('notFound');
  const service = await runtimeOfCase(kase);
  return sightOf({ service, kase, now }, held, asked.language);
}

/** What is shown of a sight, once its trace is left; both at the same time. */
async function traced<T>(sight: Sight, shown: Promise<T>): Promise<T> {
  const [answer] = await Promise.all([shown, leaveTrace(cases(), sight)]);
  return answer;
}

/** The names of those who have claimed the tasks of a case. */
function namesIn({ found: { now }, seen }: Sight): Promise<Map<string, string>> {
  const persons = seen.places.flatMap((p) => (p.kind === 'task' && p.claimedBy ? [p.claimedBy] : []));
  return officerNames(platform(), persons.slice(0, 50), now);
}

const telling = ({ found: { service, kase }, seen, language }: Sight) => ({ service, kase, seen, language });
const whichCase = ({ found: { kase } }: Sight) => ({ service: kase.service, case: kase.id });

/** A part of the history, with the reasons that are told with it. */
async function reasoned(sight: Sight, part: Parameters<typeof eventsOf>[2]) {
  const page = await eventsOf(cases(), whichCase(sight), part);
  return { ...page, events: await withReasons(cases(), whichCase(sight), page.events) };
}

/** `GET …/cases/{id}`: the case with its tasks; its ETag is what an act names. */
export async function oneCase(asked: Asked): Promise<ApiResult> {
  const sight = await seenBy(asked);
  const [names, { events: latest }] = await traced(
    sight,
    Promise.all([namesIn(sight), reasoned(sight, { latest: true })]),
  );
  const { kase } = sight.found;
  // what was written since the case was read belongs to its next reading
  const known = latest.filter(({ seq }) => seq <= kase.seq);
  return json(200, caseView(sight, names, known), { etag: etagOf(kase) });
}

/** `GET …/events`: the history in order, page by page; the cursor is the number of the last event seen. */
export async function events(asked: Asked): Promise<ApiResult> {
  const { cursor = '0' } = asked.query;
  if (!/^\d{1,10}$/.test(cursor)) throw problem('badCursor');
  const sight = await seenBy(asked);
  const page = await traced(sight, reasoned(sight, { after: Number(cursor) }));
  const last = page.events.at(-1);
  return json(200, {
    items: sight.sees ? historyOf(telling(sight), page.events) : [],
    ...(page.more && last ? { cursor: String(last.seq) } : {}),
  });
}

const unread = {
  pending: {
    uk: 'Файл ще перевіряють. Спробуйте за хвилину.',
    en: 'The file is being scanned. Try in a minute.',
  },
  infected: {
    uk: 'У файлі знайдено загрозу: він не відкривається.',
    en: 'The file is dangerous and is not opened.',
  },
  mismatch: {
    uk: 'Вміст файлу не такого типу, як заявлено: він не відкривається.',
    en: 'The content of the file is not of its declared type; it is not opened.',
  },
} as const;

/** `GET …/files/{file}`: an address of the version that was scanned; nothing is read before it is clean. */
export async function caseFile(asked: Asked): Promise<ApiResult> {
  const sight = await seenBy(asked);
  const { seen } = sight;
  const file = seen.files.find(({ id }) => id === asked.names.file);
  if (!file) throw problem('notFound');
  if (file.scan !== 'clean')
    throw new ApiProblem(409, file.scan === 'pending' ? 'fileNotScanned' : 'fileInfected', unread[file.scan]);
  return json(200, await traced(sight, fileLink(file)));
}

/** `GET …/documents/{document}`: an address of an issued document's file. */
export async function caseDocument(asked: Asked): Promise<ApiResult> {
  const sight = await seenBy(asked);
  const { seen } = sight;
  const issued = Object.values(seen.documents).find(({ id }) => id === asked.names.document);
  if (!issued?.key || !issued.version) throw problem('notFound');
  const name = `${issued.document}${issued.number ? `-${issued.number.replace(/[^\p{L}\p{N}-]+/gu, '-')}` : ''}.pdf`;
  return json(200, await traced(sight, fileLink({ key: issued.key, version: issued.version, name })));
}
