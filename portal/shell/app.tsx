import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useLanguage } from '#portal/theme/language.tsx';
import { type Api, createApi } from './api.ts';
import { type Audience, Session, type SessionState } from './session.ts';

interface Shell {
  readonly session: Session;
  readonly api: Api;
}

const Context = createContext<Shell | undefined>(undefined);

/** Gives every page the session and the API client. Stands inside `LanguageProvider`. */
export function ShellProvider({ audience, children }: { audience: Audience; children: ReactNode }) {
  const { language } = useLanguage();
  const spoken = useRef(language);
  spoken.current = language;
  const [shell] = useState<Shell>(() => {
    const session = new Session(audience);
    return { session, api: createApi(session, () => spoken.current) };
  });
  useEffect(() => {
    void shell.session.open();
  }, [shell]);
  return <Context.Provider value={shell}>{children}</Context.Provider>;
}

function useShell(): Shell {
  const shell = useContext(Context);
  if (!shell) throw new Error('a page must stand inside ShellProvider');
  return shell;
}

/** The API client of this page. */
export function useApi(): Api {
  return useShell().api;
}

/** The session and its present state. */
export function useSession(): { session: Session; state: SessionState } {
  const { session } = useShell();
  const state = useSyncExternalStore(session.subscribe, session.state, session.state);
  return { session, state };
}
