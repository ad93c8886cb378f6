import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { DraftView, ServicePage } from '#core/api/types.ts';
import { asTyped } from '#core/form/as-typed.ts';
import { checkFields } from '#core/form/check-fields.ts';
import { schemaAt } from '#core/form/flatten.ts';
import { withValue } from '#core/form/pointer.ts';
import { resolveFields } from '#core/form/resolve-fields.ts';
import type { FieldProblem } from '#core/form/types.ts';
import { useApi } from '#portal/shell/app.tsx';
import { useAsk } from '#portal/shell/ask.ts';
import { Loaded, Page, SignedIn } from '#portal/shell/page.tsx';
import { Link, Redirect, useLocation, useParams } from '#portal/shell/router.ts';
import { useTerritories } from '#portal/shell/territories.tsx';
import type { Offers } from '#portal/theme/form/form-context.ts';
import { KladkaForm } from '#portal/theme/form/kladka-form.tsx';
import { LookupLines } from '#portal/theme/form/lookup-lines.tsx';
import { showValue } from '#portal/theme/form/show-value.ts';
import { useChoices } from '#portal/theme/form/use-choices.ts';
import { type Looked, useAnswers, useLookups } from '#portal/theme/form/use-lookups.ts';
import { useOffers } from '#portal/theme/form/use-offers.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { ConflictNotice } from '../draft/conflict-notice.tsx';
import { hiddenIn, hiddenTitles, withHidden } from '../draft/hidden.ts';
import { Hidden } from '../draft/hidden-line.tsx';
import type { DraftKeeper } from '../draft/keeper.ts';
import { refusedFiles } from '../draft/refused-files.ts';
import { SavedLine } from '../draft/saved-line.tsx';
import { upload } from '../draft/upload.ts';
import { useDraft, useDraftState } from '../draft/use-draft.ts';
import { useScans } from '../draft/use-scans.ts';
import { useWhole } from '../draft/use-whole.ts';
import { rightsOf } from '../start/for-whom.tsx';
import { citizenTexts } from '../texts.ts';
import { CheckPage } from './check-page.tsx';
import { ForPage } from './for-page.tsx';

type Data = Readonly<Record<string, unknown>>;

/** `/services/:service/applications/:draft/:page`: the form, page by page, then all answers to check. */
export default function FormPages() {
  return (
    <SignedIn>
      <Opened />
    </SignedIn>
  );
}

function Opened() {
  const { service = '', draft = '' } = useParams<{ service: string; draft: string }>();
  const { load, again } = useDraft(service, draft);
  return (
    <Loaded load={load} again={again}>
      {({ service: about, view, keeper }) =>
        view.kind === 'draft' && keeper ? (
          <Filling service={about} view={view} keeper={keeper} again={again} />
        ) : (
          <Redirect to={`/applications/${service}/${draft}`} replace />
        )
      }
    </Loaded>
  );
}

interface Filled {
  readonly service: ServicePage;
  readonly view: DraftView;
  readonly keeper: DraftKeeper;
}

function Filling({ service, view, keeper, again }: Filled & { readonly again: () => void }) {
  const { page: asked = 'start' } = useParams<{ page: string }>();
  const { data } = useDraftState(keeper);
  const known = useMemo(() => view.names ?? {}, [view]);
  const { language } = useLanguage();
  const whole = useWhole();
  const answers = useAnswers(service.form, known, whole);
  const names = answers.seen;
  const completed = useMemo(() => {
    try {
      return whole ? whole.complete(service.form, data, names) : data;
    } catch {
      // an expression leans on something that only the server has: it computes again
      return data;
    }
  }, [whole, service, data, names]);
  const drawn = useMemo(() => asTyped(service.form, completed, data), [service, completed, data]);
  const resolved = useMemo(() => resolveFields(service.form, completed), [service, completed]);
  const base = `/services/${service.id}/applications/${view.id}`;
  const scanned = useScans(base, view.files);
  const fill = useCallback(
    (change: (now: Data) => Data) => keeper.change({ ...change(keeper.state().data) }),
    [keeper],
  );
  const { looked, again: askAgain } = useLookups(answers, {
    ...{ form: service.form, data, completed, resolved, whole, fill },
    ask: useAsk(base),
  });
  const offers = useOffers({ form: service.form, completed, names, resolved, whole, fill });
  const form = useChoices({ form: service.form, completed, names, whole, looked });
  const shown = useMemo(() => ({ ...service, form }), [service, form]);
  const lines = (of: { fields?: readonly string[]; looked: readonly Looked[] }) => (
    <LookupLines
      form={service.form}
      {...of}
      show={(pointer, value) =>
        showValue(form, schemaAt(resolved.schema, pointer) ?? {}, pointer, value, language)
      }
      again={askAgain}
      take={(values) =>
        fill((now) =>
          Object.entries(values).reduce((all, [pointer, value]) => withValue(all, pointer, value), now),
        )
      }
    />
  );
  const gone = useMemo(() => hiddenIn(service.form, data, completed), [service, data, completed]);
  const hidden = hiddenTitles(service.form, gone, language);
  const asksFor = rightsOf(service).length > 1;
  const first = resolved.pages[0];

  const entered = (fields?: readonly string[]): FieldProblem[] => {
    if (whole) {
      try {
        return whole.validate(service.form, completed, names, fields);
      } catch {
        // as above: the schema alone still speaks
      }
    }
    return checkFields(service.form, completed, fields);
  };
  const problemsOf = (fields?: readonly string[]) => [
    ...entered(fields),
    ...refusedFiles(resolved.files, completed, scanned.scans, fields),
  ];

  if (asked === 'for' && asksFor)
    return <ForPage service={service} view={view} keeper={keeper} base={base} again={again} />;
  if (asked === 'check')
    return (
      <CheckPage
        service={shown}
        keeper={keeper}
        data={completed}
        pages={resolved.pages}
        base={base}
        problemsOf={problemsOf}
        hidden={hidden}
        lookups={lines({ looked: looked.filter(({ state }) => state !== 'answered') })}
        right={asksFor ? (view.through ?? 'self') : undefined}
      />
    );
  const index = resolved.pages.findIndex((page) => page.id === asked);
  const page = resolved.pages[index];
  if (!page) return first ? <Redirect to={`${base}/${first.id}`} replace /> : null;
  return (
    <OnePage
      key={page.id}
      service={shown}
      view={view}
      keeper={keeper}
      data={completed}
      drawn={drawn}
      page={page}
      step={{ n: index + 1, count: resolved.pages.length }}
      before={
        resolved.pages[index - 1]
          ? `${base}/${resolved.pages[index - 1]?.id}`
          : asksFor
            ? `${base}/for`
            : `/services/${service.id}`
      }
      after={(entered) => {
        const pages = resolveFields(service.form, entered).pages;
        const next = pages[pages.findIndex((one) => one.id === page.id) + 1];
        return next ? `${base}/${next.id}` : `${base}/check`;
      }}
      problemsOf={problemsOf}
      gone={gone}
      hidden={hidden}
      scanned={scanned}
      offers={offers}
      lookups={lines({ looked, fields: page.fields })}
    />
  );
}

