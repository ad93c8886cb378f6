import { useCallback, useRef, useState } from 'react';
import { type Answer, newKey } from '#portal/shell/api.ts';
import { useApi } from '#portal/shell/app.tsx';
import type { Problem } from '#portal/shell/problem.ts';

/** What a command may carry beside its path. */
export interface CommandOptions {
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** The ETag of what the person saw when they decided. */
  readonly ifMatch?: string | null;
}

/** Sends commands one at a time. */
export interface Commands {
  readonly run: <T>(path: string, options?: CommandOptions) => Promise<Answer<T>>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly clear: () => void;
}

/**
 * Sends commands with an Idempotency-Key that stays the same while one intention is repeated: a press after a
 * lost connection or a failure of the server repeats it, anything changed makes another intention.
 */
export function useCommands(): Commands {
  const api = useApi();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const intention = useRef<{ readonly what: string; readonly key: string }>(undefined);

  const run = useCallback(
    async <T>(path: string, options: CommandOptions = {}): Promise<Answer<T>> => {
      const { method = 'POST', body, ifMatch } = options;
      const what = JSON.stringify([method, path, body ?? null]);
      if (intention.current?.what !== what) intention.current = { what, key: newKey() };
      setBusy(true);
      setProblem(undefined);
      const answer = await api.request<T>(method, path, {
        key: intention.current.key,
        ...(body === undefined ? {} : { body }),
        ...(ifMatch ? { ifMatch } : {}),
      });
      setBusy(false);
      if (!answer.ok) setProblem(answer.problem);
      const undecided = !answer.ok && (answer.problem.status === 0 || answer.problem.status >= 500);
      if (!undecided) intention.current = undefined;
      return answer;
    },
    [api],
  );
  const clear = useCallback(() => setProblem(undefined), []);
  return { run, busy, problem, clear };
}
