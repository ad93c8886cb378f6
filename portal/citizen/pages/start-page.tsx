import { useEffect, useRef, useState } from 'react';
import type { DraftView, Listed, MineEntry, ServicePage } from '#core/api/types.ts';
import { newKey } from '#portal/shell/api.ts';
import { useApi } from '#portal/shell/app.tsx';
import { useLoad } from '#portal/shell/load.ts';
import { CommandProblem, Loaded, Page, SignedIn } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { Link, useLocation, useParams } from '#portal/shell/router.ts';
import { shellTexts } from '#portal/shell/texts.ts';
import { showInstant } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { Loading } from '#portal/theme/parts/waiting.tsx';
import { ForWhom, type Right, rightsOf } from '../start/for-whom.tsx';
import { citizenTexts } from '../texts.ts';

interface Known {
  readonly service: ServicePage;
  /** A draft of this service that was begun before. */
  readonly begun: MineEntry | undefined;
}

/** `/services/:service/start`: where signing in comes back to. Asks for whom one applies, then opens the draft. */
export function StartPage() {
  return (
    <SignedIn>
      <Opened />
    </SignedIn>
  );
}

function Opened() {
  const { service = '' } = useParams<{ service: string }>();
  const { load, again } = useLoad<Known>(`start ${service}`, async (api, signal) => {
    const [about, mine] = await Promise.all([
      api.get<ServicePage>(`/services/${service}`, { open: true, signal }),
      api.get<Listed<MineEntry>>('/applications', { signal }),
    ]);
    if (!about.ok) return about;
    // without the list of what was begun one can begin all the same
    const begun = mine.ok
      ? mine.data.items.find((one) => one.kind === 'draft' && one.service === service)
      : undefined;
    return { ...about, data: { service: about.data, begun } };
  });
  return (
    <Loaded load={load} again={again}>
      {(known) => <Start {...known} />}
    </Loaded>
  );
}

function Start({ service, begun }: Known) {
  const t = useTexts(citizenTexts);
  const shell = useTexts(shellTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const api = useApi();
  const [, go] = useLocation();
  // the collection that the application is for, where one was chosen on the service's page
  const [collection] = useState(() => new URLSearchParams(location.search).get('collection'));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  // one key for one right: a press that is repeated opens the same draft
  const keys = useRef(new Map<Right, string>());
  const rights = rightsOf(service);
  const only = rights.length === 1 ? rights[0] : undefined;
  const asked = only === undefined || begun !== undefined || problem !== undefined;

  async function open(through: Right): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    const key = keys.current.get(through) ?? newKey();
    keys.current.set(through, key);
    const answer = await api.post<DraftView>(`/services/${service.id}/applications`, {
      key,
      body: { language, through, ...(collection ? { collection } : {}) },
    });
    setBusy(false);
    if (answer.ok) go(`/services/${service.id}/applications/${answer.data.id}/start`, { replace: true });
    else setProblem(answer.problem);
  }

  const begin = useRef(open);
  begin.current = open;
  useEffect(() => {
    // nothing to ask: the first page of the form is the next thing to see
    if (!asked && only && !keys.current.has(only)) void begin.current(only);
  }, [asked, only]);

  if (!asked) return <Loading label={shell('loading')} />;
  return (
    <Page
      title={t(only ? 'startTitle' : 'forTitle')}
      caption={read(service.title)}
      back={{ href: `/services/${service.id}` }}
    >
      {begun ? (
        <Notice title={t('begunTitle')}>
          <p>{t('begunText', { date: showInstant(begun.changedAt, language) })}</p>
          <p>
            <Link href={`/services/${service.id}/applications/${begun.id}/start`}>{t('begunGo')}</Link>
          </p>
        </Notice>
      ) : null}
      <CommandProblem problem={problem} />
      {only ? (
        <div className="k-actions">
          <Button busy={busy} onClick={() => void open(only)}>
            {t('startNew')}
          </Button>
        </div>
      ) : (
        <ForWhom service={service} busy={busy} onChosen={(right) => void open(right)} />
      )}
    </Page>
  );
}
