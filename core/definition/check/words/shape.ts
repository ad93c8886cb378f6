import type { Word } from './word.ts';

/** Mistakes in the shape of a definition. */
export const shape = {
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
    mends: true,
  },
  unknownWord: {
    uk: ['Тут немає слова «{name}»', 'Можна: {allowed}'],
    en: ['There is no word “{name}” here', 'Allowed: {allowed}'],
    mends: true,
  },
  missing: {
    uk: ['Бракує «{name}»', 'Додайте "{name}": {wants}'],
    en: ['“{name}” is missing', 'Add "{name}": {wants}. {about}'],
  },
  missingOneOf: {
    uk: ['Тут треба вказати {names}', 'Залиште саме потрібне'],
    en: ['One of these is needed: {names}', 'Keep exactly what is meant'],
  },
  wrongType: {
    uk: ['Тут має бути {expected}', 'Замініть на {expected}'],
    en: ['Here must stand {expected}', 'Write it so. {about}'],
  },
  notAllowed: {
    uk: ['Значення «{value}» не підходить', 'Можна: {allowed}'],
    en: ['The value “{value}” does not fit', 'Allowed: {allowed}'],
    mends: true,
  },
  wrongForm: {
    uk: ['«{value}» написано не так', 'Зразок: {pattern}'],
    en: ['“{value}” is written wrongly', '{about} Pattern: {pattern}'],
  },
  outOfBounds: {
    uk: ['Значення виходить за межі: {limit}', 'Змініть значення або довжину так, щоб було {limit}'],
    en: ['The value is out of bounds: {limit}', 'Change the value or its length to be {limit}. {about}'],
  },
  repeated: {
    uk: ['Те саме вказано двічі', 'Залиште одне'],
    en: ['The same is said twice', 'Keep one'],
    mends: true,
  },
  notCarriedOut: {
    uk: ['«{word}» ще не виконується: {meanwhile}', 'Поки що {instead}'],
    en: ['“{word}” is not carried out yet: {meanwhile}', 'For now, {instead}'],
  },
  noEffectYet: {
    uk: ['«{word}» ще ні на що не впливає: {meanwhile}', 'Поки що {instead}'],
    en: ['“{word}” has no effect yet: {meanwhile}', 'For now, {instead}'],
    warning: true,
  },
} as const satisfies Record<string, Word>;
