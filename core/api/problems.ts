import type { RefusalCode } from '#core/case/types.ts';

/** Problems that any operation may have: status and words. */
export const problems = {
  signedOut: [401, { uk: 'Потрібно увійти.', en: 'You need to sign in.' }],
  forbidden: [403, { uk: 'Вам це недоступно.', en: 'This is not open to you.' }],
  notFound: [404, { uk: 'Такого тут немає.', en: 'There is no such thing here.' }],
  notAllowedMethod: [405, { uk: 'Цього тут зробити не можна.', en: 'That cannot be done here.' }],
  badJson: [400, { uk: 'Тіло запиту має бути JSON-об’єктом.', en: 'The body must be a JSON object.' }],
  badCursor: [400, { uk: 'Такої сторінки списку немає.', en: 'There is no such page of the list.' }],
  keyMissing: [
    400,
    {
      uk: 'Додайте заголовок Idempotency-Key (16–200 знаків).',
      en: 'Add the header Idempotency-Key (16 to 200 characters).',
    },
  ],
  otherRequest: [
    422,
    {
      uk: 'Цей Idempotency-Key уже вжито для іншого запиту.',
      en: 'This Idempotency-Key was used for another request.',
    },
  ],
  changed: [
    412,
    {
      uk: 'Це змінилося, відколи ви його бачили. Оновіть сторінку.',
      en: 'This has changed since you saw it. Load it again.',
    },
  ],
  matchMissing: [428, { uk: 'Додайте заголовок If-Match.', en: 'Add the header If-Match.' }],
  tooLarge: [413, { uk: 'Запит завеликий.', en: 'The request is too large.' }],
  formTooLarge: [
    413,
    {
      uk: 'Заява завелика, щоб її зберегти: скоротіть найдовші тексти. Останню збережену чернетку не змінено.',
      en: 'The application is too large to be saved: shorten the longest texts. The draft saved last is as it was.',
    },
  ],
  invalidBody: [422, { uk: 'Дані заповнено з помилками.', en: 'There are mistakes in the data.' }],
  busy: [
    503,
    { uk: 'Забагато змін водночас. Спробуйте ще раз.', en: 'Too many changes at once. Try again.' },
  ],
  fault: [500, { uk: 'Сталася помилка. Спробуйте ще раз.', en: 'Something went wrong. Try again.' }],
} satisfies { [code: string]: [status: number, words: { uk: string; en: string }] };

/** Problems of some operations alone; their words depend on what was asked. */
type OwnCode =
  | 'suspended'
  | 'notOpen'
  | 'appliedAlready'
  | 'unknownField'
  | 'wrongType'
  | 'tooMany'
  | 'fileNotClean'
  | 'badDay'
  | 'notAppointed'
  | 'ownAppointment'
  | 'badAppointment'
  | 'notDead'
  | 'notProposed'
  | 'badDefinition'
  | 'hasMistakes'
  | 'scenariosFail'
  | 'badHash'
  | 'unknownDocument'
  | 'tooManyWrites'
  | 'tooManySubmits'
  | 'tooManyLookups';

/** Every code that an answer may have: what clients lean on. */
export type ProblemCode = keyof typeof problems | OwnCode | RefusalCode;
/** Codes by status. */
export type OwnProblems = { readonly [status: number]: readonly ProblemCode[] };

/** What a refusal of the core is answered. */
export const refusals: { readonly [code in RefusalCode]: 403 | 404 | 409 | 413 | 422 | 500 } = {
  unknownCase: 404,
  unknownPlace: 404,
  notAllowed: 403,
  notYourTask: 403,
  ownCase: 403,
  fourEyes: 403,
  mayNotApply: 403,
  through: 403,
  assurance: 403,
  late: 409,
  ended: 409,
  erased: 409,
  claimedByOther: 409,
  caseExists: 409,
  wrongPlace: 409,
  otherVersion: 409,
  notMapped: 409,
  staysBehind: 409,
  effectOutstanding: 409,
  notReached: 409,
  tooLarge: 413,
  definitionFault: 500,
  unknownAction: 422,
  notClaimed: 422,
  reasonNeeded: 422,
  groundsNeeded: 422,
  unknownGround: 422,
  marksNeeded: 422,
  unknownMark: 422,
  fieldNotOpen: 422,
  tooOften: 422,
  invalidData: 422,
  fileNotScanned: 422,
  fileInfected: 422,
  unknownFile: 422,
  unknownDocument: 422,
  represents: 422,
  notIdentified: 422,
  notExpired: 422,
  legalHold: 422,
  noExtension: 422,
  unknownCommand: 422,
};