function OnePage({
  service,
  view,
  keeper,
  data,
  drawn,
  page,
  step,
  before,
  after,
  problemsOf,
  gone,
  hidden,
  scanned,
  offers,
  lookups,
}: Filled & {
  readonly data: Record<string, unknown>;
  /** The same, with texts as they are typed. */
  readonly drawn: Record<string, unknown>;
  readonly page: ReturnType<typeof resolveFields>['pages'][number];
  readonly step: { readonly n: number; readonly count: number };
  readonly before: string;
  readonly after: (entered: Record<string, unknown>) => string;
  readonly problemsOf: (fields: readonly string[]) => FieldProblem[];
  readonly gone: readonly string[];
  readonly hidden: readonly string[];
  readonly scanned: ReturnType<typeof useScans>;
  readonly offers: Offers;
  readonly lookups: ReactNode;
}) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const api = useApi();
  const territories = useTerritories();
  const [, go] = useLocation();
  const fromCheck = new URLSearchParams(location.search).has('check');
  const { data: entered, saving, conflicts } = useDraftState(keeper);
  const [attempt, setAttempt] = useState(0);
  const [tried, setTried] = useState<readonly FieldProblem[]>([]);
  const application = `/services/${service.id}/applications/${view.id}`;
  const offline = t('uploadOffline');
  const heading = read(page.title);
  const { scans, sent } = scanned;

  useEffect(() => () => void keeper.save(), [keeper]);

  const context = useMemo(
    () => ({
      heading,
      territories,
      scans,
      offers,
      upload: async (at: string, file: File, progress: (share: number) => void, signal: AbortSignal) => {
        const done = await upload(api, application, { at, file, language, offline }, progress, signal);
        if (done.ok) sent(done.file.id);
        return done;
      },
    }),
    [api, application, heading, language, offline, offers, territories, scans, sent],
  );

  // a mistake that was mended goes at once, its words follow what is so now; a new one is not shown before one tries to go on
  const still = tried.length === 0 ? tried : problemsOf(page.fields);
  const problems = still.filter((problem) =>
    tried.some((one) => one.pointer === problem.pointer && one.code === problem.code),
  );

  function forward(): void {
    const found = problemsOf(page.fields);
    setTried(found);
    if (found.length > 0) {
      setAttempt(attempt + 1);
      return;
    }
    void keeper.save();
    go(fromCheck ? `${application}/check` : after(data));
  }

  return (
    <Page
      title={read(page.title)}
      caption={`${read(service.title)} · ${t('step', step)}`}
      back={{ href: before }}
    >
      {view.changed ? <Notice kind="info" title={t('newVersion')} /> : null}
      {conflicts.length > 0 ? (
        <ConflictNotice
          form={service.form}
          conflicts={conflicts}
          choose={(choices) => keeper.choose(choices)}
        />
      ) : null}
      {page.hint ? <p className="k-lead">{read(page.hint)}</p> : null}
      <KladkaForm
        form={service.form}
        data={drawn}
        fields={page.fields}
        problems={problems}
        attempt={attempt}
        context={context}
        onChange={(next) => keeper.change(withHidden(next, entered, gone))}
        onSubmit={forward}
      >
        {lookups}
        <Hidden titles={hidden} />
        <SavedLine saving={saving} />
        <div className="k-actions">
          <Button type="submit">{t(fromCheck ? 'toCheck' : 'next')}</Button>
          <Link href="/applications" className="k-button k-button--plain">
            {t('saveLater')}
          </Link>
        </div>
      </KladkaForm>
    </Page>
  );
}
