import { useLoad } from '#portal/shell/load.ts';
import { Loaded, Page } from '#portal/shell/page.tsx';
import { useParams } from '#portal/shell/router.ts';
import { showDay } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { SummaryList } from '#portal/theme/parts/summary-list.tsx';
import type { VerifyAnswer } from '../shapes.ts';
import { citizenTexts } from '../texts.ts';

const kinds = {
  valid: { notice: 'success', text: 'verifyValid' },
  revoked: { notice: 'error', text: 'verifyRevoked' },
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
      {(answer) => <Verified answer={answer} />}
    </Loaded>
  );
}

function Verified({ answer }: { answer: VerifyAnswer }) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { notice, text } = kinds[answer.status] ?? kinds.revoked;
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
          ...(answer.fields ?? []).map((field, n) => ({
            key: `field${n}`,
            term: read(field.title),
            value: field.value,
          })),
        ]}
      />
      <p className="k-soft k-after">{t('verifyCompare')}</p>
    </Page>
  );
}
