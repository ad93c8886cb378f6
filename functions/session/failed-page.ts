import type { ApiResult } from '../http/event.ts';

/** The page where a login did not come about; works without a script and tells nothing of why. */
export function failedPage(language: 'uk' | 'en', start: string, status = 400): ApiResult {
  const uk = ['Увійти не вдалося', 'Вхід скасовано, або він тривав задовго. Спробуйте ще раз.', 'На початок'];
  const en = ['Signing in did not succeed', 'It was cancelled or took too long. Try again.', 'To the start'];
  const [title, text, link] = language === 'en' ? en : uk;
  return {
    statusCode: status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-language': language,
      'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    },
    body: `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1><p>${text}</p><p><a href="${start}">${link}</a></p></main></html>`,
  };
}
