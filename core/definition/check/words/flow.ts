import type { Word } from './word.ts';

/** Mistakes in a flow. */
export const flow = {
  lastBranch: {
    uk: [
      'Останній запис списку має бути без умови',
      'Додайте запис лише з «to»: куди йти, якщо жодна умова не справдилась',
    ],
    en: [
      'The last entry of the list must have no condition',
      'Add an entry with only “to”: the way if nothing holds',
    ],
  },
  waitsWithoutDue: {
    uk: ['Стан чекає без строку', 'Додайте due і overdue: що станеться, якщо ніхто не відповість'],
    en: ['The state waits without a deadline', 'Add due and overdue: what happens if nobody answers'],
  },
  dueWithoutOverdue: {
    uk: ['Є строк, але не сказано, що буде після нього', 'Додайте overdue'],
    en: ['There is a deadline, but not what happens after it', 'Add overdue'],
  },
  refusalWithoutGrounds: {
    uk: ['Відмова без підстави в законі', 'Додайте grounds до дії: перелік підстав, з яких обирають'],
    en: ['A refusal without a ground in law', 'Add grounds to the action: the reasons to choose from'],
  },
  noRetention: {
    uk: ['Не сказано, скільки зберігати справи з результатом «{name}»', 'Додайте його до retention'],
    en: ['It is not said how long cases that ended “{name}” are kept', 'Add it to retention'],
  },
  endWithoutKind: {
    uk: [
      'Кінець послуги без виду результату',
      'Додайте kind: granted, partly, refused, left, withdrawn, cancelled',
    ],
    en: [
      'The service ends without a kind of outcome',
      'Add kind: granted, partly, refused, left, withdrawn, cancelled',
    ],
    mends: true,
  },
  branchWithoutWhen: {
    uk: [
      'Запис без умови має бути останнім: після «{to}» нічого не розглядають',
      'Додайте when або перенесіть запис у кінець',
    ],
    en: [
      'An entry without a condition must be the last: nothing after “{to}” is looked at',
      'Add when, or move the entry to the end',
    ],
  },
  overdueWithoutDue: {
    uk: ['Сказано, що буде після строку, але строку немає', 'Додайте due або приберіть overdue'],
    en: ['It is said what happens after the deadline, but there is none', 'Add due, or remove overdue'],
    mends: true,
  },
  remindWithoutDue: {
    uk: ['Нагадування до строку, якого немає', 'Додайте due або приберіть нагадування'],
    en: ['A reminder before a deadline that does not exist', 'Add due, or remove the reminder'],
    mends: true,
  },
  remindTooEarly: {
    uk: ['Нагадати за {before} неможливо: увесь строк — {due}', 'Зменште before'],
    en: ['A reminder {before} before cannot come: the whole term is {due}', 'Make before shorter'],
  },
  explainWithoutGrounds: {
    uk: ['Пояснювати нічого: підстав не вибирають', 'Додайте grounds або приберіть explain'],
    en: ['There is nothing to explain: no ground is chosen', 'Add grounds, or remove explain'],
    mends: true,
  },
  marksNobody: {
    uk: [
      'Позначки нікому виправити: дія не веде до стану сторони',
      'Спрямуйте дію до стану "type": "party" або приберіть marks',
    ],
    en: [
      'Nobody could correct what is marked: the action leads to no state of a party',
      'Lead it to a state of "type": "party", or remove marks',
    ],
    mends: true,
  },
  unknownOutcome: {
    uk: ['Жодна гілка не закінчується результатом «{name}»', 'Результати тут: {known}'],
    en: ['No branch ends with the outcome “{name}”', 'Outcomes here: {known}'],
  },
  joinNeverMet: {
    uk: ['Результату «{outcome}» потрібно {wants}, а дати його можуть лише {can}', 'Зменште need'],
    en: [
      'The outcome “{outcome}” is needed {wants} times, but only {can} branches can give it',
      'Lower need',
    ],
    mends: true,
  },
  joinSaidTwice: {
    uk: ['Умову збігу сказано двічі: outcome і when', 'Залиште одне з них'],
    en: ['When they come together is said twice: outcome and when', 'Keep one of them'],
    mends: true,
  },
  flowWithoutEnd: {
    uk: ['Тут немає кінця: на нього чекатимуть вічно', 'Додайте стан "type": "end" з outcome'],
    en: [
      'There is no end here: it would be waited for for ever',
      'Add a state of "type": "end" with an outcome',
    ],
  },
  silenceLeadsNowhere: {
    uk: [
      'Мовчання означає «{meaning}», але не сказано, куди йде справа',
      'Додайте "to": стан, у якому справу так вирішено',
    ],
    en: [
      'Silence means “{meaning}”, but not where the case goes',
      'Add "to": the state in which it is decided so',
    ],
  },
} as const satisfies Record<string, Word>;
