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
    mends: true,
  },
  unknownField: {
    uk: ['У схемі немає поля «{name}»', 'Перевірте вказівник'],
    en: ['The schema has no field “{name}”', 'Check the pointer'],
    mends: true,
  },
  fieldOnTwoPages: {
    uk: ['Поле «{name}» є на двох сторінках: {pages}', 'Залиште його на одній'],
    en: ['The field “{name}” is on two pages: {pages}', 'Keep it on one'],
    mends: true,
  },
  unknownKeyword: {
    uk: ['JSON Schema не має слова «{name}»: його ніхто не прочитає', 'Може, {near}?'],
    en: ['JSON Schema has no word “{name}”: nobody would read it', 'Perhaps {near}?'],
    mends: true,
  },
  wrongKeywordValue: {
    uk: ['Після «{name}» має стояти інше', 'Тут має бути: {wants}'],
    en: ['After “{name}” must stand something else', 'Here must be: {wants}'],
    mends: true,
  },
  unknownType: {
    uk: ['Немає типу «{value}»', 'Типи: {known}; для дня — "string" з "format": "date"'],
    en: ['There is no type “{value}”', 'Types: {known}; a day is "string" with "format": "date"'],
    mends: true,
  },
  unknownFormat: {
    uk: ['Немає формату «{value}»: його ніхто не перевірить', 'Формати: {known}'],
    en: ['There is no format “{value}”: nobody would check it', 'Formats: {known}'],
    mends: true,
  },
  badPattern: {
    uk: [
      'Шаблон «{pattern}» не є регулярним виразом',
      'Перевірте дужки та зворотні скісні риски; у JSON їх пишуть двічі: \\\\d',
    ],
    en: [
      'The pattern “{pattern}” is no regular expression',
      'Check brackets and backslashes; JSON wants them twice: \\\\d',
    ],
  },
  unboundedPattern: {
    uk: [
      'Шаблон «{pattern}» на довгому тексті може шукати безкінечно',
      'Хай сусідні повторення не збігаються ([^@.]+ замість [^@]+), без повтору в повторі, з ^ на початку',
    ],
    en: [
      'The pattern “{pattern}” could search a long text for ever',
      'Let neighbouring repetitions share no characters ([^@.]+, not [^@]+), repeat nothing that repeats, begin with ^',
    ],
  },
  noChoices: {
    uk: ['Немає з чого вибирати', 'Додайте значення до enum'],
    en: ['There is nothing to choose from', 'Add values to enum'],
  },
  boundsTurned: {
    uk: ['«{least}» ({a}) більше за «{most}» ({b}): нічого не підійде', 'Поміняйте їх місцями'],
    en: ['“{least}” ({a}) is above “{most}” ({b}): nothing would fit', 'Swap them'],
    mends: true,
  },
  unknownRef: {
    uk: ['«{name}» нікуди не веде', 'Додайте визначення до $defs або виправте посилання'],
    en: ['“{name}” leads nowhere', 'Add the definition to $defs, or mend the reference'],
  },
  requiredUnknown: {
    uk: [
      'Обовʼязкове поле «{name}» ніде не описане: форму неможливо надіслати',
      'Опишіть його в properties або приберіть з required',
    ],
    en: [
      'The required field “{name}” is declared nowhere: the form could never be sent',
      'Declare it in properties, or remove it from required',
    ],
    mends: true,
  },
  fieldWithoutType: {
    uk: [
      'Не сказано, що вводять у поле «{name}»',
      'Додайте "type": "string", "number", "boolean", "array" чи "object"',
    ],
    en: [
      'It is not said what is entered in the field “{name}”',
      'Add "type": "string", "number", "boolean", "array" or "object"',
    ],
  },
  badFieldName: {
    uk: ['Вирази не зможуть назвати поле «{name}»', 'Залиште літери, цифри та _; першою — літера'],
    en: ['Expressions cannot name the field “{name}”', 'Keep letters, digits and _, a letter first'],
    warning: true,
  },
  noTitle: {
    uk: ['Поле «{name}» не має назви', 'Додайте до texts: "{name}": { "title": { "uk": "…" } }'],
    en: ['The field “{name}” has no title', 'Add to texts: "{name}": { "title": { "uk": "…" } }'],
  },
  optionWithoutText: {
    uk: ['Варіант «{value}» поля «{name}» не має назви', 'Додайте її до options цього поля в texts'],
    en: ['The choice “{value}” of the field “{name}” has no name', 'Add it to options of the field in texts'],
  },
  unknownOption: {
    uk: ['Поле «{name}» не має варіанта «{value}»', 'Варіанти: {known}'],
    en: ['The field “{name}” has no choice “{value}”', 'Its choices: {known}'],
    mends: true,
  },
  unknownErrorWord: {
    uk: ['Помилки «{name}» не буває', 'Можна слова схеми: required, pattern, minLength, maximum, format…'],
    en: [
      'There is no mistake called “{name}”',
      'Words of the schema are meant: required, pattern, minLength, maximum, format…',
    ],
    mends: true,
  },
  unknownUi: {
    uk: ['Вигляд описано для поля «{name}», якого в схемі немає', 'Приберіть його з ui або виправте назву'],
    en: [
      'ui describes the field “{name}”, which the schema does not have',
      'Remove it from ui, or mend the name',
    ],
    mends: true,
  },
  rowsNotList: {
    uk: [
      'Поле «{name}» має бути списком, щоб мати рядки',
      'Зробіть його "type": "array" або приберіть його з rows',
    ],
    en: ['The field “{name}” must be a list to have rows', 'Make it "type": "array", or take it out of rows'],
  },
  rowUnlikeItem: {
    uk: [
      'Поле «{field}» рядків «{name}» — {wants}, а в тому, за чим рядки, це {given}: перейняте значення не підійде, і виправити його буде нікому',
      'Назвіть поле рядка інакше або зробіть його того самого виду',
    ],
    en: [
      'The field “{field}” of the rows “{name}” is {wants}, but in what the rows are of it is {given}: what is taken over would not fit, and nobody could mend it',
      'Give the field of the row another name, or make it of the same kind',
    ],
  },
  optionsWithoutValue: {
    uk: [
      'З цього списку для поля «{name}» вибрати не можна: його записи не мають ні value, ні id, key чи code',
      'Скажіть, що вибирають: for r in … return { value: r.номер, title: r.назва }',
    ],
    en: [
      'The field “{name}” cannot choose from this list: its entries have no value, id, key or code',
      'Say what is chosen: for r in … return { value: r.number, title: r.name }',
    ],
  },
  optionsOfOtherKind: {
    uk: [
      'Список для поля «{name}» дає {given}, а в полі зберігається {wants}: жоден варіант не підійде',
      'Нехай value має тип поля, або змініть тип поля',
    ],
    en: [
      'The list for the field “{name}” gives {given}, and the field holds {wants}: no choice would fit',
      'Let value be of the type of the field, or change that type',
    ],
  },
  fileNotList: {
    uk: ['Поле файлів «{name}» має бути списком', 'Зробіть його "type": "array" з items: $ref на parts/file'],
    en: [
      'The field of files “{name}” must be a list',
      'Make it "type": "array" with items: $ref to parts/file',
    ],
  },
  fileTwice: {
    uk: ['Для поля «{name}» файли описано двічі', 'Залиште один опис'],
    en: ['Files for the field “{name}” are described twice', 'Keep one description'],
    mends: true,
  },
  fileCountTooMany: {
    uk: ['Файлів дозволено {count}, а список уміщує {most}', 'Зрівняйте count і maxItems'],
    en: ['{count} files are allowed, but the list holds {most}', 'Make count and maxItems the same'],
    mends: true,
  },
  fileMinOverCount: {
    uk: ['Потрібно щонайменше {min} файлів, а дозволено {count}', 'Зменште min або збільште count'],
    en: ['At least {min} files are needed, but {count} are allowed', 'Lower min, or raise count'],
    mends: true,
  },
  computedCircle: {
    uk: ['Обчислюване поле «{name}» спирається саме на себе: {circle}', 'Розірвіть коло'],
    en: ['The computed field “{name}” leans on itself: {circle}', 'Break the circle'],
  },
} as const satisfies Record<string, Word>;
