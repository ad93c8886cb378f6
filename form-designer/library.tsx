import { createContext, type ReactNode, useContext } from 'react';
import type { DesignerLibrary } from '#core/api/types.ts';

interface Known {
  readonly library: DesignerLibrary;
  /** Asks for it anew: something was published. */
  readonly again: () => void;
}

const Context = createContext<Known | undefined>(undefined);

/** Gives every page what definitions lean on: agencies, connectors, registries, shared parts. */
export function LibraryProvider({ library, again, children }: Known & { children: ReactNode }) {
  return <Context.Provider value={{ library, again }}>{children}</Context.Provider>;
}

export function useLibrary(): Known {
  const known = useContext(Context);
  if (!known) throw new Error('a page must stand inside LibraryProvider');
  return known;
}
