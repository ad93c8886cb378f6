import { defineTexts } from '#portal/theme/language.tsx';

/** Words of controls that all tabs share. */
export const partsTexts = defineTexts(
  {
    in: '{language}',
    missing: 'Немає перекладу',
    feelMistake: 'Помилка на місці {at}: {what}',
    feelValue: 'Зараз дає: {value}',
    feelNames: 'Вставити імʼя',
    feelHint: 'Вираз FEEL, наприклад: count(form.children) > 0',
    up: 'Вище',
    down: 'Нижче',
    remove: 'Прибрати',
    add: 'Додати',
    needName: 'Напишіть назву',
  },
  {
    in: '{language}',
    missing: 'Not translated',
    feelMistake: 'Mistake at {at}: {what}',
    feelValue: 'Gives now: {value}',
    feelNames: 'Insert a name',
    feelHint: 'A FEEL expression, for example: count(form.children) > 0',
    up: 'Up',
    down: 'Down',
    remove: 'Remove',
    add: 'Add',
    needName: 'Write a name',
  },
);
