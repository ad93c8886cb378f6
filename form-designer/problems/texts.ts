import { defineTexts } from '#portal/theme/language.tsx';

/** Words of the list of problems. */
export const problemsTexts = defineTexts(
  {
    title: 'Проблеми',
    checking: 'Перевіряємо…',
    none: 'Помилок немає. Можна пробувати й публікувати.',
    mistakes: {
      one: '{count} помилка, без неї можна публікувати',
      few: '{count} помилки, без них можна публікувати',
      many: '{count} помилок, без них можна публікувати',
      other: '{count} помилки',
    },
    warnings: {
      one: '{count} застереження',
      few: '{count} застереження',
      many: '{count} застережень',
      other: '{count} застереження',
    },
    mistake: 'Помилка',
    warning: 'Застереження',
    go: 'Показати місце',
    mend: 'Виправити',
  },
  {
    title: 'Problems',
    checking: 'Checking…',
    none: 'There are no mistakes. You can try it and publish.',
    mistakes: {
      one: '{count} mistake that stops publishing',
      other: '{count} mistakes that stop publishing',
    },
    warnings: { one: '{count} warning', other: '{count} warnings' },
    mistake: 'Mistake',
    warning: 'Warning',
    go: 'Show the place',
    mend: 'Mend',
  },
);
