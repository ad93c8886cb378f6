import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '#portal/shell/app.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import type { Listed } from './view.ts';

/** A list as far as it was asked for. */
export interface ListState<T> {
  readonly is: 'loading' | 'failed' | 'ready';
  readonly items: readonly T[];
  readonly problem?: Problem;
  readonly hasMore: boolean;
  readonly busy: boolean;
}

type Query = Readonly<Record<string, string | undefined>>;
const before = { is: 'loading', items: [], hasMore: false, busy: false } as const;

/**
 * A list that the API gives in pages. `more` appends the next page, `again` starts afresh and keeps what is on
 * the screen until the answer comes. A query that changes drops answers still under way.
 */
export function useList<T>(
  path: string,
  query: Query = {},
): ListState<T> & { more: () => void; again: () => void } {
  const api = useApi();
  const [state, setState] = useState<ListState<T>>(before);
  const cursor = useRef<string>(undefined);
  const turn = useRef(0);
  const asked = JSON.stringify([path, query]);

  const ask = useCallback(
    async (first: boolean) => {
      const mine = first ? ++turn.current : turn.current;
      const [to, narrowed] = JSON.parse(asked) as [string, Record<string, string>];
      setState((old) => ({ ...old, busy: true }));
      const answer = await api.get<Listed<T>>(to, {
        query: { ...narrowed, ...(first ? {} : { cursor: cursor.current }) },
      });
      if (mine !== turn.current) return;
      if (!answer.ok) {
        setState((old) => ({ ...old, is: 'failed', problem: answer.problem, busy: false }));
        return;
      }
      cursor.current = answer.data.cursor;
      setState((old) => ({
        is: 'ready',
        items: first ? answer.data.items : [...old.items, ...answer.data.items],
        hasMore: answer.data.cursor !== undefined,
        busy: false,
      }));
    },
    [api, asked],
  );

  useEffect(() => {
    setState(before);
    void ask(true);
    return () => {
      turn.current++;
    };
  }, [ask]);

  const more = useCallback(() => void ask(false), [ask]);
  const again = useCallback(() => void ask(true), [ask]);
  return { ...state, more, again };
}
