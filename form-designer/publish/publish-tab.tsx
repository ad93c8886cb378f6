import { useEffect, useMemo, useState } from 'react';
import type {
  DefinitionLine,
  Listed,
  PublicationView,
  PublishAnswer,
  PublishedDefinition,
} from '#core/api/types.ts';
import { difference } from '#core/definition/diff/index.ts';
import type { Problem } from '#core/definition/types.ts';
import { newKey } from '#portal/shell/api.ts';
import { useApi } from '#portal/shell/app.tsx';
import { useLoad } from '#portal/shell/load.ts';
import { CommandProblem, Loaded } from '#portal/shell/page.tsx';
import type { Problem as Failure } from '#portal/shell/problem.ts';
import { showInstant } from '#portal/theme/dates.ts';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { Loading } from '#portal/theme/parts/waiting.tsx';
import { type Json, objectOf } from '../commands/json.ts';
import { useDesign, useKept } from '../design.tsx';
import { useLibrary } from '../library.tsx';
import { OpenCases } from '../migration/open-cases.tsx';
import type { Checked, Scenarios } from '../problems/use-check.ts';
import { ExampleResults, useTried } from '../try/examples.tsx';
import { useExamples } from '../try/kept-examples.ts';
import { Changes } from './changes.tsx';
import { exampleChanges } from './example-changes.ts';
import { Moving } from './moving.tsx';
import { Acts, Steps } from './steps.tsx';
import { publishTexts } from './texts.ts';
import { Versions } from './versions.tsx';

/** How often it is looked whether the new version runs, ms. */
const LOOK = 1000;

/** What is published and what runs, what would change, and the step itself. */
export function PublishTab({
  problems,
  play,
}: {
  problems: readonly Problem[] | undefined;
  play: Checked['play'];
}) {
  const t = useTexts(publishTexts);
  const { keeper } = useDesign();
  const { kind, id } = keeper;
  const { load, again } = useLoad<Published>(`published/${kind}/${id}`, async (api, signal) => {
    const list = await api.get<Listed<DefinitionLine>>('/definitions', { signal });
    if (!list.ok) return list;
    const line = list.data.items.find((one) => one.kind === kind && one.id === id);
    // of a service the version that runs may have come with the code
    const runs = kind === 'service' ? (line?.live?.version ?? 0) : 0;
    const version = Math.max(line?.published?.version ?? 0, runs);
    if (version === 0) return { ...list, data: { line } };
    const last = await api.get<PublishedDefinition>(`/definitions/${kind}/${id}/versions/${version}`, {
      signal,
    });
    if (!last.ok) return last;
    const { source, scenarios = {} } = last.data;
    return { ...last, data: { line, source, version, frozen: scenarios as Scenarios } };
  });
  return (
    <div className="d-one">
      <h2 className="k-h2">{t('title')}</h2>
      <Loaded load={load} again={again}>
        {(found) => <Publishing {...found} problems={problems} play={play} again={again} />}
      </Loaded>
    </div>
  );
}

interface Published {
  readonly line?: DefinitionLine | undefined;
  /** The newest version, published here or come with the code; absent where there is none. */
  readonly version?: number | undefined;
  /** As it was written. */
  readonly source?: unknown;
  /** The examples frozen with it. */
  readonly frozen?: Scenarios;
}

function Publishing({
  line,
  version,
  source,
  frozen,
  problems,
  play,
  again,
}: Published & { problems: readonly Problem[] | undefined; play: Checked['play']; again: () => void }) {
  const t = useTexts(publishTexts);
  const api = useApi();
  const { keeper, definition } = useDesign();
  const kept = useKept();
  const { library, again: renew } = useLibrary();
  const [failure, setFailure] = useState<Failure>();
  const [done, setDone] = useState<PublishAnswer>();
  const [busy, setBusy] = useState(false);
  const { kind, id } = keeper;
  const published = line?.published?.version;
  const live = line?.live?.version ?? 0;
  const agency = kind === 'agency' ? id : String(objectOf(definition).agency ?? '');
  const mayPublish = library.publishes.includes(agency);
  const publication = useLoad(mayPublish ? `publication/${kind}/${id}/${kept.etag}` : null, (from, signal) =>
    from.get<PublicationView>(`/definitions/${kind}/${id}/publication`, { signal }),
  );
  const view = publication.load.is === 'ready' ? publication.load.data : undefined;
  const mistakes = problems?.filter(({ severity }) => severity === 'mistake').length ?? 0;
  const changed = useMemo(
    () => (source === undefined ? undefined : difference(source, definition)),
    [source, definition],
  );
  // what was just published may not be in the list yet
  const newest = Math.max(published ?? 0, done?.version ?? 0);
  const behind = kind === 'service' && live < newest;

  // what was published is live soon on one machine; the page says so by itself
  useEffect(() => {
    if (!done || !behind) return undefined;
    const timer = setTimeout(again, LOOK);
    return () => clearTimeout(timer);
  });

  async function publish(): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    await keeper.save();
    const answer = await api.post<PublishAnswer>(`/definitions/${kind}/${id}/publish`, {
      ifMatch: keeper.state().etag,
      key: newKey(),
    });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.problem);
    setDone(answer.data);
    again();
    publication.again();
    renew();
  }

  const sound = problems !== undefined && mistakes === 0;
  const { scenarios, tried } = useScenarios(kind, id, play, sound);
  const examples = frozen && scenarios ? exampleChanges(frozen, scenarios) : [];
  const differs = !changed || changed.changes.length + examples.length > 0;
  const holds = kind !== 'service' || tried?.every((one) => one.problems.length === 0) === true;
  const ready = mayPublish && sound && holds && kept.conflicts.length === 0;
  return (
    <>
      <Standing line={line} />
      <Done done={done} newest={newest} live={live} />
      <CommandProblem problem={failure} />
      {changed && version !== undefined ? (
        <section>
          <h3 className="k-h3">{t('changes')}</h3>
          <Changes difference={changed} examples={examples} version={version} />
        </section>
      ) : null}
      {kind === 'service' ? (
        <Cases
          line={line}
          source={source}
          version={version}
          sound={problems !== undefined && mistakes === 0}
        />
      ) : null}
      <Examples scenarios={scenarios} tried={tried} />
      {published === undefined ? null : <Versions last={published} />}
      <Acts acts={view?.acts ?? []} />
      <Hindrances {...{ problems, mistakes, mayPublish, holds: !sound || tried === undefined || holds }} />
      {mayPublish ? (
        <Steps
          view={view}
          ready={ready && differs}
          version={Math.max(newest, live) + 1}
          publish={() => void publish()}
          busy={busy}
          again={publication.again}
        />
      ) : null}
    </>
  );
}

