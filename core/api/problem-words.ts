import type { ProblemCode, problems } from './problems.ts';

/** What a problem means, and what to do about it. An answer says it of the single case; this is what all of a code have in common. */
export type ProblemWord = {
  readonly uk: readonly [what: string, mend: string];
  readonly en: readonly [what: string, mend: string];
};

/**
 * Every problem of single operations, and every refusal of the core, by its code. Those of any operation have their words in
 * problems.ts, where they are answered. Documentation alone (OpenAPI, docs/problems.md): no function carries it.
 */
export const problemWords: { readonly [code in Exclude<ProblemCode, keyof typeof problems>]: ProblemWord } = {
  unknownCase: {
    uk: ['Такої справи немає', 'Перевірте номер або адресу'],
    en: ['There is no such case', 'Check the reference or the address'],
  },
  caseExists: {
    uk: ['Заяву вже подано', 'Відкрийте її у своїх заявах: другий раз подавати не треба'],
    en: [
      'The application is submitted already',
      'Open it among your applications: it need not be sent again',
    ],
  },
  appliedAlready: {
    uk: ['Заяву вже подано, і замінити її не можна', 'Щоб подати іншу, спершу відкличте ту'],
    en: ['An application is there already and cannot be replaced', 'To apply anew, withdraw the first'],
  },
  notAllowed: {
    uk: [
      'Цього тепер або в цій ролі зробити не можна',
      'У відповіді сказано, хто і коли може: увійдіть у потрібній ролі або зачекайте',
    ],
    en: [
      'This cannot be done now, or not in this role',
      'The answer says who may and when: come in that role, or wait',
    ],
  },
  notYourTask: {
    uk: ['Завдання іншої ролі або офісу', 'Візьміть завдання своєї ролі або попросіть передати це вам'],
    en: [
      'The task is of another role or office',
      'Take a task of your role, or ask for this one to be transferred',
    ],
  },
  ownCase: {
    uk: ['Ніхто не приймає і не вирішує власної справи', 'Передайте її іншій посадовій особі'],
    en: ['Nobody takes in or decides their own case', 'Leave it to another officer'],
  },
  fourEyes: {
    uk: ['Тут має діяти інша людина, ніж на попередньому кроці', 'Залиште завдання іншому (`not` стану)'],
    en: ['Another person than in an earlier step must act here', 'Leave it to another (`not` of the state)'],
  },
  unknownPlace: {
    uk: ['Справа вже не там: цього завдання, запиту чи сторони в ній немає', 'Оновіть сторінку'],
    en: ['The case is elsewhere by now: it has no such task, question or party', 'Load the page again'],
  },
  wrongPlace: {
    uk: [
      'На цьому кроці чекають іншої відповіді',
      'Оплату, підпис і кінець інших справ повідомляють їхніми словами: paid, signed, childEnded',
    ],
    en: [
      'Another kind of answer is waited for here',
      'A payment, a signature, the end of other cases have words of their own: paid, signed, childEnded',
    ],
  },
  unknownAction: {
    uk: ['Такої дії тут немає, або її умова не справдилась', 'Назвіть одну з дій стану; оновіть сторінку'],
    en: [
      'There is no such action here, or its condition does not hold',
      'Name one of the actions of the state; load the page again',
    ],
  },
  notClaimed: {
    uk: ['Завдання ніхто не взяв', 'Спершу візьміть завдання'],
    en: ['Nobody has claimed the task', 'Claim the task first'],
  },
  claimedByOther: {
    uk: ['Завдання взяв інший', 'Виберіть інше або попросіть керівника перепризначити'],
    en: ['Another officer has claimed the task', 'Choose another, or ask the head to assign it'],
  },
  reasonNeeded: {
    uk: ['Потрібне пояснення словами', 'Напишіть причину (`reason`)'],
    en: ['A reason in words is needed', 'Write the `reason`'],
  },
  groundsNeeded: {
    uk: ['Потрібна підстава з закону', 'Виберіть хоча б одну (`grounds`)'],
    en: ['A ground in law is needed', 'Choose at least one (`grounds`)'],
  },
  unknownGround: {
    uk: ['Такої підстави для цієї дії немає', 'Виберіть із тих, що пропонує дія'],
    en: ['This action has no such ground', 'Choose among those that the action offers'],
  },
  marksNeeded: {
    uk: ['Не позначено, що виправити', 'Позначте поля (`marks`)'],
    en: ['It is not marked what to correct', 'Mark the fields (`marks`)'],
  },
  unknownMark: {
    uk: ['Цього поля позначити не можна', 'Позначайте поля форми на сторінках, які відкриває стан (`pages`)'],
    en: [
      'This field cannot be marked',
      'Mark fields of the form on the pages that the state opens (`pages`)',
    ],
  },
  fieldNotOpen: {
    uk: ['Це поле тепер не змінюють', 'Змінюйте позначені поля або ті, що названо в `edits`'],
    en: ['This field is not open for change', 'Change what is marked, or what `edits` names'],
  },
  tooOften: {
    uk: ['Більше разів не можна', 'Дію обмежено (`atMost`): виберіть іншу'],
    en: ['Not so many times', 'The action has a limit (`atMost`): choose another'],
  },
  invalidData: {
    uk: ['Дані не відповідають схемі чи правилам', 'Виправте кожне поле, назване в `errors`'],
    en: ['The data do not fit the schema or the rules', 'Correct every field that `errors` names'],
  },
  fileNotScanned: {
    uk: ['Файл ще перевіряють', 'Спробуйте за хвилину'],
    en: ['A file is still being scanned', 'Try again in a minute'],
  },
  fileInfected: {
    uk: ['Файл не пройшов перевірки', 'Приберіть його і додайте інший'],
    en: ['A file did not pass the scan', 'Remove it and attach another'],
  },
  unknownFile: {
    uk: ['Файл не завантажено', 'Додайте його знову'],
    en: ['The file was not uploaded', 'Attach it again'],
  },
  mayNotApply: {
    uk: ['Умову `may` послуги не виконано', 'У відповіді сказано, чого бракує'],
    en: [
      'A condition of the service (`may`) does not hold',
      'The answer says which, in the words of the service',
    ],
  },
  through: {
    uk: ['У такому праві тут не представляють', 'Виберіть одне з прав послуги (`through`)'],
    en: ['One cannot act in this right here', 'Choose one of the rights of the service (`through`)'],
  },
  represents: {
    uk: ['Не сказано, кого представляють', 'Впишіть РНОКПП, УНЗР або документ цієї людини, не свій'],
    en: [
      'It is not said who is represented',
      'Enter the RNOKPP, the UNZR or a document of that person, not your own',
    ],
  },
  assurance: {
    uk: ['Потрібен надійніший вхід', 'Увійдіть кваліфікованим підписом або BankID'],
    en: ['A surer way to sign in is needed', 'Sign in by a qualified signature or BankID'],
  },
  late: {
    uk: ['Справа вже цього не чекає', 'Нічого робити не треба: відповідь, строк чи подія запізнилися'],
    en: [
      'The case does not wait for this any more',
      'Nothing needs to be done: the answer, deadline or event came too late',
    ],
  },
  ended: {
    uk: ['Справу завершено', 'Після рішення діють лише дії з `after`'],
    en: ['The case has ended', 'After the decision there is only what `after` allows'],
  },
  erased: {
    uk: ['Справу знищено', 'Лишився тільки ланцюг подій без особистих даних'],
    en: ['The case was erased', 'Only its chain of events is left, without personal data'],
  },
  notExpired: {
    uk: ['Строк зберігання ще не сплив', 'Зачекайте до дня, якого вимагає `retention`'],
    en: ['Retention has not run out', 'Wait until the day that `retention` asks for'],
  },
  legalHold: {
    uk: ['Справу заборонено знищувати', 'Спершу треба зняти заборону'],
    en: ['A legal hold keeps the case', 'The hold must be lifted first'],
  },
  noExtension: {
    uk: ['Строк цієї справи не продовжують', 'Додайте `decideWithin.extend` або вирішіть у строк'],
    en: ['The term of this case cannot be extended', 'Add `decideWithin.extend`, or decide in time'],
  },
  definitionFault: {
    uk: [
      'Помилка в описі послуги: вираз або перехід не спрацював',
      'Виправте опис: у відповіді сказано де; більшість таких знаходить `kladka check`',
    ],
    en: [
      'A fault in the definition: an expression or a target did not work',
      'Mend the definition: the answer says where; `kladka check` finds most beforehand',
    ],
  },
  otherVersion: {
    uk: [
      'Такої версії немає, або вона не приймає справ цієї',
      'Перенесіть справу у версію, чий `migrate.from` її називає',
    ],
    en: [
      'There is no such version, or it takes over no cases of this one',
      'Migrate to the version whose `migrate.from` names it',
    ],
  },
  notMapped: {
    uk: [
      'Нова версія не каже, куди йде справа зі свого стану',
      'Додайте його до `migrate`: renamed або states',
    ],
    en: [
      'The new version does not say where a case goes from its state',
      'Add it to `migrate`: renamed or states',
    ],
  },
  staysBehind: {
    uk: ['Справа лишається на своїй версії: так каже `migrate`', 'Робити нічого не треба'],
    en: ['The case stays on its version: `migrate` says so', 'Nothing needs to be done'],
  },
  effectOutstanding: {
    uk: [
      'Справа чекає того, чого нова версія не чекає',
      'Дочекайтеся відповіді або додайте до `migrate.states`, куди справа входить наново',
    ],
    en: [
      'The case waits for what the new version does not wait for',
      'Wait for the answer, or add to `migrate.states` where the case enters anew',
    ],
  },
  notReached: {
    uk: [
      'У новій версії тут уже відоме те, чого в справі немає',
      'Додайте до `migrate.states`, куди справа входить наново',
    ],
    en: [
      'The new version knows by then what this case has not',
      'Add to `migrate.states` where the case enters anew',
    ],
  },
  unknownCommand: {
    uk: ['Невідома команда', 'Назвіть одну з команд: docs/design.md, розділ 4'],
    en: ['Unknown command', 'Name one of the commands: docs/design.md, section 4'],
  },
  suspended: {
    uk: ['Послугу призупинено', 'У відповіді сказано чому і що робити натомість (`availability.suspended`)'],
    en: ['The service is suspended', 'The answer says why and what to do instead (`availability.suspended`)'],
  },
  notOpen: {
    uk: [
      'Зараз подати заяву не можна, або подано вже всі, які приймають',
      'Дивіться дні прийому і межу (`availability`) та шляхи (`startedBy`)',
    ],
    en: [
      'One cannot apply now, or as many applications as are taken have been submitted',
      'See the days and the limit (`availability`) and the ways (`startedBy`)',
    ],
  },
  unknownField: {
    uk: ['У цьому полі файлів не додають', 'Назвіть поле з `files` форми або стану'],
    en: ['No files are attached at this field', 'Name a field of `files` of the form or the state'],
  },
  wrongType: {
    uk: ['Файли такого типу тут не приймають', 'Додайте файл одного з `types`'],
    en: ['Files of this type are not taken here', 'Attach a file of one of the `types`'],
  },
  tooMany: {
    uk: ['Забагато файлів', 'Приберіть зайві'],
    en: ['Too many files', 'Remove those that are not needed'],
  },
  fileNotClean: {
    uk: ['Файл ще не перевірено або він не пройшов перевірки', 'Зачекайте хвилину; заражений не видають'],
    en: ['The file is not scanned yet, or did not pass', 'Wait a minute; what is infected is not handed out'],
  },
  badDay: {
    uk: ['Такого дня немає', 'Напишіть дату так: 2026-03-02'],
    en: ['There is no such day', 'Write the day like this: 2026-03-02'],
  },
  notAppointed: {
    uk: ['Людину не призначено на роль цього завдання', 'Виберіть призначену або спершу призначте її'],
    en: ['The person is not appointed to the role of the task', 'Choose one who is, or appoint them first'],
  },
  notIdentified: {
    uk: ['Не сказано, хто перед адміністратором', 'Впишіть РНОКПП, УНЗР або документ'],
    en: ['It is not said who is before the clerk', 'Enter the RNOKPP, the UNZR or the document'],
  },
  ownAppointment: {
    uk: ['Ніхто не змінює власних призначень', 'Це робить інший адміністратор органу'],
    en: ['Nobody changes their own appointments', 'Another administrator of the agency does'],
  },
  badAppointment: {
    uk: ['Немає такого офісу чи ролі, або дні переставлено', 'Виправте назване поле'],
    en: ['No such office or role, or the days are the wrong way round', 'Correct the field that is named'],
  },
  notDead: {
    uk: ['Цю дію вже виконано', 'Повторювати не треба'],
    en: ['This effect is done already', 'It need not be replayed'],
  },
  notProposed: {
    uk: [
      'Перенесення справ ще не запропоновано',
      'Спершу хай його запропонує інша людина з правом публікувати',
    ],
    en: ['The migration was not proposed yet', 'Another person who may publish has to propose it first'],
  },
  badDefinition: {
    uk: ['Це не опис такого виду', 'Виправте назване місце; чернетка має бути JSON-обʼєктом зі своїм id'],
    en: [
      'This is no definition of such a kind',
      'Mend the place that is named; a draft is a JSON object with its own id',
    ],
  },
  hasMistakes: {
    uk: ['У визначенні є помилки', 'Виправте їх: `errors` називає кожну'],
    en: ['The definition holds mistakes', 'Mend them: `errors` names each'],
  },
  scenariosFail: {
    uk: [
      'Приклади послуги йдуть не так, як очікували',
      'Виправте послугу або приклад: `errors` називає кожен',
    ],
    en: ['Scenarios of the service go another way', 'Mend the service or the scenario: `errors` names each'],
  },
  badHash: {
    uk: ['sha256 не є хешем SHA-256', 'Надішліть 64 шістнадцяткові цифри'],
    en: ['sha256 is no SHA-256', 'Send 64 hexadecimal digits'],
  },
  unknownDocument: {
    uk: ['Такого документа немає', 'Перевірте адресу або зчитайте QR-код ще раз'],
    en: ['There is no such document', 'Check the address, or scan the QR code again'],
  },
  tooManyWrites: {
    uk: ['Забагато змін за хвилину', 'Зачекайте стільки секунд, скільки каже Retry-After'],
    en: ['Too many changes in a minute', 'Wait for as many seconds as Retry-After says'],
  },
  tooManySubmits: {
    uk: ['За день подано найбільше, скільки можна', 'Чернетку збережено: подайте завтра'],
    en: ['As many applications as one may submit in a day', 'The draft is kept: submit it tomorrow'],
  },
  tooManyLookups: {
    uk: [
      'За день реєстри спитано найбільше, скільки можна',
      'Впишіть дані самі: подати заяву можна й без відповіді',
    ],
    en: [
      'Registries were asked as often as one may in a day',
      'Enter the data by hand: the application can be submitted without the answer',
    ],
  },
};
