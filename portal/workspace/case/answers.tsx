import { under } from '#core/form/pointer.ts';
import { PlaceName } from '#portal/shell/territories.tsx';
import { showInstant } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { SummaryList } from '#portal/theme/parts/summary-list.tsx';
import { Tag } from '#portal/theme/parts/tag.tsx';
import { isPlace, pagesOf } from '../data/pages.ts';
import { showValue } from '../data/show-value.ts';
import type { AnswerView, CaseView } from '../view.ts';
import { caseTexts } from './texts.ts';

function Answer({ of }: { of: AnswerView }) {
  const t = useTexts(caseTexts);
  const { language } = useLanguage();
  const read = useLocalised();
  const result =
    typeof of.result === 'object' && of.result !== null && !Array.isArray(of.result) ? of.result : {};
  const { found } = result;
  // whether it was found is said beside the title; each other name is as the registry's definition has it
  const names = Object.keys(result).filter((name) => name !== 'found');
  const fields = names.map((name) => under('', name));
  const frame = { schema: {}, ...of.frame, pages: [{ id: of.as, title: {}, fields }] };
  const [page] = pagesOf(frame, result, language);
  return (
    <section className="w-answer">
      <h3 className="k-h3">
        {read(of.title) || of.as} {found === true ? <Tag kind="good">{t('found')}</Tag> : null}
        {found === false ? <Tag kind="bad">{t('notFound')}</Tag> : null}
      </h3>
      {of.at ? <p className="k-soft">{showInstant(of.at, language)}</p> : null}
      {of.failed === undefined ? (
        <SummaryList
          rows={(page?.rows ?? []).map((row) => ({
            key: row.pointer,
            term: row.titles.join(' › '),
            value: isPlace(row) ? <PlaceName code={row.value} /> : showValue(row, language),
          }))}
        />
      ) : (
        <p>{t('answerFailed', { why: of.failed })}</p>
      )}
    </section>
  );
}

/** What other systems answered. */
export function CaseAnswers({ of }: { of: CaseView }) {
  const t = useTexts(caseTexts);
  if (of.answers.length === 0) return <p className="k-soft">{t('noAnswers')}</p>;
  return of.answers.map((answer) => <Answer key={answer.as} of={answer} />);
}
