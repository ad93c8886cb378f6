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
  wrongOrder: {
    uk: ['Кінець «{to}» раніше за початок «{from}»', 'Поміняйте дати місцями або виправте одну'],
    en: ['The end “{to}” is before the beginning “{from}”', 'Swap the dates or mend one'],
  },
} as const satisfies Record<string, Word>;
