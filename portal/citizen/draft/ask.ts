import { useCallback } from 'react';
import type { LookupAnswer } from '#core/api/types.ts';
import { useApi } from '#portal/shell/app.tsx';
import type { Asked } from '#portal/theme/form/use-lookups.ts';
import { textOf, useLanguage } from '#portal/theme/language.tsx';

/** Asks the server to ask a registry for a draft. That it cannot is never in the way: one goes on without the answer. */
export function useAsk(application: string) {
  const api = useApi();
  const { language } = useLanguage();
  return useCallback(
    async (
      lookup: string,
      { data: form }: { data: Readonly<Record<string, unknown>> },
      signal: AbortSignal,
    ): Promise<Asked> => {
      const came = await api.post<LookupAnswer>(`${application}/lookups/${lookup}`, {
        body: { form },
        signal,
      });
      // what was reached too often says itself when to try again
      if (!came.ok)
        return came.problem.status === 429
          ? { state: 'unanswered', why: textOf(came.problem.title, language) }
          : { state: 'unanswered' };
      const { state, answer } = came.data;
      return state === 'answered' ? { state, answer } : { state };
    },
    [api, application, language],
  );
}
