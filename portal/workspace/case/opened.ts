import { useState } from 'react';
import { useApi } from '#portal/shell/app.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { caseApi } from '../paths.ts';
import type { CaseView } from '../view.ts';

/** Opens a file or an issued document of a case in a window of its own; each view is recorded by the server. */
export function useOpened(of: Pick<CaseView, 'service' | 'id'>): {
  problem: Problem | undefined;
  open: (kind: 'files' | 'documents', id: string) => Promise<void>;
} {
  const api = useApi();
  const [problem, setProblem] = useState<Problem>();
  const open = async (kind: 'files' | 'documents', id: string) => {
    setProblem(undefined);
    // opened at once, as a browser allows a window only while the press is handled
    const opened = window.open('', '_blank');
    const answer = await api.get<{ url: string }>(caseApi(of.service, of.id, kind, id));
    if (!answer.ok) {
      opened?.close();
      return setProblem(answer.problem);
    }
    if (opened) {
      opened.opener = null;
      opened.location.replace(answer.data.url);
    } else location.assign(answer.data.url);
  };
  return { problem, open };
}
