import type { HistoryView, Text } from '#core/api/types.ts';
import { calledThen, ranOn, type ServiceRuntime } from '#core/case/runtime.ts';
import { begunTitle, doneTitle, joined, partyTitle, titleOf } from '#core/case/titles.ts';
import type { Case, CaseEvent, EventActor, Path } from '#core/case/types.ts';
import type { Visible } from '#core/case/visible.ts';
import { nameOf } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import { endedWords, sentWords } from '../access/link-words.ts';

/** What a history is told of: the case, as far as one may see it, in a language. */
export type Telling = { service: ServiceRuntime; kase: Case; seen: Visible; language: 'uk' | 'en' };

const TITLES: { readonly [type in CaseEvent['type']]: Text } = {
  submitted: { uk: 'Заяву подано', en: 'Application submitted' },
  moved: { uk: 'Справа перейшла далі', en: 'The case moved on' },
  cancelled: { uk: 'Очікування скасовано', en: 'What was waited for was cancelled' },
  ended: { uk: 'Справу завершено', en: 'The case ended' },
  notified: { uk: 'Надіслано повідомлення', en: 'Notices sent' },
  claimed: { uk: 'Завдання взято', en: 'Task claimed' },
  released: { uk: 'Завдання відпущено', en: 'Task released' },
  assigned: { uk: 'Виконавця призначено', en: 'Task assigned' },
  transferred: { uk: 'Завдання передано', en: 'Task transferred' },
  acted: { uk: 'Виконано дію', en: 'Action taken' },
  consulted: { uk: 'Запитано думку', en: 'An opinion was asked' },
  opined: { uk: 'Думку надано', en: 'An opinion was given' },
  noted: { uk: 'Написано повідомлення', en: 'A message was written' },
  withdrawn: { uk: 'Заяву відкликано', en: 'Application withdrawn' },
  answered: { uk: 'Отримано відповідь', en: 'Answer received' },
  gaveBack: { uk: 'Сплачене або зарезервоване повернуто', en: 'What was paid or reserved was given back' },
  failed: { uk: 'Відповіді немає', en: 'No answer' },
  told: { uk: 'Отримано подію', en: 'An event was received' },
  timerFired: { uk: 'Настав строк', en: 'A time came' },
  fileScanned: { uk: 'Файл перевірено', en: 'A file was scanned' },
  termOverdue: { uk: 'Строк розгляду минув', en: 'The term of the case has passed' },
  extended: { uk: 'Строк продовжено', en: 'The term was extended' },
  corrected: { uk: 'Помилку виправлено', en: 'A mistake was corrected' },
  revoked: { uk: 'Рішення скасовано', en: 'The decision was revoked' },
  duplicated: { uk: 'Замовлено дублікат', en: 'A duplicate was asked for' },
  followed: { uk: 'Почато нову заяву за цією справою', en: 'A new application was begun from this case' },
  linked: { uk: 'За цією справою подано заяву', en: 'An application was submitted from this case' },
  linkEnded: { uk: 'Пов’язану справу завершено', en: 'A related case ended' },
  reopened: { uk: 'Справу відновлено', en: 'The case was reopened' },
  migrated: {
    uk: 'Справу перенесено на нову версію послуги',
    en: 'The case came over to a new version of the service',
  },
  expired: { uk: 'Строк зберігання сплив', en: 'Retention ran out' },
  erased: { uk: 'Персональні дані знищено', en: 'Personal data erased' },
};

const stateTitle = (service: ServiceRuntime, path: Path): Text =>
  titleOf(stateAt(service.bundle.flow, path), nameOf(path));

function titleFor({ service, kase }: Telling, event: CaseEvent): Text {
  const title = TITLES[event.type];
  switch (event.type) {
    case 'moved': {
      // that a branch or item has ended is told by what follows
      const shown = event.states.filter(
        (path) => !path.includes('/') || stateAt(service.bundle.flow, path)?.type !== 'end',
      );
      const titles = shown.map((path) => stateTitle(service, path));
      return titles.length === 0 ? title : joined(titles, ' → ');
    }
    case 'acted': {
      const state = stateAt(service.bundle.flow, event.path);
      return doneTitle({ state, name: event.state, action: event.action }, service.bundle.parties);
    }
    case 'submitted':
      return begunTitle(event) ?? title;
    case 'linked':
      return sentWords(event) ?? title;
    case 'linkEnded':
      return endedWords(event, kase.linked) ?? title;
    case 'ended':
      return joined([title, stateTitle(service, event.outcome.state)], ': ');
    case 'claimed':
    case 'released':
    case 'assigned':
    case 'transferred':
    case 'answered':
    case 'failed':
      return joined([stateTitle(service, event.path), title], ': ');
    default:
      return title;
  }
}

/** Who an event is of, in words: a party, a role, a connector; never a person's name. */
export function whoIs(service: ServiceRuntime, kase: Case, actor: EventActor): Text {
  if (actor.kind === 'party') {
    const name = kase.parties[actor.party]?.party ?? actor.party.split('/')[0] ?? actor.party;
    const party = service.bundle.parties[name];
    return partyTitle(name, party);
  }
  if (actor.kind === 'officer') {
    const role = service.live.agencies[actor.agency]?.roles[actor.role] ?? service.bundle.roles?.[actor.role];
    return (role?.title as Text | undefined) ?? { uk: actor.role, en: actor.role };
  }
  const connector = service.live.connectors[actor.by.replace(/^connector:/, '')];
  return (connector?.title as Text | undefined) ?? { uk: 'Система', en: 'The system' };
}

/** The grounds in law that an event names. */
function groundsIn({ service, language }: Telling, event: CaseEvent): string {
  const named = 'grounds' in event ? (event.grounds ?? []) : [];
  return named
    .flatMap((id) => {
      const title = service.bundle.grounds?.[id]?.title as Text | undefined;
      return title ? [title[language] ?? title.uk ?? ''] : [];
    })
    .join('; ');
}

/** The reason or message of an event, where it may be seen and is kept in the case. */
function textOf({ service, kase, seen }: Telling, event: CaseEvent): string | undefined {
  if (event.type === 'noted') return seen.notes.find((note) => note.at === event.at)?.text;
  if (event.type === 'revoked' || event.type === 'reopened') return event.data?.reason;
  if (event.type !== 'acted') return undefined;
  const path = Object.keys(kase.results).find((now) => calledThen(service, event.seq, now) === event.path);
  if (path === undefined || kase.results[path]?.at !== event.at) return undefined;
  const { reason, explain } = seen.results[path] ?? {};
  return [reason, explain].filter(Boolean).join(' · ') || undefined;
}

/** What follows of itself from what someone did is nobody's own act. */
const FOLLOWS: ReadonlySet<CaseEvent['type']> = new Set([
  'moved',
  'cancelled',
  'ended',
  'notified',
  'termOverdue',
]);

/** Events as one who may see the case reads them. */
export function historyOf(telling: Telling, events: readonly CaseEvent[]): HistoryView[] {
  const { service, kase, language } = telling;
  return events.map((event) => {
    const then = { ...telling, service: ranOn(service, event.seq) };
    const by = whoIs(then.service, kase, event.actor);
    const text = [groundsIn(then, event), textOf(telling, event)].filter(Boolean).join(' · ') || undefined;
    return {
      seq: event.seq,
      at: event.at,
      title: titleFor(then, event),
      ...(FOLLOWS.has(event.type) ? {} : { by: by[language] ?? by.uk ?? '' }),
      ...(text === undefined ? {} : { text }),
    };
  });
}
