import { showDay } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Tag } from '#portal/theme/parts/tag.tsx';
import { distance, urgency } from '../deadline.ts';
import type { CaseView } from '../view.ts';
import { caseTexts } from './texts.ts';

/** The term in law for the whole case: running, paused, passed, or over. */
export function Clock({
  of,
  now,
}: {
  of: Pick<CaseView, 'term' | 'outcome' | 'revoked' | 'suspended'>;
  now: number;
}) {
  const t = useTexts(caseTexts);
  const { language } = useLanguage();
  const read = useLocalised();
  const { term, outcome, revoked, suspended } = of;
  if (outcome)
    return (
      <div className="w-clock">
        <Tag kind={outcome.kind === 'granted' ? 'good' : outcome.kind === 'refused' ? 'bad' : 'neutral'}>
          {read(outcome.title)}
        </Tag>
        <p>{t('ended', { at: showDay(outcome.at, language) })}</p>
        {revoked ? <Tag kind="bad">{t('revokedAt', { at: showDay(revoked, language) })}</Tag> : null}
        {suspended && !revoked ? (
          <Tag kind="attention">{t('suspendedAt', { at: showDay(suspended, language) })}</Tag>
        ) : null}
      </div>
    );
  if (!term) return null;
  if (term.paused)
    return (
      <div className="w-clock">
        <Tag kind="waiting">{t('paused', { at: showDay(term.paused.since, language) })}</Tag>
        <p className="k-soft">{t('pausedHint')}</p>
      </div>
    );
  const kind = term.overdue ? 'late' : urgency(term.due, now);
  return (
    <div className="w-clock">
      <p>
        {t('decideBy')} <time dateTime={term.due}>{showDay(term.due, language)}</time>,{' '}
        {distance(term.due, now, language)}
      </p>
      {kind === 'late' ? <Tag kind="bad">{t('overdue')}</Tag> : null}
      {term.extended > 0 ? <p className="k-soft">{t('extended', { count: term.extended })}</p> : null}
    </div>
  );
}
