import type { Flow, State } from '#core/definition/types.generated.ts';
import type { Text } from '#core/flow/types.ts';

/** What a state is called where the definition does not say. */
const BY_TYPE: { [type in State['type']]: Text } = {
  task: { uk: 'Розгляд', en: 'Review' },
  party: { uk: 'Очікуємо на відповідь', en: 'Waiting for an answer' },
  call: { uk: 'Перевірка в реєстрі', en: 'Check in a registry' },
  parallel: { uk: 'Погодження', en: 'Approvals' },
  each: { uk: 'Опрацювання кожного', en: 'Each is dealt with' },
  wait: { uk: 'Очікування', en: 'Waiting' },
  pay: { uk: 'Оплата', en: 'Payment' },
  sign: { uk: 'Підписання', en: 'Signing' },
  issue: { uk: 'Видача документа', en: 'Issue of the document' },
  reserve: { uk: 'Запис', en: 'Reservation' },
  start: { uk: 'Пов’язані справи', en: 'Related cases' },
  collect: { uk: 'Прийом заяв', en: 'Collection of applications' },
  publish: { uk: 'Оприлюднення', en: 'Publication' },
  end: { uk: 'Завершено', en: 'Finished' },
};

/** The title of a state as people read it: its own, else that of its kind. */
export function titleOf(state: State | undefined, name: string): Text {
  if (state?.title) return state.title as Text;
  return state ? BY_TYPE[state.type] : { uk: name, en: name };
}

/** How a case ends, by the kind of its outcome. */
const ENDINGS: { readonly [kind: string]: Text } = {
  granted: { uk: 'Задоволено', en: 'Granted' },
  partly: { uk: 'Задоволено частково', en: 'Granted in part' },
  refused: { uk: 'Відмовлено', en: 'Refused' },
  left: { uk: 'Залишено без розгляду', en: 'Left without decision' },
  withdrawn: { uk: 'Відкликано', en: 'Withdrawn' },
  cancelled: { uk: 'Скасовано', en: 'Cancelled' },
};

/** The title of an end that says none itself; undefined where its kind is none of ours. */
export const endingTitle = (kind: string): Text | undefined =>
  Object.hasOwn(ENDINGS, kind) ? ENDINGS[kind] : undefined;

/** The title of an outcome of a flow: that of its end, else that of its kind. */
export function outcomeTitle({ states }: Flow, outcome: string): Text | undefined {
  const end = Object.values(states).find((state) => state.type === 'end' && state.outcome === outcome);
  if (end?.type !== 'end') return endingTitle(outcome);
  return (end.title as Text | undefined) ?? endingTitle(end.kind ?? outcome);
}

/** Who a party is: as its title says; the applicant has a name of their own. */
export function partyTitle(name: string, party: { title?: object } | undefined): Text {
  if (party?.title) return party.title as Text;
  return name === 'applicant' ? { uk: 'Заявник', en: 'Applicant' } : { uk: name, en: name };
}

const ACTIONS: { [name: string]: Text } = {
  approve: { uk: 'Погодити', en: 'Approve' },
  refuse: { uk: 'Відмовити', en: 'Refuse' },
  reject: { uk: 'Відхилити', en: 'Reject' },
  return: { uk: 'Повернути на виправлення', en: 'Return for correction' },
  resubmit: { uk: 'Надіслати знову', en: 'Send again' },
  agree: { uk: 'Погодитися', en: 'Agree' },
  decline: { uk: 'Не погодитися', en: 'Decline' },
  done: { uk: 'Готово', en: 'Done' },
};

/** The title of an action: its own, else that of a common name. */
export function actionTitle(action: { title?: object }, name: string): Text {
  return (action.title as Text | undefined) ?? ACTIONS[name] ?? { uk: name, en: name };
}

/** What was done, where the definition does not say: by the common names of actions. */
const DONE: { readonly [name: string]: Text } = {
  approve: { uk: 'погоджено', en: 'approved' },
  refuse: { uk: 'відмовлено', en: 'refused' },
  reject: { uk: 'відхилено', en: 'rejected' },
  return: { uk: 'повернуто на виправлення', en: 'returned for correction' },
  resubmit: { uk: 'надіслано знову', en: 'sent again' },
  agree: { uk: 'згоду надано', en: 'consented' },
  decline: { uk: 'у згоді відмовлено', en: 'declined' },
  done: { uk: 'зроблено', en: 'done' },
};

/** Texts as one, language by language, with a mark between them. */
export const joined = (texts: readonly Text[], mark: string): Text => ({
  uk: texts.map((text) => text.uk ?? '').join(mark),
  en: texts.map((text) => text.en ?? text.uk ?? '').join(mark),
});

const capital = (text = ''): string => text.charAt(0).toUpperCase() + text.slice(1);

type Done = { readonly state: State | undefined; readonly name: string; readonly action: string };

/** What a person did in a state, without who it was; a button says what to do, and this what has happened. */
function doneIn({ state, action }: Done): Text {
  const definition = state?.type === 'task' || state?.type === 'party' ? state.actions[action] : undefined;
  const common = DONE[action];
  if (common) return common;
  const { uk, en } = actionTitle(definition ?? {}, action);
  return state?.type === 'party'
    ? { uk: `відповідь: «${uk}»`, en: `answer: “${en ?? uk}”` }
    : { uk: `рішення: «${uk}»`, en: `decision: “${en ?? uk}”` };
}

/** The definition's own words for what was done in a state. */
function ownDone({ state, action }: Done): Text | undefined {
  const definition = state?.type === 'task' || state?.type === 'party' ? state.actions[action] : undefined;
  return definition?.done as Text | undefined;
}

/** What a party answered: «Згоду надано». */
export function answerTitle(done: Done): Text {
  const { uk, en } = ownDone(done) ?? doneIn(done);
  return { uk: capital(uk), en: capital(en ?? uk) };
}

/**
 * What happened, as the timeline tells it: the definition's `done`, else who or what it belongs to and what was done:
 * «Співвласник житла: згоду надано», «Розгляд заяви: рішення: „Зареєструвати“»; of the applicant only what was done.
 * @param parties the titles of the parties by name
 */
export function doneTitle(done: Done, parties: { readonly [party: string]: { title?: object } }): Text {
  const { state, name } = done;
  const own = ownDone(done);
  if (own) return { ...own };
  if (state?.type !== 'party') return joined([titleOf(state, name), doneIn(done)], ': ');
  const who = state.party === 'applicant' ? undefined : (parties[state.party]?.title as Text | undefined);
  return who ? joined([who, doneIn(done)], ': ') : answerTitle(done);
}

/** How a case began that nobody applied for; undefined for an application. */
export function begunTitle({ channel }: { channel: string }): Text | undefined {
  if (channel === 'officer')
    return { uk: 'Справу почато з ініціативи органу', en: 'The agency began the case of its own motion' };
  if (channel === 'schedule')
    return { uk: 'Справу почато за розкладом', en: 'The case began at its appointed time' };
  return undefined;
}
