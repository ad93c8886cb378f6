import { type ProblemCode, problems, refusals } from '#core/api/problems.ts';
import type { FieldError } from '#core/api/types.ts';
import type { Refusal } from '#core/case/types.ts';
import type { ApiEvent, ApiResult } from './event.ts';

/** An error that is answered as it is: status, stable code, words. Nothing else of an error ever leaves. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: ProblemCode;
  readonly words: { readonly [language: string]: string };
  readonly errors: readonly FieldError[];
  /** Of the answer, beside those of every problem. */
  readonly headers: { readonly [name: string]: string };

  constructor(
    status: number,
    code: ProblemCode,
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

/** One of the problems that any operation may have. */
export function problem(code: keyof typeof problems, errors: readonly FieldError[] = []): ApiProblem {
  const [status, words] = problems[code];
  return new ApiProblem(status, code, words, errors);
}

/** A refusal of the core as an answer. */
export function refused({ code, message, pointer, fields }: Refusal): ApiProblem {
  const errors = fields?.map((field) => ({ ...field, message: { ...field.message } }));
  return new ApiProblem(
    refusals[code],
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
