import type { Word } from './word.ts';

/** Mistakes in a form. */
export const form = {
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
} as const satisfies Record<string, Word>;
