import { useState } from 'react';
import type { Listed, MineEntry } from '#core/api/types.ts';
import { spokenReference } from '#core/case/reference.ts';
import { useApi } from '#portal/shell/app.tsx';
import { useLoad } from '#portal/shell/load.ts';
import { CommandProblem, Loaded, Page, SignedIn } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { Link } from '#portal/shell/router.ts';
import { showDay, showInstant } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Confirm } from '#portal/theme/parts/confirm.tsx';
import { Tag } from '#portal/theme/parts/tag.tsx';
import { Empty } from '#portal/theme/parts/waiting.tsx';
import { forgetLocal } from '../draft/local.ts';
import { outcomeKey, outcomeTag } from '../outcome.ts';
import { citizenTexts } from '../texts.ts';

/** `/applications`: what I began and what I sent, and where I am asked for something. */
export function MinePage() {
  return (
    <SignedIn>
      <Mine />
    </SignedIn>
  );
}

function Mine() {
  const t = useTexts(citizenTexts);
  const { load, again } = useLoad<Listed<MineEntry>>('mine', (api, signal) =>
    api.get('/applications', { signal }),
  );
  return (
    <Loaded load={load} again={again}>
      {(first) => (
        <Page title={t('mineTitle')}>
          <Entries first={first} again={again} />
        </Page>
      )}
    </Loaded>
  );
}

function Entries({ first, again }: { first: Listed<MineEntry>; again: () => void }) {
  const t = useTexts(citizenTexts);
  const api = useApi();
  const [more, setMore] = useState<Listed<MineEntry>>({ items: [] });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  const items = [...first.items, ...more.items];
  const cursor = more.items.length > 0 ? more.cursor : first.cursor;
  const drafts = items.filter((entry) => entry.kind === 'draft');
  const cases = items.filter((entry) => entry.kind === 'application');

  async function next(): Promise<void> {
    setBusy(true);
    const answer = await api.get<Listed<MineEntry>>('/applications', { query: { cursor } });
    setBusy(false);
    if (answer.ok) setMore({ ...answer.data, items: [...more.items, ...answer.data.items] });
    else setProblem(answer.problem);
  }

  if (items.length === 0)
    return (
      <Empty title={t('mineEmpty')}>
        <p>
          <Link href="/">{t('mineEmptyHint')}</Link>
        </p>
      </Empty>
    );
  return (
    <>
      <CommandProblem problem={problem} />
      {drafts.length > 0 ? (
        <section>
          <h2 className="k-h2">{t('drafts')}</h2>
          <ul className="k-stack">
            {drafts.map((entry) => (
              <Draft key={entry.id} entry={entry} gone={again} failed={setProblem} />
            ))}
          </ul>
        </section>
      ) : null}
      {cases.length > 0 ? (
        <section>
          <h2 className="k-h2">{t('cases')}</h2>
          <ul className="k-stack">
            {cases.map((entry) => (
              <Sent key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ) : null}
      {cursor ? (
        <div className="k-actions">
          <Button kind="secondary" busy={busy} onClick={() => void next()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Draft({
  entry,
  gone,
  failed,
}: {
  entry: MineEntry;
  gone: () => void;
  failed: (problem: Problem) => void;
}) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const api = useApi();
  const { language } = useLanguage();
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);

  async function remove(): Promise<void> {
    setBusy(true);
    const answer = await api.request('DELETE', `/services/${entry.service}/applications/${entry.id}`, {
      key: entry.id,
    });
    setBusy(false);
    setSure(false);
    if (!answer.ok) return failed(answer.problem);
    forgetLocal(entry.service, entry.id);
    gone();
  }

  return (
    <li className="k-card">
      <h3 className="k-card__title">
        <Link href={`/services/${entry.service}/applications/${entry.id}/start`}>{read(entry.title)}</Link>
      </h3>
      <p className="k-soft">{t('draftChanged', { date: showInstant(entry.changedAt, language) })}</p>
      <Button kind="plain" onClick={() => setSure(true)}>
        {t('removeDraft')}
      </Button>
      {sure ? (
        <Confirm
          title={t('removeDraftSure', { title: read(entry.title) })}
          yes={t('removeDraft')}
          no={t('cancel')}
          busy={busy}
          onNo={() => setSure(false)}
          onYes={() => void remove()}
        />
      ) : null}
    </li>
  );
}

function Sent({ entry }: { entry: MineEntry }) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const outcome = outcomeKey(entry.outcome);
  return (
    <li className="k-card k-card--link">
      <h3 className="k-card__title">
        <Link href={`/applications/${entry.service}/${entry.id}`}>{read(entry.title)}</Link>
      </h3>
      <p>
        {entry.waiting ? (
          <Tag kind="attention">{t('needsYou')}</Tag>
        ) : entry.revoked ? (
          <Tag kind="bad">{t('revoked')}</Tag>
        ) : outcome ? (
          <Tag kind={outcomeTag(entry.outcome)}>{t(outcome)}</Tag>
        ) : (
          <Tag kind="waiting">{read(entry.state) || t('open')}</Tag>
        )}
      </p>
      {entry.waiting && entry.due ? <p>{t('answerBy', { date: showDay(entry.due, language) })}</p> : null}
      <p className="k-card__foot">
        {entry.reference ? `${spokenReference(entry.reference)} · ` : ''}
        {t('changedAt', { date: showInstant(entry.changedAt, language) })}
      </p>
    </li>
  );
}
