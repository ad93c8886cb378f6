import type { ApplicationView } from '#core/api/types.ts';
import { showDay } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Tag } from '#portal/theme/parts/tag.tsx';
import { outcomeKey, outcomeTag } from '../outcome.ts';
import { citizenTexts } from '../texts.ts';

/** How an application stands, for whom it was made, and what its outcome means. */
export function Standing({ view }: { view: ApplicationView }) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const outcome = outcomeKey(view.outcome?.kind);
  const { represented, revoked, suspended } = view;
  return (
    <>
      <p className="k-standing">
        {revoked ? (
          <Tag kind="bad">{t('revoked')}</Tag>
        ) : suspended ? (
          <>
            {outcome ? <Tag kind={outcomeTag(view.outcome?.kind)}>{t(outcome)}</Tag> : null}{' '}
            <Tag kind="attention">{t('suspendedNow')}</Tag>
          </>
        ) : outcome ? (
          <Tag kind={outcomeTag(view.outcome?.kind)}>{t(outcome)}</Tag>
        ) : view.waiting ? (
          <Tag kind="attention">{t('needsYou')}</Tag>
        ) : (
          <Tag kind="waiting">{read(view.state?.title) || t('open')}</Tag>
        )}
      </p>
      {represented && represented.through !== 'self' ? (
        <p>{t('representedBy', { what: t(`for_${represented.through}`), name: represented.name })}</p>
      ) : null}
      {revoked ? <p className="k-lead">{t('revokedText', { date: showDay(revoked, language) })}</p> : null}
      {suspended && !revoked ? (
        <p className="k-lead">{t('suspendedText', { date: showDay(suspended, language) })}</p>
      ) : null}
      {view.outcome?.say && !revoked ? <p className="k-lead">{read(view.outcome.say)}</p> : null}
    </>
  );
}
