import type { Word } from './word.ts';

/** Names that name nothing, or two things. */
export const references = {
  unknownReference: {
    uk: ['Немає такого: {kind} «{name}»', 'Є: {known}'],
    en: ['There is no {kind} “{name}”', 'There are: {known}'],
  },
  unknownState: {
    uk: ['Немає стану «{name}»', 'Стани тут: {known}'],
    en: ['There is no state “{name}”', 'States here: {known}'],
  },
  unknownPart: {
    uk: ['Немає частини «{name}»', 'Є: {known}'],
    en: ['There is no part “{name}”', 'There are: {known}'],
  },
  circularPart: {
    uk: ['Частина «{name}» містить саму себе', 'Розірвіть коло'],
    en: ['The part “{name}” holds itself', 'Break the circle'],
  },
  nameTaken: {
    uk: ['Імʼя «{name}» уже зайняте: {by}', 'Стани, сторони, ролі та «as» мають різні імена'],
    en: ['The name “{name}” is taken: {by}', 'States, parties, roles and “as” have different names'],
  },
  languageMissing: {
    uk: ['Немає тексту мовою «{language}»', 'Додайте "{language}": "…"'],
    en: ['The text in “{language}” is missing', 'Add "{language}": "…"'],
  },
} as const satisfies Record<string, Word>;
