import { showDay } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { SummaryList } from '#portal/theme/parts/summary-list.tsx';
import type { CaseView, PartyView } from '../view.ts';
import { caseTexts } from './texts.ts';

/** Everyone who acts for themselves in the case, and what each has answered. */
export function CaseParties({ of }: { of: CaseView }) {
  const t = useTexts(caseTexts);
  const { language } = useLanguage();
  const read = useLocalised();
  if (of.parties.length === 0) return <p className="k-soft">{t('noParties')}</p>;

  const stands = (party: PartyView): string => {
    if (party.answer) {
      const said = t('answered', { what: read(party.answer.title), at: showDay(party.answer.at, language) });
      return party.answer.reason ? `${said}: ${party.answer.reason}` : said;
    }
    if (!party.asked) return party.party === 'applicant' ? '' : t('notAsked');
    return party.due ? t('askedUntil', { at: showDay(party.due, language) }) : t('asked');
  };

  const acts = ({ representative, through }: PartyView): string =>
    representative === undefined || through === undefined || through === 'self'
      ? ''
      : t(`through_${through}`, { name: representative });

  return (
    <SummaryList
      rows={of.parties.map((party) => ({
        key: party.key,
        term: read(party.title),
        value: (
          <>
            {party.name ?? ''}{' '}
            <span className="k-soft">
              {[party.withheld ? t('withheld') : '', acts(party), stands(party)].filter(Boolean).join('. ')}
            </span>
          </>
        ),
      }))}
    />
  );
}
