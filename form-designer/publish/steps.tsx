import { useState } from 'react';
import type { PublicationView } from '#core/api/types.ts';
import { newKey } from '#portal/shell/api.ts';
import { useApi } from '#portal/shell/app.tsx';
import { CommandProblem } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { showInstant } from '#portal/theme/dates.ts';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { useDesign } from '../design.tsx';
import { Field } from '../parts/fields.tsx';
import { publishTexts } from './texts.ts';

/** The step that the caller may take: publish alone; propose; or, of what another proposed, publish it or give it back. */
export function Steps({
  view,
  ready,
  version,
  publish,
  busy,
  again,
}: {
  view: PublicationView | undefined;
  /** Whether nothing hinders it. */
  ready: boolean;
  version: number;
  publish: () => void;
  busy: boolean;
  again: () => void;
}) {
  const t = useTexts(publishTexts);
  const api = useApi();
  const { keeper } = useDesign();
  const [failure, setFailure] = useState<Problem>();
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const path = `/definitions/${keeper.kind}/${keeper.id}/publication`;
  const { proposal, persons } = view ?? {};
  const stands = proposal?.stands === true;

  async function run(work: () => ReturnType<typeof api.post>): Promise<void> {
    setAsking(true);
    const answer = await work();
    setAsking(false);
    setFailure(answer.ok ? undefined : answer.problem);
    if (answer.ok) setReason('');
    again();
  }
  const propose = () =>
    run(async () => {
      await keeper.save();
      return api.post(path, { ifMatch: keeper.state().etag, key: newKey() });
    });
  const giveBack = () =>
    run(() => api.post(`${path}/return`, { key: newKey(), body: { reason: reason.trim() } }));

  const isConfirmed = persons !== 'two' || (stands && proposal?.own === false);
  return (
    <div className="d-steps">
      {persons === 'two' ? <Proposal view={view} /> : null}
      <CommandProblem problem={failure} />
      <div className="k-actions">
        {isConfirmed ? (
          <Button busy={busy} disabled={!ready || view === undefined} onClick={publish}>
            {t('go', { version })}
          </Button>
        ) : stands ? null : (
          <Button busy={asking} disabled={!ready} onClick={() => void propose()}>
            {t('proposeVersion', { version })}
          </Button>
        )}
      </div>
      {persons === 'two' && stands ? (
        <>
          <Field
            label={t(proposal?.own ? 'whyTakeBack' : 'whyBack')}
            value={reason}
            rows={2}
            onChange={setReason}
          />
          <Button
            kind="secondary"
            busy={asking}
            disabled={reason.trim() === ''}
            onClick={() => void giveBack()}
          >
            {t(proposal?.own ? 'takeBack' : 'giveBack')}
          </Button>
        </>
      ) : null}
    </div>
  );
}

/** How it stands between the two: what is proposed and by whom, or why it was given back. */
function Proposal({ view }: { view: PublicationView | undefined }) {
  const t = useTexts(publishTexts);
  const { language } = useLanguage();
  const { proposal, acts: [last] = [] } = view ?? {};
  const words = proposal?.own ? 'publicationYours' : 'publicationOf';
  return (
    <>
      <p className="k-soft">{t('twoPublish')}</p>
      {proposal ? (
        <Notice
          kind={proposal.stands ? 'info' : 'warning'}
          title={t(proposal.stands ? words : 'proposalFell', {
            by: proposal.by,
            at: showInstant(proposal.at, language),
          })}
        />
      ) : null}
      {last?.what === 'returned' ? (
        <Notice kind="warning" title={t('givenBack', { by: last.by, at: showInstant(last.at, language) })}>
          <p>{last.reason}</p>
        </Notice>
      ) : null}
    </>
  );
}

/** Who proposed, gave back and published, the latest first. */
export function Acts({ acts }: { acts: PublicationView['acts'] }) {
  const t = useTexts(publishTexts);
  const { language } = useLanguage();
  if (acts.length === 0) return null;
  const words = { proposed: 'actProposed', returned: 'actReturned', published: 'actPublished' } as const;
  return (
    <details className="d-entry">
      <summary>{t('acts')}</summary>
      <ul className="k-list">
        {acts.map(({ what, by, at, version = 0, reason }) => (
          <li key={`${at} ${what}`}>
            {t(words[what], { by, at: showInstant(at, language), version })}
            {reason ? ` ${reason}` : ''}
          </li>
        ))}
      </ul>
    </details>
  );
}
