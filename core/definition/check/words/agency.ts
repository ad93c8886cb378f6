import type { Word } from './word.ts';

/** Mistakes in an agency. */
export const agency = {
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
  nobodyPublishes: {
    uk: [
      'Публікують двоє, а жодна роль не може публікувати',
      'Додайте publish до may ролі, на яку призначено щонайменше двох людей',
    ],
    en: [
      'Two publish, but no role may publish',
      'Add publish to the may of a role to which at least two persons are appointed',
    ],
  },
  wrongOrder: {
    uk: ['Кінець «{to}» раніше за початок «{from}»', 'Поміняйте дати місцями або виправте одну'],
    en: ['The end “{to}” is before the beginning “{from}”', 'Swap the dates or mend one'],
    mends: true,
  },
  noSuchDay: {
    uk: ['Дня «{value}» немає в календарі', 'Виправте дату: рік-місяць-день'],
    en: ['There is no day “{value}” in the calendar', 'Mend the date: year-month-day'],
  },
  breakOutside: {
    uk: ['Перерва виходить за робочий час {from}–{to}', 'Поставте її всередині робочого часу'],
    en: ['The break is outside the working hours {from}–{to}', 'Put it inside the working hours'],
  },
  calendarEnds: {
    uk: [
      'Календар відомий лише до {until}: строки за ним рахуватимуться навмання',
      'Додайте перенесені та вихідні дні наступного року й пересуньте until',
    ],
    en: [
      'The calendar is known only until {until}: terms after it would be guessed',
      'Add the moved days and days off of the next year, and move until',
    ],
    warning: true,
  },
  parameterKinds: {
    uk: ['Значення параметра «{name}» різного виду: {kinds}', 'Запишіть усі однаково'],
    en: ['The values of the parameter “{name}” are of several kinds: {kinds}', 'Write all of them alike'],
  },
} as const satisfies Record<string, Word>;
