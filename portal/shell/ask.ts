import { useCallback } from 'react';
import type { LookupAnswer } from '#core/api/types.ts';
import type { Asked, Looking } from '#portal/theme/form/use-lookups.ts';
import { textOf, useLanguage } from '#portal/theme/language.tsx';
import type { Answer } from './api.ts';
import { useApi } from './app.tsx';

/** What came of asking. Without an answer one goes on all the same; only what was asked too often says why, and when to try again. */
export function askedOf(came: Answer<LookupAnswer>, language: string): Asked {
  if (!came.ok)
    return came.problem.status === 429
      ? { state: 'unanswered', why: textOf(came.problem.title, language) }
      : { state: 'unanswered' };
  const { state, answer } = came.data;
  return state === 'answered' ? { state, answer } : { state };
}

/** Asks the server to ask a registry. `under`: the path of what it is asked for; `about`: what the server is told beside what was entered. */
export function useAsk(under: string, about?: object): Looking['ask'] {
  const api = useApi();
  const { language } = useLanguage();
  return useCallback(
    async (lookup, { data: form }, signal) => {
      const body = { ...about, form };
      return askedOf(await api.post<LookupAnswer>(`${under}/lookups/${lookup}`, { body, signal }), language);
    },
    [api, under, about, language],
  );
}
