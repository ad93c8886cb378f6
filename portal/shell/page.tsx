import { type ReactNode, useEffect, useRef } from 'react';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { Loading } from '#portal/theme/parts/waiting.tsx';
import { useSession } from './app.tsx';
import type { Load } from './load.ts';
import type { Problem } from './problem.ts';
import { Link } from './router.ts';
import { shellTexts } from './texts.ts';

/** True once the first page was shown: the browser itself puts focus rightly at the first load. */
let navigated = false;

/**
 * A page: sets the document's title and puts focus to the h1 when the page is opened by navigation, so that a
 * screen reader says where one is. `caption` is a line above the h1 (name of the service).
 */
export function Page({
  title,
  caption,
  back,
  wide = false,
  keepFocus = false,
  children,
}: {
  title: string;
  caption?: string;
  /** Where one came from: the first link of the page, above its heading. */
  back?: { readonly href: string; readonly label?: string } | undefined;
  wide?: boolean;
  /** Something else on the page takes the focus (an error summary). */
  keepFocus?: boolean;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const t = useTexts(shellTexts);
  const brand = t('brand');
  useEffect(() => {
    document.title = [title, caption, brand].filter(Boolean).join(' · ');
  }, [title, caption, brand]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page is opened
  useEffect(() => {
    if (navigated && !keepFocus) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    navigated = true;
  }, []);
  return (
    <div className={wide ? 'k-page k-page--wide' : 'k-page'}>
      {back ? (
        <Link href={back.href} className="k-back">
          {back.label ?? t('back')}
        </Link>
      ) : null}
      {caption ? <p className="k-caption">{caption}</p> : null}
      <h1 ref={heading} tabIndex={-1} className="k-h1">
        {title}
      </h1>
      {children}
    </div>
  );
}

/** What to say, and what can be done, when an answer is an error. */
export function ProblemPage({ problem, again }: { problem: Problem; again?: () => void }) {
  const t = useTexts(shellTexts);
  const { session } = useSession();
  const offline = problem.status === 0;
  useEffect(() => {
    // nobody has to try again themselves once the connection is back
    if (!again || !offline) return;
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [again, offline]);
  const kind =
    problem.status === 0
      ? 'offline'
      : problem.status === 401
        ? 'signedOut'
        : problem.status === 403
          ? 'denied'
          : problem.status === 404 || problem.status === 410
            ? 'missing'
            : 'failed';
  return (
    <Page title={t(`${kind}Title`)}>
      <p className="k-lead">{t(`${kind}Text`)}</p>
      {kind === 'signedOut' ? (
        <Button onClick={() => session.login(location.pathname + location.search)}>{t('signIn')}</Button>
      ) : null}
      {again && (kind === 'failed' || kind === 'offline') ? (
        <Button onClick={again}>{t('retry')}</Button>
      ) : null}
      {kind === 'missing' || kind === 'denied' ? (
        <p>
          <Link href="/">{t('home')}</Link>
        </p>
      ) : null}
    </Page>
  );
}

/** Shows what a load came to: quiet while loading, a page of its own for an error, `children` when ready. */
export function Loaded<T>({
  load,
  again,
  children,
}: {
  load: Load<T>;
  again?: () => void;
  children: (data: T, etag: string | null) => ReactNode;
}) {
  const t = useTexts(shellTexts);
  if (load.is === 'loading') return <Loading label={t('loading')} />;
  if (load.is === 'failed') return <ProblemPage problem={load.problem} {...(again ? { again } : {})} />;
  return <>{children(load.data, load.etag)}</>;
}

/** An error of a command, in place, announced at once. */
export function CommandProblem({ problem }: { problem: Problem | undefined }) {
  const t = useTexts(shellTexts);
  const read = useLocalised();
  if (!problem) return null;
  const away = problem.status === 0;
  const detail = away ? t('offlineText') : read(problem.detail);
  return (
    <Notice kind="error" title={away ? t('offlineTitle') : read(problem.title)}>
      {detail ? <p>{detail}</p> : null}
    </Notice>
  );
}

/** Lets only those in who are signed in; the others are offered to sign in and brought back here. */
export function SignedIn({ children }: { children: ReactNode }) {
  const t = useTexts(shellTexts);
  const { state, session } = useSession();
  if (state.is === 'unknown') return <Loading label={t('loading')} />;
  if (state.is === 'in') return <>{children}</>;
  return (
    <Page title={t(state.ended ? 'endedTitle' : 'signedOutTitle')}>
      <p className="k-lead">{t(state.ended ? 'endedText' : 'signedOutText')}</p>
      <Button onClick={() => session.login(location.pathname + location.search)}>{t('signIn')}</Button>
    </Page>
  );
}