/** What publishing came to, and whether it is live yet. */
function Done({ done, newest, live }: { done: PublishAnswer | undefined; newest: number; live: number }) {
  const t = useTexts(publishTexts);
  const { keeper } = useDesign();
  const isService = keeper.kind === 'service';
  const behind = isService && live < newest;
  return (
    <>
      {behind ? <Notice title={t('waiting', { version: newest, live: live || '—' })} /> : null}
      {done ? (
        <Notice kind="success" title={t(done.changed ? 'done' : 'same', { version: done.version })}>
          {done.changed ? <p>{t('doneText')}</p> : null}
          {isService && !behind ? (
            <p>
              {t('liveNow', { version: done.version })} <a href={`/services/${keeper.id}`}>{t('see')}</a>
            </p>
          ) : null}
        </Notice>
      ) : null}
    </>
  );
}

/** The scenarios that publishing plays, with their results. */
function Examples({ scenarios = {}, tried }: ReturnType<typeof useScenarios>) {
  const t = useTexts(publishTexts);
  if (Object.keys(scenarios).length === 0) return null;
  return (
    <section>
      <h3 className="k-h3">{t('scenarios')}</h3>
      <ExampleResults scenarios={scenarios} tried={tried} />
    </section>
  );
}

/** The scenarios that publishing plays, and how they go; of another kind than a service there are none. */
function useScenarios(kind: string, id: string, play: Checked['play'], sound: boolean) {
  const { kept } = useExamples(kind === 'service' ? id : null);
  const tried = useTried(play, kept?.scenarios, sound);
  return { scenarios: kept?.scenarios, tried };
}

/** What becomes of open cases: beforehand by their states, and once the new version runs, of each that is open. */
function Cases({ line, source, version, sound }: Published & { sound: boolean }) {
  const { keeper, definition } = useDesign();
  const { library } = useLibrary();
  const mayPublish = library.publishes.includes(String(objectOf(definition).agency ?? ''));
  return (
    <>
      <OpenCases source={source as Json | undefined} version={version} sound={sound} />
      {mayPublish && line?.live ? <Moving service={keeper.id} version={line.live.version ?? 0} /> : null}
    </>
  );
}

/** What is published and what runs, in two lines. */
function Standing({ line }: { line: DefinitionLine | undefined }) {
  const t = useTexts(publishTexts);
  const { language } = useLanguage();
  const { keeper } = useDesign();
  const { published, live } = line ?? {};
  return (
    <ul className="k-list">
      <li>
        {published
          ? t('last', {
              version: published.version,
              at: showInstant(published.at, language),
              by: published.by,
            })
          : live?.version
            ? t('withCode', { version: live.version })
            : t('first')}
      </li>
      {keeper.kind === 'service' ? (
        <li>
          {live === undefined
            ? t('notLive')
            : live.version
              ? t('running', { version: live.version })
              : t('runningCopy')}
        </li>
      ) : null}
    </ul>
  );
}

/** Why it cannot be published yet. */
function Hindrances({
  problems,
  mistakes,
  mayPublish,
  holds,
}: {
  problems: readonly Problem[] | undefined;
  mistakes: number;
  mayPublish: boolean;
  holds: boolean;
}) {
  const t = useTexts(publishTexts);
  const { goTo } = useDesign();
  return (
    <>
      {problems === undefined ? <Loading label={t('checking')} /> : null}
      {mistakes > 0 ? (
        <Notice kind="warning" title={t('mistakes', { count: mistakes })}>
          <Button kind="secondary" onClick={() => goTo({ tab: 'problems' })}>
            {t('toProblems')}
          </Button>
        </Notice>
      ) : null}
      {holds ? null : (
        <Notice kind="warning" title={t('scenariosFail')}>
          <Button kind="secondary" onClick={() => goTo({ tab: 'try' })}>
            {t('toScenarios')}
          </Button>
        </Notice>
      )}
      {mayPublish ? null : <Notice title={t('notYours')} />}
    </>
  );
}
