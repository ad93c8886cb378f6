import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link } from '#portal/shell/router.ts';
import { shellTexts } from '#portal/shell/texts.ts';
import { textOf, useLanguage, useTexts } from '#portal/theme/language.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { Loading } from '#portal/theme/parts/waiting.tsx';
import { FormTab } from '../canvas/form-tab.tsx';
import { objectOf } from '../commands/json.ts';
import { type Place, useDesign, useKept } from '../design.tsx';
import { currentVersion } from '../form/place.ts';
import { SampleProvider } from '../parts/sample.tsx';
import { ProblemsHere } from '../problems/here.tsx';
import { useCheck } from '../problems/use-check.ts';
import { Conflicts } from './conflicts.tsx';
import { useFocusKept } from './focus-kept.ts';
import { SavingLine } from './saving-line.tsx';
import { editorTexts } from './texts.ts';

const FlowTab = lazy(() => import('../flow/flow-tab.tsx').then(({ FlowTab: Tab }) => ({ default: Tab })));
const TryTab = lazy(() => import('../try/try-tab.tsx').then(({ TryTab: Tab }) => ({ default: Tab })));
const PublishTab = lazy(() =>
  import('../publish/publish-tab.tsx').then(({ PublishTab: Tab }) => ({ default: Tab })),
);
const PeopleTab = lazy(() =>
  import('../parties/people-tab.tsx').then(({ PeopleTab: Tab }) => ({ default: Tab })),
);
const PapersTab = lazy(() =>
  import('../documents/papers-tab.tsx').then(({ PapersTab: Tab }) => ({ default: Tab })),
);
const ProblemsTab = lazy(() =>
  import('../problems/problems-tab.tsx').then(({ ProblemsTab: Tab }) => ({ default: Tab })),
);
const AboutTab = lazy(() => import('../about/about-tab.tsx').then(({ AboutTab: Tab }) => ({ default: Tab })));
const KindTab = lazy(() => import('../kinds/kind-tab.tsx').then(({ KindTab: Tab }) => ({ default: Tab })));
const JsonTab = lazy(() => import('../json/json-tab.tsx').then(({ JsonTab: Tab }) => ({ default: Tab })));

const ofService = [
  'about',
  'form',
  'flow',
  'people',
  'papers',
  'problems',
  'try',
  'json',
  'publish',
] as const;
const others = ['problems', 'json', 'publish'] as const;
const ofOthers = {
  agency: ['agency', 'offices', 'calendar', ...others],
  registry: ['registry', 'record', 'access', 'shapes', ...others],
  connector: ['connector', 'exchange', 'standin', ...others],
} as const;

/** The editor of one definition: its name, how it stands with the server, its tabs. */
export function Editor() {
  const t = useTexts(editorTexts);
  const s = useTexts(shellTexts);
  const { language } = useLanguage();
  const { keeper, definition, place, goTo, announce, open } = useDesign();
  const { kind, id } = keeper;
  const checked = useCheck(kind, id, definition);
  const { problems } = checked;
  const mistakes = problems?.filter(({ severity }) => severity === 'mistake').length ?? 0;
  const tabs = kind === 'service' ? ofService : ofOthers[kind];
  const whole = useRef<HTMLDivElement>(null);
  useFocusKept(whole);
  const record = currentVersion(definition);
  const title = textOf(objectOf(objectOf(definition).title) as Record<string, string>, language) || id;
  useEffect(() => {
    document.title = `${title} · ${s('brand')}`;
  }, [title, s]);

  // on a phone the tabs are one row to be shifted: the one that is open is seen
  const row = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another tab is opened
  useEffect(() => {
    const now = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (row.current && now)
      row.current.scrollLeft = now.offsetLeft - (row.current.clientWidth - now.offsetWidth) / 2;
  }, [place.tab]);

  function step(back: boolean): void {
    const where = back ? keeper.undo() : keeper.redo();
    if (where !== undefined) goTo(JSON.parse(where) as Place);
    announce(t(back ? 'undone' : 'redone'));
  }
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      const inCode = event.target instanceof Element && event.target.closest('.d-code');
      if (inCode || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      // by the place of the key, whatever the layout of the keyboard
      const back = event.code === 'KeyZ' && !event.shiftKey;
      const forth = event.code === 'KeyY' || (event.code === 'KeyZ' && event.shiftKey);
      if (!back && !forth) return;
      event.preventDefault();
      step(back);
    };
    window.addEventListener('keydown', keys);
    return () => window.removeEventListener('keydown', keys);
  });

  return (
    <div ref={whole} className="d-editor">
      <div className="d-bar">
        <div className="d-bar__name">
          <h1 className="d-bar__title">{title}</h1>
          <SavingLine />
        </div>
        <BackAndForth step={step} />
        <nav ref={row} className="d-tabs" aria-label={t('tabs')}>
          {tabs.map((tab) => (
            <Link
              key={tab}
              href={`/${kind}/${id}/${tab}`}
              className="d-tab"
              aria-current={place.tab === tab ? 'page' : undefined}
            >
              {t(tab)}
              {tab === 'problems' && mistakes > 0 ? <span className="d-count">{mistakes}</span> : null}
            </Link>
          ))}
        </nav>
      </div>
      {open ? null : <Notice title={t('readOnly')} />}
      <Conflicts />
      <Suspense fallback={<Loading label={s('loading')} />}>
        <ProblemsHere problems={problems} look={checked.look}>
          <SampleProvider>
            <div className="d-tabpage">
              {place.tab === 'form' ? (
                <FormTab key={place.form ?? '/form'} base={place.form ?? '/form'} />
              ) : null}
              {place.tab === 'record' ? <FormTab key={record} base={record} tab="record" /> : null}
              {kind === 'service' ? null : <KindTab tab={place.tab} />}
              {place.tab === 'flow' ? <FlowTab /> : null}
              {place.tab === 'try' ? <TryTab play={checked.play} sound={isSound(problems)} /> : null}
              {place.tab === 'publish' ? <PublishTab problems={problems} play={checked.play} /> : null}
              {place.tab === 'people' ? <PeopleTab /> : null}
              {place.tab === 'papers' ? <PapersTab /> : null}
              {place.tab === 'about' ? <AboutTab /> : null}
              {place.tab === 'problems' ? <ProblemsTab checked={checked} /> : null}
              {place.tab === 'json' ? <JsonTab problems={problems} /> : null}
            </div>
          </SampleProvider>
        </ProblemsHere>
      </Suspense>
    </div>
  );
}

/** Undo and redo; they follow the history, which the whole editor need not. */
function BackAndForth({ step }: { step: (back: boolean) => void }) {
  const t = useTexts(editorTexts);
  const { open } = useDesign();
  const { past, future } = useKept().history;
  return (
    <div className="d-bar__acts">
      <button
        type="button"
        className="d-tool"
        disabled={!open || past.length === 0}
        onClick={() => step(true)}
      >
        <span aria-hidden="true">↶</span> {t('undo')}
      </button>
      <button
        type="button"
        className="d-tool"
        disabled={!open || future.length === 0}
        onClick={() => step(false)}
      >
        <span aria-hidden="true">↷</span> {t('redo')}
      </button>
    </div>
  );
}

/** Whether a definition may be published: it was checked, and holds no mistake. */
const isSound = (problems: readonly { severity: string }[] | undefined): boolean =>
  problems !== undefined && !problems.some(({ severity }) => severity === 'mistake');
