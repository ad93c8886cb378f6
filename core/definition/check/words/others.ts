import type { Word } from './word.ts';

/** Mistakes in registries and connectors. */
export const others = {
  versionOrder: {
    uk: ['Версія {version} не йде за попередньою', 'Має бути {wants}'],
    en: ['The version {version} does not follow the one before', 'It must be {wants}'],
    mends: true,
  },
  noMigration: {
    uk: [
      'Не сказано, як старі записи стають версією {version}',
      'Додайте migrate: вказівник → вираз над record; якщо нічого не міняється — {}',
    ],
    en: [
      'It is not said how older records become version {version}',
      'Add migrate: pointer → expression over record; {} if nothing changes',
    ],
  },
  connectorLacks: {
    uk: ['Зʼєднанню виду {kind} бракує «{name}»', 'Додайте {name}'],
    en: ['A connector of kind {kind} lacks “{name}”', 'Add {name}'],
  },
  lastAnswer: {
    uk: [
      'Остання відповідь замінника має бути без умови',
      'Додайте відповідь без when: що відповідати в решті випадків',
    ],
    en: [
      'The last answer of the stand-in must have no condition',
      'Add an answer without when: what is said in all other cases',
    ],
  },
  answerWithoutWhen: {
    uk: [
      'Відповідь без умови має бути останньою: до наступних не дійде',
      'Додайте when або перенесіть її в кінець',
    ],
    en: [
      'An answer without a condition must be the last: those after it never come',
      'Add when, or move it to the end',
    ],
  },
} as const satisfies Record<string, Word>;
