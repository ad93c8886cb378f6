import { useCallback, useState } from 'react';

function read<T>(key: string, initial: T): T {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? initial : (JSON.parse(kept) as T);
  } catch {
    return initial;
  }
}

/**
 * State that outlives a reload, a new sign-in and a conflict, until it is sent (`forget`): kept in this tab
 * only, gone when the tab is closed, as it may hold personal data.
 */
export function useKept<T>(name: string, initial: T): [T, (value: T) => void, () => void] {
  const key = `kladka.workspace.${name}`;
  const [value, setValue] = useState<T>(() => read(key, initial));
  const keep = useCallback(
    (next: T) => {
      setValue(next);
      try {
        sessionStorage.setItem(key, JSON.stringify(next));
      } catch {
        // not kept over a reload, still on the screen
      }
    },
    [key],
  );
  const forget = useCallback(() => {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // nothing was kept
    }
  }, [key]);
  return [value, keep, forget];
}
