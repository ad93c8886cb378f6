import type { Word } from './word.ts';

/** Mistakes in expressions (FEEL). */
export const expressions = {
  feelSyntax: {
    uk: ['Вираз не вдається прочитати: «{at}»', 'Перевірте дужки, лапки, коми та слова then, else, return'],
    en: [
      'The expression cannot be read: “{at}”',
      'Check brackets, quotes, commas and the words then, else, return',
    ],
  },
  feelTooLong: {
    uk: [
      'Вираз завеликий',
      'Поділіть його: винесіть частину в обчислюване поле (computed); межа 4000 знаків і 1500 частин, не глибше 120 одна в одній',
    ],
    en: [
      'The expression is too big',
      'Divide it: put a part into a computed field; at most 4000 characters and 1500 parts, no deeper than 120 inside each other',
    ],
  },
  feelLoops: {
    uk: ['Цикли вкладено глибше двох: «{what}»', 'Обчисліть внутрішній список окремим полем'],
    en: ['Loops are nested deeper than two: “{what}”', 'Compute the inner list in a field of its own'],
  },
  feelRange: {
    uk: [
      'Перебирати можна лише числа, написані прямо: «{what}»',
      'Напишіть межі числами, не більше 1000 між ними, а в циклі всередині циклу не більше 10000 повторень разом',
    ],
    en: [
      'A range to go through is written in numbers: “{what}”',
      'Write its bounds as numbers, at most 1000 apart; of loops inside each other at most 10000 rounds together',
    ],
  },
  feelOwnFunction: {
    uk: ['Власні функції можна писати лише в sort: «{what}»', 'Напишіть вираз без функції'],
    en: ['Own functions are allowed only in sort: “{what}”', 'Write the expression without a function'],
  },
  feelClock: {
    uk: ['{name}() читає годинник, а вираз має давати те саме щоразу', 'Напишіть {name} без дужок'],
    en: [
      '{name}() reads the clock, and an expression must give the same every time',
      'Write {name} without brackets',
    ],
    mends: true,
  },
  feelPattern: {
    uk: [
      'Шаблон «{what}» має бути написаний прямо і не повторювати повторюване',
      'Напишіть шаблон у лапках, без вкладених + та *',
    ],
    en: [
      'The pattern “{what}” must be written out and must not repeat what repeats',
      'Write the pattern in quotes, without nested + and *',
    ],
  },
  unknownName: {
    uk: ['Тут немає імені «{name}»', 'Можна: {known}'],
    en: ['There is no name “{name}” here', 'There are: {known}'],
    mends: true,
  },
  unknownFieldOf: {
    uk: ['«{of}» не має поля «{name}»', 'Поля тут: {known}'],
    en: ['“{of}” has no field “{name}”', 'Its fields: {known}'],
    mends: true,
  },
  noFields: {
    uk: [
      '«{what}» — це {type}, у нього немає поля «{name}»',
      'Приберіть «.{name}»; рік чи місяць дня дає date({what}).year',
    ],
    en: [
      '“{what}” is {type} and has no field “{name}”',
      'Remove “.{name}”; the year of a day is date({what}).year',
    ],
  },
  unknownFunction: {
    uk: ['Немає функції «{name}»', 'Може, {near}? Перелік функцій — у docs/format.md'],
    en: ['There is no function “{name}”', 'Perhaps {near}? docs/format.md lists the functions'],
    mends: true,
  },
  onlyInTexts: {
    uk: [
      '«{name}» можна писати лише в текстах, у подвійних дужках {{ }}',
      'Залиште число: як пишуть люди, його покаже віджет money або текст',
    ],
    en: [
      '“{name}” may stand only in texts, between {{ }}',
      'Keep the number: the money widget or a text shows it as people write it',
    ],
  },
  wrongArity: {
    uk: ['«{name}» приймає значень: {wants}, а тут {given}', 'Зразок: {call}'],
    en: ['“{name}” takes {wants} values, here are {given}', 'Pattern: {call}'],
  },
  unknownArgument: {
    uk: ['«{name}» не приймає «{argument}»', 'Можна: {known}'],
    en: ['“{name}” takes no “{argument}”', 'It takes: {known}'],
  },
  wrongArgument: {
    uk: [
      '«{name}» чекає тут {wants}, а «{what}» — це {given}',
      'Дайте їй {wants}: день з тексту робить date(…), текст з числа — string(…)',
    ],
    en: [
      '“{name}” wants {wants} here, but “{what}” is {given}',
      'Give it {wants}: date(…) makes a day of a text, string(…) a text of a number',
    ],
    mends: true,
  },
  badLiteral: {
    uk: [
      '«{what}» не є ні днем, ні часом, ні тривалістю, ні числом',
      'Зразки: date("2026-11-24"), time("15:30:00"), duration("P1M")',
    ],
    en: [
      '“{what}” is no day, time, duration or number',
      'Patterns: date("2026-11-24"), time("15:30:00"), duration("P1M")',
    ],
  },
  anyText: {
    uk: [
      '«{what}» може бути будь-яким текстом, а «{name}» прочитає не кожен',
      'Скажіть у схемі, що це: "format": "date" чи "date-time", для числа — "type": "integer" або шаблон із самих цифр',
    ],
    en: [
      '“{what}” may be any text, and “{name}” cannot read every one',
      'Say in the schema what it is: "format": "date" or "date-time", for a number "type": "integer" or a pattern of digits alone',
    ],
  },
  unlikeTypes: {
    uk: [
      'Не можна порівняти «{left}» ({leftType}) і «{right}» ({rightType})',
      'Зведіть до одного: date(…) робить день з тексту, number(…) число, string(…) текст',
    ],
    en: [
      '“{left}” ({leftType}) cannot be compared with “{right}” ({rightType})',
      'Make them alike: date(…) makes a day of a text, number(…) a number, string(…) a text',
    ],
    mends: true,
  },
  noOrder: {
    uk: [
      '«{what}» — це {type}: таке не буває більше чи менше',
      'Порівняйте окреме поле або кількість: count(…)',
    ],
    en: [
      '“{what}” is {type}, of which none is greater',
      'Compare one of its fields, or how many there are: count(…)',
    ],
  },
  listsCompared: {
    uk: [
      'Списки не порівнюють знаком рівності: «{what}»',
      'Порівняйте count(…) або кожен елемент: every x in … satisfies …',
    ],
    en: [
      'Lists are not compared by a sign of equality: “{what}”',
      'Compare count(…), or every item: every x in … satisfies …',
    ],
  },
  wrongArithmetic: {
    uk: [
      'Дія «{op}» не має змісту: {left} і {right}',
      'Зведіть до одного: string(…) робить текст, date(…) день, number(…) число',
    ],
    en: [
      '“{op}” makes no sense of {left} and {right}',
      'Make them alike: string(…) makes a text, date(…) a day, number(…) a number',
    ],
    mends: true,
  },
  divisionByZero: {
    uk: ['Ділення на нуль: «{what}»', 'Виправте дільник'],
    en: ['Division by zero: “{what}”', 'Mend the divisor'],
  },
  notCondition: {
    uk: ['«{what}» — це {type}, а умова має бути істинною або хибною', 'Порівняйте з чимось: {what} = …'],
    en: [
      '“{what}” is {type}, and a condition must be true or false',
      'Compare it with something: {what} = …',
    ],
  },
  notList: {
    uk: ['«{what}» — це {type}, а потрібен список', 'Візьміть список або напишіть його: [{what}]'],
    en: ['“{what}” is {type}, and a list is needed', 'Take a list, or write one: [{what}]'],
  },
  mayBeEmpty: {
    uk: [
      'А якщо «{what}» порожнє? Справа на цьому зупиниться',
      'Скажіть, що тоді: if … = null then … else …; в умові спершу спитайте … != null and …',
    ],
    en: [
      'What if “{what}” is empty? The case would stop here',
      'Say what then: if … = null then … else …; in a condition first ask … != null and …',
    ],
  },
  listMayBeEmpty: {
    uk: [
      'А якщо список «{what}» порожній? «{name}» нічого не дасть',
      'Для суми є total(…), вона дає 0; інакше спершу перевірте count({what}) > 0',
    ],
    en: [
      'What if the list “{what}” is empty? “{name}” gives nothing then',
      'For sums there is total(…), which gives 0; else ask first whether count({what}) > 0',
    ],
    mends: true,
  },
  neverEqual: {
    uk: ['«{what}» ніколи не дорівнює «{value}»', 'Можливі значення: {known}'],
    en: ['“{what}” is never “{value}”', 'Its values: {known}'],
    mends: true,
  },
  unreachableBranch: {
    uk: ['Сюди ніколи не дійде: умова «{what}» завжди {always}', 'Приберіть зайву гілку або виправте умову'],
    en: [
      'This is never reached: the condition “{what}” is always {always}',
      'Remove the branch, or mend the condition',
    ],
    warning: true,
  },
  wrongResult: {
    uk: ['«{what}» дає {given}, а тут має бути {wants}', 'Змініть вираз так, щоб він давав {wants}'],
    en: [
      '“{what}” gives {given}, and here must stand {wants}',
      'Change the expression so that it gives {wants}',
    ],
  },
  textNotFilled: {
    uk: [
      'Тут «{{ }}» не замінюється значенням: люди побачать дужки',
      'Приберіть вираз: тут може бути лише текст',
    ],
    en: [
      'Here “{{ }}” is not filled in: people would see the brackets',
      'Remove the expression: here may stand only a text',
    ],
  },
  neverTaken: {
    uk: ['Сюди справа ніколи не піде: «{what}» завжди {always}', 'Приберіть цей запис або виправте умову'],
    en: ['The case never goes here: “{what}” is always {always}', 'Remove this entry, or mend the condition'],
    warning: true,
    mends: true,
  },
  unknownInput: {
    uk: ['«{connector}» не приймає «{name}»', 'Приймає: {known}'],
    en: ['“{connector}” takes no “{name}”', 'It takes: {known}'],
  },
  missingInput: {
    uk: ['«{connector}» потребує «{name}», а його не надсилають', 'Додайте до input: "{name}": "…"'],
    en: ['“{connector}” needs “{name}”, which is not sent', 'Add to input: "{name}": "…"'],
  },
  unknownRecordField: {
    uk: ['Запис реєстру «{registry}» не має поля «{name}»', 'Поля запису: {known}'],
    en: ['A record of “{registry}” has no field “{name}”', 'Its fields: {known}'],
  },
  missingRecordField: {
    uk: ['Запис реєстру «{registry}» мусить мати «{name}»', 'Додайте до data: "{name}": "…"'],
    en: ['A record of “{registry}” must have “{name}”', 'Add to data: "{name}": "…"'],
  },
  parameterNotYet: {
    uk: [
      'Параметр «{name}» діє лише з {from}, а заяви приймають уже {since}: до того його значення порожнє',
      'Додайте значення, що діє раніше, або availability.opens не раніше {from}',
    ],
    en: [
      'The parameter “{name}” holds from {from} only, and applications are taken on {since}: until then it is empty',
      'Add a value that holds earlier, or availability.opens not before {from}',
    ],
  },
} as const satisfies Record<string, Word>;
