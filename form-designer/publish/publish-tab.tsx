import { useEffect, useState } from 'react';
import type { DefinitionLine, Listed, PublishAnswer, PublishedDefinition } from '#core/api/types.ts';
import type { Problem } from '#core/definition/types.ts';
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
import { useDesign } from '../design.tsx';
import { useLibrary } from '../library.tsx';
import { Changes } from './changes.tsx';
import { publishTexts } from './texts.ts';

/** How often it is looked whether the new version runs, ms. */
const LOOK = 1000;

/** What is published and what runs, what would change, and the step itself. */
export function PublishTab({ problems }: { problems: readonly Problem[] | undefined }) {
  const t = useTexts(publishTexts);
  const { keeper } = useDesign();
  const { load, again } = useLoad(`published/${keeper.kind}/${keeper.id}`, (api, signal) =>
    api.get<Listed<DefinitionLine>>('/definitions', { signal }),
  );
  return (
    <div className="d-one">
      <h2 className="k-h2">{t('title')}</h2>
      <Loaded load={load} again={again}>
        {({ items }) => {
          const line = items.find(({ kind, id }) => kind === keeper.kind && id === keeper.id);
          return <Publishing line={line} problems={problems} again={again} />;
        }}
      </Loaded>
    </div>
  );
}

function Publishing({
  line,
  problems,
  again,
}: {
  line: DefinitionLine | undefined;
  problems: readonly Problem[] | undefined;
  again: () => void;
}) {
  const t = useTexts(publishTexts);
  const { language } = useLanguage();
  const api = useApi();
  const { keeper, definition, kept, goTo } = useDesign();
  const { library, again: renew } = useLibrary();
  const [failure, setFailure] = useState<Failure>();
  const [done, setDone] = useState<PublishAnswer>();
  const [busy, setBusy] = useState(false);
  const { kind, id } = keeper;
  const published = line?.published;
  const live = line?.live;
  const agency = kind === 'agency' ? id : String(objectOf(definition).agency ?? '');
  const mayPublish = library.publishes.includes(agency);
  const mistakes = problems?.filter(({ severity }) => severity === 'mistake').length ?? 0;
  const next = Math.max(published?.version ?? 0, live?.version ?? 0) + 1;
  // what was just published may not be in the list yet
  const newest = Math.max(published?.version ?? 0, done?.version ?? 0);
  const behind = kind === 'service' && (live?.version ?? 0) < newest;

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
    });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.problem);
    setDone(answer.data);
    again();
    renew();
  }

  return (
    <>
      <ul className="k-list">
        <li>
          {published
            ? t('last', {
                version: published.version,
                at: showInstant(published.at, language),
                by: published.by,
              })
            : t('first')}
        </li>
        {kind === 'service' ? (
          <li>
            {live === undefined
              ? t('notLive')
              : live.version
                ? t('running', { version: live.version })
                : t('runningCopy')}
          </li>
        ) : null}
      </ul>
      {behind ? <Notice title={t('waiting', { version: newest, live: live?.version || '—' })} /> : null}
      {done ? (
        <Notice kind="success" title={t(done.changed ? 'done' : 'same', { version: done.version })}>
          {done.changed ? <p>{t('doneText')}</p> : null}
          {kind === 'service' && !behind ? (
            <p>
              {t('liveNow', { version: done.version })} <a href={`/services/${id}`}>{t('see')}</a>
            </p>
          ) : null}
        </Notice>
      ) : null}
      <CommandProblem problem={failure} />
      <Difference version={published?.version} definition={definition} />
      {kind === 'service' ? <p className="k-soft">{t('open')}</p> : null}
      {problems === undefined ? <Loading label={t('checking')} /> : null}
      {mistakes > 0 ? (
        <Notice kind="warning" title={t('mistakes', { count: mistakes })}>
          <Button kind="secondary" onClick={() => goTo({ tab: 'problems' })}>
            {t('toProblems')}
          </Button>
        </Notice>
      ) : null}
      {mayPublish ? null : <Notice title={t('notYours')} />}
      <div className="k-actions">
        <Button
          busy={busy}
          disabled={!mayPublish || problems === undefined || mistakes > 0 || kept.conflicts.length > 0}
          onClick={() => void publish()}
        >
          {t('go', { version: next })}
        </Button>
      </div>
    </>
  );
}

function Difference({ version, definition }: { version: number | undefined; definition: Json }) {
  const t = useTexts(publishTexts);
  const { keeper } = useDesign();
  const { load, again } = useLoad(
    version === undefined ? null : `version/${keeper.kind}/${keeper.id}/${version}`,
    (api, signal) =>
      api.get<PublishedDefinition>(`/definitions/${keeper.kind}/${keeper.id}/versions/${version}`, {
        signal,
      }),
  );
  if (version === undefined) return null;
  return (
    <section>
      <h3 className="k-h3">{t('changes')}</h3>
      <Loaded load={load} again={again}>
        {({ source }) => <Changes before={source as Json} after={definition} version={version} />}
      </Loaded>
    </section>
  );
}
