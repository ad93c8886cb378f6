import type { FieldError } from '#core/api/types.ts';
import type { Refusal, RefusalCode } from '#core/case/types.ts';
import type { ApiEvent, ApiResult } from './event.ts';

type Words = { uk: string; en: string };

/** An error that is answered as it is: status, stable code, words. Nothing else of an error ever leaves. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly words: { readonly [language: string]: string };
  readonly errors: readonly FieldError[];
  /** Of the answer, beside those of every problem. */
  readonly headers: { readonly [name: string]: string };

  constructor(
    status: number,
    code: string,
    words: { readonly [language: string]: string },
    errors: readonly FieldError[] = [],
    headers: { readonly [name: string]: string } = {},
  ) {
    super(code);
    this.status = status;
    this.code = code;
    this.words = words;
    this.errors = errors;
    this.headers = headers;
  }
}

const common = {
  signedOut: [401, { uk: 'Потрібно увійти.', en: 'You need to sign in.' }],
  forbidden: [403, { uk: 'Вам це недоступно.', en: 'This is not open to you.' }],
  notFound: [404, { uk: 'Такого тут немає.', en: 'There is no such thing here.' }],
  notAllowedMethod: [405, { uk: 'Цього тут зробити не можна.', en: 'That cannot be done here.' }],
  badJson: [400, { uk: 'Тіло запиту має бути JSON-об’єктом.', en: 'The body must be a JSON object.' }],
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
} satisfies { [code: string]: [number, Words] };

/** One of the problems that any operation may have. */
export function problem(code: keyof typeof common, errors: readonly FieldError[] = []): ApiProblem {
  const [status, words] = common[code];
  return new ApiProblem(status, code, words, errors);
}

const notTheirs: ReadonlySet<RefusalCode> = new Set([
  'notAllowed',
  'notYourTask',
  'ownCase',
  'fourEyes',
  'mayNotApply',
  'through',
  'assurance',
]);
const movedOn: ReadonlySet<RefusalCode> = new Set([
  'late',
  'ended',
  'erased',
  'claimedByOther',
  'caseExists',
  'wrongPlace',
]);

/** A refusal of the core as an answer: 404, 403, 409, 413, 500 for a definition at fault, else 422. */
export function refused({ code, message, pointer, fields }: Refusal): ApiProblem {
  const status =
    code === 'unknownCase' || code === 'unknownPlace'
      ? 404
      : notTheirs.has(code)
        ? 403
        : movedOn.has(code)
          ? 409
          : code === 'tooLarge'
            ? 413
            : code === 'definitionFault'
              ? 500
              : 422;
  const errors = fields?.map((field) => ({ ...field, message: { ...field.message } }));
  return new ApiProblem(
    status,
    code,
    { ...message },
    errors ?? (pointer === undefined ? [] : [{ pointer, code, message: { ...message } }]),
  );
}

/** The language of the answer: the first of Accept-Language that we speak, else Ukrainian. */
export function languageOf(header: string | undefined): 'uk' | 'en' {
  for (const part of (header ?? '').slice(0, 200).split(',')) {
    const code = part.trim().slice(0, 2).toLowerCase();
    if (code === 'uk' || code === 'en') return code;
  }
  return 'uk';
}

/** An error as `application/problem+json`; what is not ours is only called a fault. */
export function problemResult(error: unknown, event: Pick<ApiEvent, 'headers'>): ApiResult {
  const busy = error instanceof Error && 'code' in error && error.code === 'busy';
  const found = error instanceof ApiProblem ? error : problem(busy ? 'busy' : 'fault');
  const language = languageOf(event.headers?.['accept-language']);
  return {
    statusCode: found.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'content-language': language,
      ...found.headers,
    },
    body: JSON.stringify({
      type: 'about:blank',
      status: found.status,
      code: found.code,
      title: found.words[language] ?? found.words.uk ?? found.code,
      ...(found.errors.length > 0 ? { errors: found.errors } : {}),
    }),
  };
}
