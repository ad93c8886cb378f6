import { lazy, Suspense } from 'react';
import type { DesignerLibrary } from '#core/api/types.ts';
import type { Kind } from '#core/definition/types.ts';
import { useSession } from '#portal/shell/app.tsx';
import { Layout } from '#portal/shell/layout.tsx';
import { useLoad } from '#portal/shell/load.ts';
import { Loaded, ProblemPage, SignedIn } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { Route, Switch } from '#portal/shell/router.ts';
import { shellTexts } from '#portal/shell/texts.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { Loading } from '#portal/theme/parts/waiting.tsx';
import { Denied } from './denied.tsx';
import { EditorPage } from './editor/editor-page.tsx';
import { LibraryProvider } from './library.tsx';
import { designerTexts } from './texts.ts';

const HomePage = lazy(() => import('./home/home-page.tsx').then(({ HomePage: Page }) => ({ default: Page })));
const NewPage = lazy(() => import('./home/new-page.tsx').then(({ NewPage: Page }) => ({ default: Page })));

const missing: Problem = { status: 404, code: 'not-found', title: '', fields: [], body: {} };
const kinds: readonly string[] = ['service', 'registry', 'connector', 'agency'] satisfies Kind[];

/** The analyst's designer: its pages by address. */
export function DesignerApp() {
  const t = useTexts(designerTexts);
  const { state } = useSession();
  const { load, again } = useLoad(state.is === 'in' ? `library/${state.person.id}` : null, (api, signal) =>
    api.get<DesignerLibrary>('/definitions/library', { signal }),
  );
  return (
    <Layout name={t('name')} nav={[{ href: '/', label: t('definitions') }]}>
      <SignedIn>
        {load.is === 'failed' && load.problem.status === 403 ? (
          <Denied />
        ) : (
          <Loaded load={load} again={again}>
            {(library) => (
              <LibraryProvider library={library} again={again}>
                <Pages />
              </LibraryProvider>
            )}
          </Loaded>
        )}
      </SignedIn>
    </Layout>
  );
}

function Pages() {
  const s = useTexts(shellTexts);
  return (
    <Suspense fallback={<Loading label={s('loading')} />}>
      <Switch>
        <Route path="/">
          <HomePage />
        </Route>
        <Route path="/new">
          <NewPage />
        </Route>
        <Route path="/:kind/:id/:tab?">
          {({ kind, id, tab }) =>
            kinds.includes(kind) ? (
              <EditorPage key={`${kind}/${id}`} kind={kind as Kind} id={id} tab={tab ?? ''} />
            ) : (
              <ProblemPage problem={missing} />
            )
          }
        </Route>
        <Route>
          <ProblemPage problem={missing} />
        </Route>
      </Switch>
    </Suspense>
  );
}
