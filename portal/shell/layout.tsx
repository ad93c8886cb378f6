import { Component, type ReactNode } from 'react';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { useSession } from './app.tsx';
import { Link, useLocation } from './router.ts';
import { shellTexts } from './texts.ts';

/** An entry of the main navigation; `href` is within the app's base path. */
export interface NavEntry {
  readonly href: string;
  readonly label: string;
  /** Pages elsewhere that belong to it: the beginning of their path. */
  readonly also?: string;
}

function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const t = useTexts(shellTexts);
  return (
    <fieldset className="k-languages">
      <legend className="k-hidden">{t('language')}</legend>
      {(['uk', 'en'] as const).map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          className="k-language"
          aria-pressed={language === one}
          title={one === 'uk' ? 'Українська' : 'English'}
          onClick={() => choose(one)}
        >
          {one === 'uk' ? 'Укр' : 'Eng'}
        </button>
      ))}
    </fieldset>
  );
}

function Account() {
  const t = useTexts(shellTexts);
  const { session, state } = useSession();
  if (state.is === 'unknown') return <span className="k-account" />;
  if (state.is === 'out')
    return (
      <span className="k-account">
        <Button kind="plain" onClick={() => session.login(location.pathname + location.search)}>
          {t('signIn')}
        </Button>
      </span>
    );
  return (
    <span className="k-account">
      <span className="k-account__name">{state.person.name}</span>
      <Button kind="plain" onClick={() => void session.logout()}>
        {t('signOut')}
      </Button>
    </span>
  );
}

/** The frame of every page: skip link, header with navigation, language and account, main, footer. */
export function Layout({
  nav,
  name,
  children,
}: {
  nav: readonly NavEntry[];
  /** The name beside the brand, e.g. the workspace's. */
  name?: string;
  children: ReactNode;
}) {
  const t = useTexts(shellTexts);
  const [path] = useLocation();
  return (
    <>
      <a className="k-skip" href="#main">
        {t('skip')}
      </a>
      <header className="k-header">
        <div className="k-header__inner">
          <Link href="/" className="k-brand">
            <span className="k-brand__mark" aria-hidden="true" />
            {t('brand')}
            <span className="k-brand__name">{name ?? t('brandHint')}</span>
          </Link>
          <div className="k-header__side">
            <Account />
            <LanguageSwitch />
          </div>
          <nav className="k-nav" aria-label={t('menu')}>
            {nav.map((entry) => (
              <Link
                key={entry.href}
                href={entry.href}
                className="k-nav__link"
                aria-current={
                  entry.href === path ||
                  (entry.href !== '/' && path.startsWith(`${entry.href}/`)) ||
                  (entry.also !== undefined && path.startsWith(entry.also))
                    ? 'page'
                    : undefined
                }
              >
                {entry.label}
              </Link>
            ))}
          </nav>
        </div>
      </header>
      <main id="main" className="k-main" tabIndex={-1}>
        <Boundary path={path}>{children}</Boundary>
      </main>
      <footer className="k-footer">
        <p>{t('footer')}</p>
      </footer>
    </>
  );
}

/** A mistake of ours on one page must not take the header away. Another page starts afresh. */
class Boundary extends Component<{ children: ReactNode; path: string }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidUpdate(before: { path: string }) {
    if (this.state.failed && before.path !== this.props.path) this.setState({ failed: false });
  }

  override render() {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const t = useTexts(shellTexts);
  return (
    <div className="k-page" role="alert">
      <h1 className="k-h1">{t('crashedTitle')}</h1>
      <p className="k-lead">{t('crashedText')}</p>
      <Button onClick={() => location.reload()}>{t('reload')}</Button>
    </div>
  );
}
