import { showInstant } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Timeline } from '#portal/theme/parts/timeline.tsx';
import type { CaseView } from '../view.ts';
import { caseTexts } from './texts.ts';

/** What happened in the case, newest first. */
export function CaseHistory({ of }: { of: CaseView }) {
  const t = useTexts(caseTexts);
  const { language } = useLanguage();
  const read = useLocalised();
  if (of.history.length === 0) return <p className="k-soft">{t('noHistory')}</p>;
  return (
    <Timeline
      entries={[...of.history].reverse().map((event, n) => ({
        key: String(event.seq),
        title: read(event.title),
        iso: event.at,
        at: event.by ? `${showInstant(event.at, language)}, ${event.by}` : showInstant(event.at, language),
        now: n === 0 && of.outcome === undefined,
        ...(event.text ? { body: <p>{event.text}</p> } : {}),
      }))}
    />
  );
}
