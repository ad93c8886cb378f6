import { PlaceName } from '#portal/shell/territories.tsx';
import { showInstant } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { SummaryList, type SummaryRow } from '#portal/theme/parts/summary-list.tsx';
import { Tag } from '#portal/theme/parts/tag.tsx';
import { type FieldPage, type FieldRow, isPlace, pagesOf, rowAt } from '../data/pages.ts';
import { showValue } from '../data/show-value.ts';
import type { CaseView, ChangeView } from '../view.ts';
import { caseTexts } from './texts.ts';

/** Rows of one group of the form, under the titles that lead to it. */
interface RowGroup {
  readonly title: string;
  readonly rows: FieldRow[];
}

/** Rows that follow each other in the same group, so that its title is said once. */
function grouped(page: FieldPage): RowGroup[] {
  const groups: RowGroup[] = [];
  for (const row of page.rows) {
    const titles = row.titles.slice(0, -1);
    const title = titles[0] === page.title ? titles.slice(1).join(' › ') : titles.join(' › ');
    const last = groups.at(-1);
    if (last?.title === title) last.rows.push(row);
    else groups.push({ title, rows: [row] });
  }
  return groups;
}

/** The last change of a field, if it was changed after it was submitted. */
function changeOf(changes: readonly ChangeView[], pointer: string): ChangeView | undefined {
  return changes.findLast((one) => one.pointer === pointer);
}

/** What was entered, page by page, as far as this officer sees it; old values beside new ones. */
export function CaseData({ of }: { of: CaseView }) {
  const t = useTexts(caseTexts);
  const { language } = useLanguage();
  const read = useLocalised();
  const pages = pagesOf(of.frame, of.form, language);
  if (pages.length === 0) return <p className="k-soft">{t('noData')}</p>;

  const rowOf = (row: FieldRow): SummaryRow => {
    const change = changeOf(of.changes, row.pointer);
    const mark = of.marks.find((one) => one.pointer === row.pointer);
    const other = of.differences?.find((one) => one.pointer === row.pointer);
    const was = change && showValue(rowAt(of.frame, row.pointer, change.from, language), language);
    return {
      key: row.pointer,
      term: row.titles.at(-1) ?? '',
      value: (
        <>
          {isPlace(row) ? <PlaceName code={row.value} /> : showValue(row, language)}
          {change ? (
            <span className="k-soft w-changed">
              {change.by ? `${change.by}, ` : ''}
              {showInstant(change.at, language)}
            </span>
          ) : null}
          {other ? (
            <span className="w-marked" data-differs={row.pointer}>
              <Tag kind="attention">{t('differs')}</Tag>{' '}
              {t('differsFrom', {
                registry: read(other.registry),
                value: showValue(rowAt(of.frame, row.pointer, other.found, language), language),
              })}
            </span>
          ) : null}
          {mark ? (
            <span className="w-marked">
              <Tag kind="attention">{t('marked')}</Tag> {mark.say ?? ''}
            </span>
          ) : null}
        </>
      ),
      ...(was === undefined
        ? {}
        : {
            was: (
              <>
                <span className="k-hidden">{t('was')} </span>
                {was}
              </>
            ),
          }),
    };
  };

  return pages.map((page) => (
    <section key={page.id} aria-labelledby={`page-${page.id}`}>
      <h3 className="k-h3" id={`page-${page.id}`}>
        {page.title}
      </h3>
      {grouped(page).map((group) => (
        <div key={group.rows[0]?.pointer} className="w-group">
          {group.title ? <h4 className="w-group__title">{group.title}</h4> : null}
          <SummaryList rows={group.rows.map(rowOf)} />
        </div>
      ))}
    </section>
  ));
}
