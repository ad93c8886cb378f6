import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '#portal/theme/language.tsx';
import { ShellProvider } from './app.tsx';
import { Router } from './router.ts';
import type { Audience } from './session.ts';

/** Starts an app in `#app`: language, session, API and routes around it. `base` without a trailing slash. */
export function start(audience: Audience, base: string, app: ReactNode): void {
  const root = document.getElementById('app');
  if (!root) throw new Error('index.html has no #app');
  createRoot(root).render(
    <LanguageProvider>
      <ShellProvider audience={audience}>
        <Router base={base}>{app}</Router>
      </ShellProvider>
    </LanguageProvider>,
  );
}
