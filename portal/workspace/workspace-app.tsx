import { lazy, Suspense } from 'react';
import { useSession } from '#portal/shell/app.tsx';
import { Layout, type NavEntry } from '#portal/shell/layout.tsx';
import { type Load, useLoad } from '#portal/shell/load.ts';
import { Loaded, ProblemPage, SignedIn } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { Route, Switch } from '#portal/shell/router.ts';
import { shellTexts } from '#portal/shell/texts.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { Loading } from '#portal/theme/parts/waiting.tsx';
import { AppointmentsPage } from './admin/appointments-page.tsx';
import { CountsPage } from './admin/counts-page.tsx';
import { EffectsPage } from './admin/effects-page.tsx';
import { LooksPage } from './admin/looks-page.tsx';
import { CasePage } from './case/case-page.tsx';
import { CounterPage } from './counter/counter-page.tsx';
import { MotionPage } from './motion/motion-page.tsx';
import { TasksPage } from './tasks/tasks-page.tsx';
import { workspaceTexts } from './texts.ts';
import type { MeView } from './view.ts';

// the whole form with its expressions comes only to those who take in applications
const CounterCase = lazy(() => import('./counter/counter-case.tsx'));
const MotionCase = lazy(() => import('./motion/motion-case.tsx'));

const missing: Problem = { status: 404, code: 'not-found', title: '', fields: [], body: {} };

/** The pages that an officer's rights open, in the order of the navigation. The server decides anew on each. */
function entries(
  load: Load<MeView>,
  t: (key: 'tasks' | 'counts' | 'effects' | 'appointments' | 'looks' | 'counter' | 'motions') => string,
): NavEntry[] {
  const rights = load.is === 'ready' ? load.data.may : [];
  return [
    { href: '/', label: t('tasks'), also: '/cases/' },
    ...(rights.includes('counter') ? [{ href: '/counter', label: t('counter') }] : []),
    ...(load.is === 'ready' && load.data.begins ? [{ href: '/motions', label: t('motions') }] : []),
    ...(rights.includes('counts') ? [{ href: '/counts', label: t('counts') }] : []),
    ...(rights.includes('dead') ? [{ href: '/effects', label: t('effects') }] : []),
    ...(rights.includes('appoint') ? [{ href: '/appointments', label: t('appointments') }] : []),
    ...(rights.includes('audit') ? [{ href: '/looks', label: t('looks') }] : []),
  ];
}

/** The officers' workspace: its pages by address. */
export function WorkspaceApp() {
  const t = useTexts(workspaceTexts);
  const { state } = useSession();
  const { load, again } = useLoad(state.is === 'in' ? `me/${state.person.id}` : null, (api, signal) =>
    api.get<MeView>('/me', { signal }),
  );
  return (
    <Layout name={t('name')} nav={entries(load, t)}>
      <SignedIn>
        <Loaded load={load} again={again}>
          {(me) => <Pages me={me} />}
        </Loaded>
      </SignedIn>
    </Layout>
  );
}

function Pages({ me }: { me: MeView }) {
  const t = useTexts(shellTexts);
  return (
    <Switch>
      <Route path="/">
        <TasksPage appointments={me.appointments} />
      </Route>
      <Route path="/cases/:service/:id">
        {({ service, id }) => (
          <CasePage
            key={`${service}/${id}`}
            service={decodeURIComponent(service)}
            id={decodeURIComponent(id)}
          />
        )}
      </Route>
      <Route path="/counter">
        <CounterPage appointments={me.appointments} />
      </Route>
      <Route path="/counter/:service">
        {({ service }) => (
          <Suspense fallback={<Loading label={t('loading')} />}>
            <CounterCase key={service} id={decodeURIComponent(service)} />
          </Suspense>
        )}
      </Route>
      <Route path="/motions">
        <MotionPage begins={me.begins ?? []} />
      </Route>
      <Route path="/motions/:service">
        {({ service }) => (
          <Suspense fallback={<Loading label={t('loading')} />}>
            <MotionCase key={service} id={decodeURIComponent(service)} />
          </Suspense>
        )}
      </Route>
      <Route path="/counts">
        <CountsPage />
      </Route>
      <Route path="/effects">
        <EffectsPage />
      </Route>
      <Route path="/appointments">
        <AppointmentsPage agency={me.appointments[0]?.agency ?? ''} />
      </Route>
      <Route path="/looks">
        <LooksPage />
      </Route>
      <Route path="/looks/:service/:id">
        {({ service, id }) => (
          <LooksPage of={{ service: decodeURIComponent(service), case: decodeURIComponent(id) }} />
        )}
      </Route>
      <Route>
        <ProblemPage problem={missing} />
      </Route>
    </Switch>
  );
}
