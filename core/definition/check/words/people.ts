import type { Word } from './word.ts';

/** Mistakes about parties, roles and what they see. */
export const people = {
  unknownSeen: {
    uk: ['«{name}» нічого не показує: такого немає', 'Можна: {known}'],
    en: ['“{name}” shows nothing: there is no such thing', 'There are: {known}'],
    mends: true,
  },
  seenWhole: {
    uk: ['«{name}» нічого не покаже: відповіді та рішення видно лише цілими', 'Напишіть {root}'],
    en: ['“{name}” would show nothing: answers and decisions are seen whole', 'Write {root}'],
    mends: true,
  },
  seesHides: {
    uk: ['У стані «{state}» працюють із «{name}», але не бачать цього', 'Додайте «{name}» до sees'],
    en: ['In the state “{state}” they work with “{name}”, but do not see it', 'Add “{name}” to sees'],
    mends: true,
  },
  partyNotIdentified: {
    uk: [
      'Не сказано, хто така сторона «{name}»: ніхто не зможе діяти за неї',
      'Додайте identify: {"rnokpp": "form.…"}',
    ],
    en: [
      'It is not said who the party “{name}” is: nobody could act for it',
      'Add identify: {"rnokpp": "form.…"}',
    ],
  },
  partyOutsideEach: {
    uk: [
      'Сторона «{name}» — це кожен зі списку, тож вона діє лише всередині стану each',
      'Перенесіть стан у flow стану each з "of": "{list}"',
    ],
    en: [
      'The party “{name}” is each of a list, so it acts only inside an each state',
      'Move the state into the flow of an each state with "of": "{list}"',
    ],
  },
  agencyHasNoRole: {
    uk: ['Орган «{agency}» не має ролі «{name}»', 'Його ролі: {known}'],
    en: ['The agency “{agency}” has no role “{name}”', 'Its roles: {known}'],
  },
  notAnOffice: {
    uk: [
      '«{what}» не обовʼязково дає підрозділ органу «{agency}»',
      'Напишіть nearest(…) або підрозділ у лапках: {known}',
    ],
    en: [
      '“{what}” need not give an office of the agency “{agency}”',
      'Write nearest(…), or an office in quotes: {known}',
    ],
    mends: true,
  },
  badCron: {
    uk: ['«{what}» — не час: {why}', 'Напишіть, наприклад, "0 6 1 * *": щомісяця 1-го о 6:00 за Києвом'],
    en: [
      '“{what}” is no time: {why}',
      'Write “0 6 1 * *”, for example: on the 1st of each month at 6:00 in Kyiv',
    ],
  },
  scheduleLeavesOut: {
    uk: [
      'Форма вимагає «{name}», а розклад його не дає: жодна справа не почнеться',
      'Додайте до form розкладу "/{name}": "record.…"',
    ],
    en: [
      'The form requires “{name}”, which the schedule does not give: no case would begin',
      'Add "/{name}": "record.…" to form of the schedule',
    ],
  },
  aboutOtherRegistry: {
    uk: [
      'Розклад починає справи щодо записів «{registry}», а about — з реєстру «{name}»',
      'Напишіть в about реєстр «{registry}»',
    ],
    en: [
      'The schedule begins cases about records of “{registry}”, but about is of the registry “{name}”',
      'Write the registry “{registry}” in about',
    ],
    mends: true,
  },
  nobodyActs: {
    uk: [
      'У стані «{state}» діє заявник, а справа може не стосуватися нікого ({way}): тоді чекатимуть до строку',
      'Спрямовуйте сюди лише з умовою «applicant.person != null» або нехай заявник буде завжди',
    ],
    en: [
      'In the state “{state}” the applicant acts, but the case may concern nobody ({way}): then it waits until it is due',
      'Lead here only on the condition “applicant.person != null”, or let there always be an applicant',
    ],
    warning: true,
  },
  partyMayBeNobody: {
    uk: [
      'А якщо «{what}» порожнє? Тоді невідомо, хто ця сторона',
      'Спрямовуйте до неї лише з умовою «… != null» або додайте ще одну ознаку до identify',
    ],
    en: [
      'What if “{what}” is empty? Then nobody knows who this party is',
      'Lead to it only on the condition “… != null”, or add another claim to identify',
    ],
  },
} as const satisfies Record<string, Word>;
