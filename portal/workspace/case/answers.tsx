import type { Json } from '#core/form/types.ts';
import { showInstant } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { SummaryList } from '#portal/theme/parts/summary-list.tsx';
import { Tag } from '#portal/theme/parts/tag.tsx';
import type { AnswerView, CaseView } from '../view.ts';
import { caseTexts } from './texts.ts';

/** An answer flattened to lines: registries differ, so every value is shown under its own name. */
function lines(value: Json, at = ''): { name: string; value: string }[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, n) => lines(item, `${at} ${n + 1}`.trim()));
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, inner]) => lines(inner, at ? `${at} › ${name}` : name));
  return [{ name: at, value: String(value) }];
}

function Answer({ of }: { of: AnswerView }) {
  const t = useTexts(caseTexts);
  const { language } = useLanguage();
  const read = useLocalised();
  const result = of.result as { readonly found?: unknown } | null | undefined;
  const found = typeof result === 'object' && result !== null ? result.found : undefined;
  return (
    <section className="w-answer">
      <h3 className="k-h3">
        {read(of.title) || of.as} {found === true ? <Tag kind="good">{t('found')}</Tag> : null}
        {found === false ? <Tag kind="bad">{t('notFound')}</Tag> : null}
      </h3>
      {of.at ? <p className="k-soft">{showInstant(of.at, language)}</p> : null}
      {of.failed === undefined ? (
        <SummaryList
          rows={lines(of.result ?? null)
            .filter((line) => line.name !== 'found')
            .map((line) => ({ key: line.name, term: line.name, value: line.value }))}
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
