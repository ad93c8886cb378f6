import type { ApplicationView } from '#core/api/types.ts';
import { calledThen, ranOn, type ServiceRuntime } from '#core/case/runtime.ts';
import { begunTitle, doneTitle, joined, titleOf } from '#core/case/titles.ts';
import type { Case, CaseEvent, EventActor, Text } from '#core/case/types.ts';
import { nameOf } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import { endedWords, sentWords } from '../../access/link-words.ts';

type Entry = ApplicationView['timeline'][number];

const said: { readonly [type: string]: Text } = {
  submitted: { uk: 'Заяву подано', en: 'The application was submitted' },
  withdrawn: { uk: 'Заяву відкликано', en: 'The application was withdrawn' },
  extended: { uk: 'Строк розгляду продовжено', en: 'The term was extended' },
  corrected: { uk: 'Помилку в рішенні виправлено', en: 'A mistake in the decision was corrected' },
  revoked: { uk: 'Рішення скасовано', en: 'The decision was revoked' },
  duplicated: { uk: 'Замовлено дублікат документа', en: 'A duplicate of a document was asked for' },
  reopened: { uk: 'Справу відкрито знову', en: 'The case was reopened' },
};

const gaveBack: { readonly [type in 'pay' | 'reserve']: Text } = {
  pay: { uk: 'Сплачене повертається платнику', en: 'What was paid is being paid back' },
  reserve: { uk: 'Бронювання скасовано', en: 'The reservation was given back' },
};

const isBy = (actor: EventActor, party: string) => actor.kind === 'party' && actor.party === party;

/**
 * What happened in a case, as a party may read it: nothing of who the officers are. Whoever is not the applicant reads
 * of the submission and of what they did themselves. `linked`: the cases that came of it, to tell how they ended.
 */
export function timeline(
  service: ServiceRuntime,
  events: readonly CaseEvent[],
  party: string,
  linked?: Case['linked'],
): ApplicationView['timeline'] {
  const whole = party === 'applicant';
  const entries = events
    .filter(
      (event) =>
        whole || event.type === 'submitted' || isBy(event.actor, calledThen(service, event.seq, party)),
    )
    .flatMap((event) => entriesOf(ranOn(service, event.seq), event, linked));
  return toldOnce(entries);
}

/** Entries without those that say again what the one before said of the same moment: a withdrawal and the end that it came to. */
export function toldOnce(entries: readonly Entry[]): Entry[] {
  const same = (one: Entry, other: Entry) =>
    one.at === other.at && one.title.uk === other.title.uk && one.title.en === other.title.en;
  return entries.filter((entry, n) => {
    const before = entries[n - 1];
    return before === undefined || entry.detail !== undefined || !same(entry, before);
  });
}

function entriesOf(service: ServiceRuntime, event: CaseEvent, linked: Case['linked']): Entry[] {
  const { flow, grounds, parties } = service.bundle;
  const { at } = event;
  const why = ('grounds' in event ? (event.grounds ?? []) : []).flatMap((id): Text[] => {
    const title = grounds?.[id]?.title;
    return title ? [{ ...title }] : [];
  });
  // the reason is told those whom it concerns, in the words in which it was written
  const reason = event.type === 'revoked' || event.type === 'reopened' ? event.data?.reason : undefined;
  if (reason !== undefined) why.push({ uk: reason, en: reason });
  const detail = why[0] ? { detail: joined(why, '; ') } : {};
  const known = (event.type === 'submitted' && begunTitle(event)) || said[event.type];
  if (known) return [{ at, title: known, ...detail }];
  switch (event.type) {
    case 'moved':
      // where it waits now; what it only passed, and what goes on inside a branch, is nobody's news
      return event.entered.flatMap(({ path }) => {
        const state = path.includes('/') ? undefined : stateAt(flow, path);
        if (!state || state.shown === false) return [];
        return [{ at, title: { ...titleOf(state, nameOf(path)) } }];
      });
    case 'acted': {
      const state = stateAt(flow, event.path);
      if (state?.type !== 'task' && state?.type !== 'party') return [];
      if (state.shown === false) return [];
      const title = doneTitle({ state, name: event.state, action: event.action }, parties);
      return [{ at, title, ...detail }];
    }
    case 'linked':
    case 'linkEnded': {
      // of cases that are started the states tell enough
      const title = event.type === 'linked' ? sentWords(event) : endedWords(event, linked);
      return title ? [{ at, title }] : [];
    }
    case 'gaveBack':
      return [...new Set(Object.values(event.effects).map(({ type }) => type))].map((type) => ({
        at,
        title: gaveBack[type],
      }));
    case 'ended': {
      const state = stateAt(flow, event.outcome.state);
      return [{ at, title: { ...titleOf(state, nameOf(event.outcome.state)) } }];
    }
    default:
      return [];
  }
}
