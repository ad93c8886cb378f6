import { defineTexts } from '#portal/theme/language.tsx';

/** Words of controls that all tabs share. */
export const partsTexts = defineTexts(
  {
    in: '{language}',
    missing: 'Немає перекладу',
    up: 'Вище',
    down: 'Нижче',
    remove: 'Прибрати',
    add: 'Додати',
    needName: 'Напишіть назву',
  },
  {
    in: '{language}',
    missing: 'Not translated',
    up: 'Up',
    down: 'Down',
    remove: 'Remove',
    add: 'Add',
    needName: 'Write a name',
  },
);
