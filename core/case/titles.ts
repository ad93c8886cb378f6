import type { State } from '#core/definition/types.generated.ts';
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
