import { useCallback } from 'react';
import type { LookupAnswer } from '#core/api/types.ts';
import { useApi } from '#portal/shell/app.tsx';
import type { Asked, Looking } from '#portal/theme/form/use-lookups.ts';
import type { Described } from './identity.ts';

/** Asks the server to ask a registry for the person present; without an answer the clerk goes on. */
export function useAsk(service: string, applicant: Described, language: string): Looking['ask'] {
  const api = useApi();
  return useCallback(
    async (lookup, { data: form }, signal): Promise<Asked> => {
      const came = await api.post<LookupAnswer>(`/services/${service}/cases/lookups/${lookup}`, {
        body: { applicant, form, language, channel: 'counter', through: 'self' },
        signal,
      });
      if (!came.ok) return { state: 'unanswered' };
      const { state, answer } = came.data;
      return state === 'answered' ? { state, answer } : { state };
    },
    [api, service, applicant, language],
  );
}
