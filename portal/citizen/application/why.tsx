import type { ApplicationView } from '#core/api/types.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { SummaryList } from '#portal/theme/parts/summary-list.tsx';
import { citizenTexts } from '../texts.ts';

/** Why it was decided so: each ground with its act of law and what can be done about it, and the officer's own words. */
export function Why({ view: { outcome } }: { view: Pick<ApplicationView, 'outcome'> }) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  if (!outcome?.why) return null;
  const { grounds = [], explain, reason } = outcome.why;
  return (
    <>
      <h2 className="k-h2">{t('whyTitle')}</h2>
      <SummaryList
        rows={[
          ...grounds.flatMap(({ id, title, act, mend }) => [
            {
              key: id,
              term: t('whyGround'),
              value: (
                <>
                  <p>{read(title)}</p>
                  <p className="k-soft">{act}</p>
                </>
              ),
            },
            ...(mend ? [{ key: `${id}-mend`, term: t('whyMend'), value: read(mend) }] : []),
          ]),
          ...(explain ? [{ key: 'explain', term: t('whyExplain'), value: explain }] : []),
          ...(reason ? [{ key: 'reason', term: t('whyReason'), value: reason }] : []),
        ]}
      />
    </>
  );
}
