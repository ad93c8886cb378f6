import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, Api } from './api.ts';
import { useApi } from './app.tsx';
import type { Problem } from './problem.ts';

/** What a page knows of what it asked for. While it is asked for anew, the old data stay on the screen. */
export type Load<T> =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly problem: Problem }
  | { readonly is: 'ready'; readonly data: T; readonly etag: string | null };

/**
 * Asks for something when the page opens and whenever `key` changes; `key` null asks for nothing yet.
 * `told`: what else an answer depends on, as the language where the server says part of it in words: asked anew as by `again`.
 * `again()` asks anew without blanking the page; `put` replaces what is shown (after a command).
 */
export function useLoad<T>(
  key: string | null,
  ask: (api: Api, signal: AbortSignal) => Promise<Answer<T>>,
  told?: string,
): { load: Load<T>; again: () => void; put: (data: T) => void } {
  const api = useApi();
  const [load, setLoad] = useState<Load<T>>({ is: 'loading' });
  const [turn, setTurn] = useState(0);
  const asking = useRef(ask);
  asking.current = ask;
  const shown = useRef<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` and `told` only start it again
  useEffect(() => {
    if (key === null) return;
    const control = new AbortController();
    if (shown.current !== key) setLoad({ is: 'loading' });
    asking.current(api, control.signal).then((answer) => {
      if (control.signal.aborted) return;
      shown.current = key;
      setLoad(
        answer.ok
          ? { is: 'ready', data: answer.data, etag: answer.etag }
          : { is: 'failed', problem: answer.problem },
      );
    });
    return () => control.abort();
  }, [key, turn, api, told]);

  const again = useCallback(() => setTurn((n) => n + 1), []);
  const put = useCallback((data: T) => setLoad({ is: 'ready', data, etag: null }), []);
  return { load, again, put };
}
