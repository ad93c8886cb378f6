import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useSession } from '#portal/shell/app.tsx';
import { Layout } from '#portal/shell/layout.tsx';
import { ProblemPage } from '#portal/shell/page.tsx';
import { Route, Switch } from '#portal/shell/router.ts';
import { shellTexts } from '#portal/shell/texts.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { Loading } from '#portal/theme/parts/waiting.tsx';
import { forgetSaved } from './draft/local.ts';
import { CataloguePage } from './pages/catalogue-page.tsx';
import { MinePage } from './pages/mine-page.tsx';
import { AboutPage } from './pages/service-page.tsx';
import { StartPage } from './pages/start-page.tsx';
import { StatusPage } from './pages/status-page.tsx';
import { VerifyPage } from './pages/verify-page.tsx';
import { citizenTexts } from './texts.ts';

// what draws forms comes only to those who fill one in
const FormPages = lazy(() => import('./pages/form-page.tsx'));
const ApplicationPage = lazy(() => import('./pages/application-page.tsx'));
// what few read comes when it is asked for
const NewsPage = lazy(() => import('./pages/news-page.tsx'));

const missing = { status: 404, code: 'no-page', title: '', fields: [], body: {} };

function Later({ children }: { children: ReactNode }) {
  const t = useTexts(shellTexts);
  return <Suspense fallback={<Loading label={t('loading')} />}>{children}</Suspense>;
}

/** The citizen's portal: its pages by address. */
export function CitizenApp() {
  const t = useTexts(citizenTexts);
  const { state } = useSession();
  const out = state.is === 'out';
  useEffect(() => {
    // a shared computer: what the server has does not stay here
    if (out) forgetSaved();
  }, [out]);
  return (
    <Layout
      nav={[
        { href: '/', label: t('services'), also: '/services/' },
        { href: '/applications', label: t('mine') },
        { href: '/status', label: t('statusNav') },
      ]}
    >
      <Switch>
        <Route path="/" component={CataloguePage} />
        <Route path="/services/:service" component={AboutPage} />
        <Route path="/services/:service/start" component={StartPage} />
        <Route path="/services/:service/applications/:draft/:page">
          <Later>
            <FormPages />
          </Later>
        </Route>
        <Route path="/applications" component={MinePage} />
        <Route path="/applications/:service/:id">
          <Later>
            <ApplicationPage />
          </Later>
        </Route>
        <Route path="/status" component={StatusPage} />
        <Route path="/news">
          <Later>
            <NewsPage />
          </Later>
        </Route>
        <Route path="/news/:place">
          <Later>
            <NewsPage />
          </Later>
        </Route>
        <Route path="/verify/:document" component={VerifyPage} />
        <Route>
          <ProblemPage problem={missing} />
        </Route>
      </Switch>
    </Layout>
  );
}
