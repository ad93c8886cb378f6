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
  },
} as const satisfies Record<string, Word>;
