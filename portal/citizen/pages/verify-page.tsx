import { useState } from 'react';
import type { VerifyAnswer } from '#core/api/types.ts';
import { useApi } from '#portal/shell/app.tsx';
import { useLoad } from '#portal/shell/load.ts';
import { CommandProblem, Loaded, Page } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { useParams } from '#portal/shell/router.ts';
import { PlaceName } from '#portal/shell/territories.tsx';
import { showDay } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { SummaryList } from '#portal/theme/parts/summary-list.tsx';
import { sha256 } from '../draft/upload.ts';
import { citizenTexts } from '../texts.ts';

/** A code of the KATOTTG, which people read as names. */
const PLACE = /^UA\d{17}$/;

const kinds = {
  valid: { notice: 'success', text: 'verifyValid' },
  revoked: { notice: 'error', text: 'verifyRevoked' },
  suspended: { notice: 'warning', text: 'verifySuspended' },
  expired: { notice: 'warning', text: 'verifyExpired' },
} as const;

/** `/verify/:document`: where the QR code of a document leads: is it genuine, and what does it say. */
export function VerifyPage() {
  const t = useTexts(citizenTexts);
  const { document = '' } = useParams<{ document: string }>();
  const { load, again } = useLoad<VerifyAnswer>(`verify ${document}`, (api, signal) =>
    api.get(`/verify/${encodeURIComponent(document)}`, { open: true, signal }),
  );
  if (load.is === 'failed' && (load.problem.status === 404 || load.problem.status === 400))
    return (
      <Page title={t('verifyTitle')}>
        <Notice kind="error" title={t('verifyUnknown')}>
          <p>{t('verifyUnknownText')}</p>
        </Notice>
      </Page>
    );
  return (
    <Loaded load={load} again={again}>
      {(answer) => <Verified answer={answer} document={document} />}
    </Loaded>
  );
}

function Verified({ answer, document }: { answer: VerifyAnswer; document: string }) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { notice, text } = kinds[answer.state] ?? kinds.revoked;
  return (
    <Page title={t('verifyTitle')}>
      <Notice kind={notice} title={t(text)} />
      <SummaryList
        rows={[
          { key: 'kind', term: t('verifyKind'), value: read(answer.title) },
          ...(answer.number ? [{ key: 'number', term: t('verifyNumber'), value: answer.number }] : []),
          { key: 'issued', term: t('verifyIssued'), value: showDay(answer.issuedAt, language) },
          ...(answer.agency ? [{ key: 'by', term: t('verifyBy'), value: read(answer.agency) }] : []),
          ...(answer.validUntil
            ? [{ key: 'until', term: t('verifyUntil'), value: showDay(answer.validUntil, language) }]
            : []),
          ...(answer.revokedAt
            ? [{ key: 'revoked', term: t('verifyRevokedAt'), value: showDay(answer.revokedAt, language) }]
            : []),
          ...(answer.shows ?? []).map((field, n) => ({
            key: `field${n}`,
            term: read(field.title),
            value: PLACE.test(read(field.value)) ? <PlaceName code={read(field.value)} /> : read(field.value),
          })),
        ]}
      />
      <p className="k-soft k-after">{t('verifyCompare')}</p>
      <CompareFile document={document} />
    </Page>
  );
}

/** Is this very file the document? Only its hash leaves the device. */
function CompareFile({ document }: { document: string }) {
  const t = useTexts(citizenTexts);
  const api = useApi();
  const [same, setSame] = useState<boolean | undefined>();
  const [problem, setProblem] = useState<Problem | undefined>();

  async function compare(file: File): Promise<void> {
    setSame(undefined);
    setProblem(undefined);
    const answer = await api.get<VerifyAnswer>(`/verify/${encodeURIComponent(document)}`, {
      open: true,
      query: { sha256: await sha256(file) },
    });
    if (answer.ok) setSame(answer.data.same === true);
    else setProblem(answer.problem);
  }

  return (
    <section className="k-after">
      <h2 className="k-h2">{t('verifyFileTitle')}</h2>
      <p className="k-hint" id="compare-hint">
        {t('verifyFileHint')}
      </p>
      <label className="k-drop">
        <input
          type="file"
          accept="application/pdf,.pdf"
          aria-describedby="compare-hint"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void compare(file);
          }}
        />
        <span className="k-button k-button--secondary">{t('verifyFilePick')}</span>
      </label>
      <div className="k-after">
        <CommandProblem problem={problem} />
        {same === undefined ? null : (
          <Notice kind={same ? 'success' : 'error'} title={t(same ? 'verifySame' : 'verifyOther')} />
        )}
      </div>
    </section>
  );
}
