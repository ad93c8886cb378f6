import type { Word } from './word.ts';

/** Names that name nothing, or two things. */
export const references = {
  unknownReference: {
    uk: ['Немає {kind} «{name}»', 'Є: {known}'],
    en: ['There is no {kind} “{name}”', 'There are: {known}'],
    mends: true,
  },
  unknownState: {
    uk: ['Немає стану «{name}»', 'Стани тут: {known}'],
    en: ['There is no state “{name}”', 'States here: {known}'],
    mends: true,
  },
  unknownPart: {
    uk: ['Немає частини «{name}»', 'Є: {known}'],
    en: ['There is no part “{name}”', 'There are: {known}'],
    mends: true,
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
  wrongConnector: {
    uk: ['Зʼєднання «{name}» — це {is}, воно такого не вміє', 'Потрібне зʼєднання виду {able}'],
    en: ['The connector “{name}” is of kind {is} and cannot do this', 'A connector of kind {able} is needed'],
  },
  operationNotSaid: {
    uk: ['Зʼєднання «{name}» має кілька операцій, а яку просять — не сказано', 'Додайте operation: {known}'],
    en: [
      'The connector “{name}” has several operations, and it is not said which is asked',
      'Add operation: {known}',
    ],
  },
  noCapacity: {
    uk: ['У реєстрі «{name}» нічого резервувати', 'Додайте до реєстру capacity: скільки місць має запис'],
    en: [
      'Nothing can be reserved in the registry “{name}”',
      'Add capacity to the registry: how many places a record has',
    ],
  },
  mayNotWrite: {
    uk: ['Реєстр «{name}» не дозволяє цій послузі писати', 'Додайте «{service}» до writtenBy реєстру'],
    en: [
      'The registry “{name}” does not let this service write',
      'Add “{service}” to writtenBy of the registry',
    ],
  },
  feelWord: {
    uk: ['«{name}» — слово мови виразів: як імʼя його не прочитати', 'Назвіть інакше, наприклад {other}'],
    en: [
      '“{name}” is a word of the expressions: it cannot be read as a name',
      'Choose another, such as {other}',
    ],
  },
  textsDiffer: {
    uk: [
      'Мовою «{language}» бракує «{what}»: тексти скажуть різне',
      'Додайте той самий вираз до цього тексту або приберіть його з інших',
    ],
    en: [
      'The text in “{language}” lacks “{what}”: the languages would say different things',
      'Add the same expression to this text, or remove it from the others',
    ],
    warning: true,
  },
  unusedMessage: {
    uk: ['Повідомлення «{name}» ніколи не надсилається', 'Додайте його до notify стану або приберіть'],
    en: ['The message “{name}” is never sent', 'Add it to notify of a state, or remove it'],
    warning: true,
    mends: true,
  },
  unusedDocument: {
    uk: ['Документ «{name}» ніколи не видається', 'Додайте стан "type": "issue" або приберіть документ'],
    en: ['The document “{name}” is never issued', 'Add a state of "type": "issue", or remove the document'],
    warning: true,
    mends: true,
  },
  unusedGround: {
    uk: ['Підставу «{name}» ніде не можна вибрати', 'Додайте її до grounds дії або приберіть'],
    en: ['The ground “{name}” can be chosen nowhere', 'Add it to grounds of an action, or remove it'],
    warning: true,
    mends: true,
  },
  noChannel: {
    uk: ['Немає зʼєднання, щоб надіслати «{channel}»', 'Додайте зʼєднання виду {channel} до connectors/'],
    en: ['There is no connector to send “{channel}”', 'Add a connector of kind {channel} to connectors/'],
  },
  answerUnknown: {
    uk: [
      'Зʼєднання «{name}» не каже, що відповідає: вирази з його відповіддю перевірити не вдасться',
      'Додайте до зʼєднання output: схему відповіді',
    ],
    en: [
      'The connector “{name}” does not say what it answers: expressions over it cannot be checked',
      'Add output to the connector: the schema of its answer',
    ],
    warning: true,
  },
} as const satisfies Record<string, Word>;
