type Word = {
  uk: readonly [what: string, mend: string];
  en: readonly [what: string, mend: string];
  warning?: true;
};

/** What each mistake is called: what is wrong, how to mend it. */
export const words = {
  notJson: {
    uk: ['Це не JSON: {what}', 'Виправте знак у цьому місці: кому, дужку чи лапки'],
    en: ['This is no JSON: {what}', 'Mend the sign at this place: a comma, bracket or quote'],
  },
  notObject: {
    uk: ['Файл має містити обʼєкт', 'Почніть його з { і закінчіть }'],
    en: ['The file must hold an object', 'Begin it with { and end it with }'],
  },
  idIsNotName: {
    uk: ['Ідентифікатор «{id}» не збігається з назвою «{name}»', 'Назвіть їх однаково'],
    en: ['The id “{id}” differs from the name “{name}”', 'Give both the same name'],
  },
  unknownWord: {
    uk: ['Тут немає слова «{name}»', 'Можна: {allowed}'],
    en: ['There is no word “{name}” here', 'Allowed: {allowed}'],
  },
  missing: {
    uk: ['Бракує «{name}»', '{about}'],
    en: ['“{name}” is missing', '{about}'],
  },
  missingOneOf: {
    uk: ['Тут треба вказати {names}', 'Залиште саме потрібне'],
    en: ['One of these is needed: {names}', 'Keep exactly what is meant'],
  },
  wrongType: {
    uk: ['Тут має бути {expected}', '{about}'],
    en: ['Here must stand: {expected}', '{about}'],
  },
  notAllowed: {
    uk: ['Значення «{value}» не підходить', 'Можна: {allowed}'],
    en: ['The value “{value}” does not fit', 'Allowed: {allowed}'],
  },
  wrongForm: {
    uk: ['«{value}» написано не так', '{about} Зразок: {pattern}'],
    en: ['“{value}” is written wrongly', '{about} Pattern: {pattern}'],
  },
  outOfBounds: {
    uk: ['Значення виходить за межі: {limit}', '{about}'],
    en: ['The value is out of bounds: {limit}', '{about}'],
  },
  repeated: {
    uk: ['Те саме вказано двічі', 'Залиште одне'],
    en: ['The same is said twice', 'Keep one'],
  },
  unknownReference: {
    uk: ['Немає такого: {kind} «{name}»', 'Є: {known}'],
    en: ['There is no {kind} “{name}”', 'There are: {known}'],
  },
  unknownState: {
    uk: ['Немає стану «{name}»', 'Стани тут: {known}'],
    en: ['There is no state “{name}”', 'States here: {known}'],
  },
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
  nameTaken: {
    uk: ['Імʼя «{name}» уже зайняте: {by}', 'Стани, сторони, ролі та «as» мають різні імена'],
    en: ['The name “{name}” is taken: {by}', 'States, parties, roles and “as” have different names'],
  },
  languageMissing: {
    uk: ['Немає тексту мовою «{language}»', 'Додайте "{language}": "…"'],
    en: ['The text in “{language}” is missing', 'Add "{language}": "…"'],
  },
  expression: {
    uk: ['Вираз «{source}»: {what}', 'Виправте вираз (знак {at})'],
    en: ['The expression “{source}”: {what}', 'Mend the expression (character {at})'],
  },
  unknownPart: {
    uk: ['Немає частини «{name}»', 'Є: {known}'],
    en: ['There is no part “{name}”', 'There are: {known}'],
  },
  circularPart: {
    uk: ['Частина «{name}» містить саму себе', 'Розірвіть коло'],
    en: ['The part “{name}” holds itself', 'Break the circle'],
  },
  cannotDraw: {
    uk: ['Форма не вміє показати «{name}»', 'Замініть на allOf з if, then, else'],
    en: ['A form cannot draw “{name}”', 'Write it as allOf with if, then, else'],
  },
  fieldOnNoPage: {
    uk: ['Поля «{name}» немає на жодній сторінці', 'Додайте його до fields однієї зі сторінок'],
    en: ['The field “{name}” is on no page', 'Add it to the fields of a page'],
  },
  unknownField: {
    uk: ['У схемі немає поля «{name}»', 'Перевірте вказівник'],
    en: ['The schema has no field “{name}”', 'Check the pointer'],
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
  circularOffice: {
    uk: ['Підрозділ «{name}» підпорядкований сам собі', 'Розірвіть коло'],
    en: ['The office “{name}” belongs to itself', 'Break the circle'],
  },
  suspendedForEver: {
    uk: [
      'Режим зупиняє строки без дати завершення: жоден строк не вдасться порахувати',
      'Додайте to, хоча б орієнтовну дату; її можна перенести пізніше',
    ],
    en: [
      'The regime suspends terms with no end: no term could be counted',
      'Add to, if only an estimate; it can be moved later',
    ],
  },
  wrongOrder: {
    uk: ['Кінець «{to}» раніше за початок «{from}»', 'Поміняйте дати місцями або виправте одну'],
    en: ['The end “{to}” is before the beginning “{from}”', 'Swap the dates or mend one'],
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
