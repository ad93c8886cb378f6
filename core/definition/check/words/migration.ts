import type { Word } from './word.ts';

/** Mistakes in how open cases come over to a new version. */
export const migration = {
  migratesFromNothing: {
    uk: ['Версії {version} не опубліковано', 'Опубліковано: {known}'],
    en: ['The version {version} was not published', 'Published: {known}'],
  },
  migrationPassesOver: {
    warning: true,
    uk: [
      'Відкриті справи версії {last} лишаться на ній: переносяться лише справи версії {version}',
      'Запишіть "from": {last}',
    ],
    en: [
      'Open cases of version {last} will stay on it: only those of version {version} come over',
      'Write "from": {last}',
    ],
    mends: true,
  },
  notInVersion: {
    uk: ['У версії {version} немає «{name}»', 'Є: {known}'],
    en: ['Version {version} has no “{name}”', 'There are: {known}'],
  },
  renamedToNothing: {
    uk: ['У новій версії немає «{name}»', 'Є: {known}'],
    en: ['The new version has no “{name}”', 'There are: {known}'],
    mends: true,
  },
  notCarried: {
    warning: true,
    uk: [
      'Відкриті справи зі стану «{name}» лишаться на версії {version}: не сказано, куди їм іти',
      'Додайте до renamed: "{name}": "…", або до states: "{name}": {"enter": "…"}, або {"stays": …}',
    ],
    en: [
      'Open cases in the state “{name}” will stay on version {version}: it is not said where they go',
      'Add to renamed: "{name}": "…", or to states: "{name}": {"enter": "…"}, or {"stays": …}',
    ],
  },
} as const satisfies Record<string, Word>;
