import { useEffect, useRef, useState } from 'react';
import type { ApplicationView, DraftView, ServicePage } from '#core/api/types.ts';
import { ofOwnMotion } from '#core/case/own-motion.ts';
import { spokenReference } from '#core/case/reference.ts';
import { newKey } from '#portal/shell/api.ts';
import { useApi } from '#portal/shell/app.tsx';
import { useLoad } from '#portal/shell/load.ts';
import { CommandProblem, Loaded, Page, SignedIn } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { Redirect, useParams } from '#portal/shell/router.ts';
import { showDay, showInstant } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { Timeline } from '#portal/theme/parts/timeline.tsx';
import { Accesses } from '../application/accesses.tsx';
import { Afterwards, CameOf } from '../application/afterwards.tsx';
import { Documents } from '../application/documents.tsx';
import { Given } from '../application/given.tsx';
import { Message } from '../application/message.tsx';
import { Standing } from '../application/standing.tsx';
import { useChosen } from '../application/use-correction.ts';
import { Waiting } from '../application/waiting.tsx';
import { Why } from '../application/why.tsx';
import { Withdraw } from '../application/withdraw.tsx';
import { outcomeKey } from '../outcome.ts';
import { citizenTexts } from '../texts.ts';

interface Both {
  readonly service: ServicePage;
  readonly view: ApplicationView | DraftView;
}

/** What is said above the page of what was done; a message says itself, where it was written, that it is sent. */
const tells: Readonly<Record<string, '' | 'duplicateAsked' | 'withdrawnTitle'>> = {
  '/duplicate': 'duplicateAsked',
  '/withdraw': 'withdrawnTitle',
  '/messages': '',
};

/** `/applications/:service/:id`: how it stands, what is asked of me, what happened, what was issued. */
export default function ApplicationPage() {
  return (
    <SignedIn>
      <Opened />
    </SignedIn>
  );
}

function Opened() {
  const { service = '', id = '' } = useParams<{ service: string; id: string }>();
  const { load, again } = useLoad<Both>(`application ${service} ${id}`, async (api, signal) => {
    const [about, view] = await Promise.all([
      api.get<ServicePage>(`/services/${service}`, { open: true, signal }),
      api.get<ApplicationView | DraftView>(`/services/${service}/applications/${id}`, { signal }),
    ]);
    if (!about.ok) return about;
    if (!view.ok) return view;
    return { ...view, data: { service: about.data, view: view.data } };
  });
  return (
    <Loaded load={load} again={again}>
      {({ service: about, view }) =>
        view.kind === 'draft' ? (
          <Redirect to={`/services/${service}/applications/${id}/start`} replace />
        ) : (
          <Application service={about} view={view} again={again} />
        )
      }
    </Loaded>
  );
}

function Application({
  service,
  view,
  again,
}: {
  service: ServicePage;
  view: ApplicationView;
  again: () => void;
}) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const api = useApi();
  const [acted, setActed] = useState<'' | 'actedTitle' | 'duplicateAsked' | 'withdrawnTitle'>('');
  const [problem, setProblem] = useState<Problem | undefined>();
  const told = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each answer of the server what was pressed may be gone
  useEffect(() => {
    if (acted && document.activeElement === document.body) told.current?.focus();
  }, [acted, view]);
  const base = `/services/${view.service}/applications/${view.id}`;
  const outcome = outcomeKey(view.outcome?.kind);
  const mine = view.party === 'applicant';
  // the agency wrote what stands in a case that it began itself
  const { channel } = view.names.case as { channel: string };
  const begun = ofOwnMotion({ channel });
  const chosen = useChosen(service, view);

  async function command(path: string, body: unknown, key: string): Promise<boolean> {
    setProblem(undefined);
    const answer = await api.post<unknown>(`${base}${path}`, { key, body });
    if (!answer.ok) {
      setProblem(answer.problem);
      return false;
    }
    setActed(tells[path] ?? 'actedTitle');
    again();
    return true;
  }

  const given =
    view.form && !view.waiting?.marks?.length ? (
      <>
        <h2 className="k-h2">{t(mine && !begun ? 'entered' : 'seen')}</h2>
        <Given form={chosen} data={view.form} mine={mine} />
      </>
    ) : null;
  // who is asked about an application of another person's reads it before they answer
  const readFirst = !mine && view.waiting !== undefined;

  return (
    <Page
      title={read(view.title) || read(service.title)}
      caption={`${t('reference')} ${spokenReference(view.reference)}`}
      back={{ href: '/applications', label: t('mine') }}
    >
      <Standing view={view} />
      <CameOf view={view} />
      <div ref={told} tabIndex={-1} className="k-told">
        {acted && !view.waiting ? (
          <Notice kind="success" title={t(acted)}>
            {acted === 'duplicateAsked' ? <p>{t('duplicateNext')}</p> : null}
          </Notice>
        ) : null}
        <CommandProblem problem={problem} />
      </div>
      {readFirst ? given : null}
      {view.waiting ? (
        <Waiting
          key={view.waiting.path}
          service={service}
          view={view}
          waiting={view.waiting}
          base={base}
          problem={problem}
          act={(action, body, key) => command(`/actions/${encodeURIComponent(action)}`, body, key)}
        />
      ) : null}
      {mine && !outcome && view.paused ? <p>{t('paused')}</p> : null}
      {mine && !outcome && !view.paused && view.deadline ? (
        <p>{t('deadline', { date: showDay(view.deadline, language) })}</p>
      ) : null}
      {view.revoked ? null : <Why view={view} />}
      <Documents
        base={base}
        documents={view.documents ?? []}
        duplicate={
          view.after?.duplicate ? (document, key) => command('/duplicate', { document }, key) : undefined
        }
      />
      <Afterwards view={view} />
      {view.timeline?.length ? (
        <>
          <h2 className="k-h2">{t('history')}</h2>
          <Timeline
            entries={[...view.timeline].reverse().map((entry, n) => ({
              key: `${entry.at} ${n}`,
              title: read(entry.title),
              at: showInstant(entry.at, language),
              iso: entry.at,
              now: n === 0 && !outcome,
              ...(entry.detail ? { body: <p>{read(entry.detail)}</p> } : {}),
            }))}
          />
        </>
      ) : null}
      {readFirst ? null : given}
      <Accesses base={base} />
      {mine && !outcome ? <Message send={(text) => command('/messages', { text }, newKey())} /> : null}
      <p className="k-after">
        <Button kind="plain" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </p>
      {view.canWithdraw ? <Withdraw withdraw={(key) => command('/withdraw', {}, key)} /> : null}
    </Page>
  );
}
