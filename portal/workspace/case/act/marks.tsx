import { PlaceName } from '#portal/shell/territories.tsx';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { isPlace, pagesOf } from '../../data/pages.ts';
import { showValue } from '../../data/show-value.ts';
import type { CaseView } from '../../view.ts';
import { Choice, Field, Group } from './fields.tsx';
import { actTexts } from './texts.ts';

/** Which fields are to be corrected, with a comment for each; only pages that the action may return. */
export function Marks({
  id,
  of,
  pages,
  marks,
  mistake,
  onChange,
}: {
  id: string;
  of: Pick<CaseView, 'frame' | 'form'>;
  /** Pages that may be marked; all of them where the definition does not say. */
  pages: readonly string[] | undefined;
  marks: Readonly<Record<string, string>>;
  mistake?: string | undefined;
  onChange: (marks: Readonly<Record<string, string>>) => void;
}) {
  const t = useTexts(actTexts);
  const { language } = useLanguage();
  const shown = pagesOf(of.frame, of.form, language).filter(
    (page) => pages === undefined || pages.includes(page.id),
  );
  const without = (pointer: string) =>
    Object.fromEntries(Object.entries(marks).filter(([at]) => at !== pointer));
  return (
    <Group id={id} legend={t('marks')} hint={t('marksHint')} mistake={mistake}>
      {shown.map((page) => (
        <details
          key={page.id}
          className="w-markpage"
          open={shown.length === 1 || page.rows.some((row) => row.pointer in marks)}
        >
          <summary>{page.title}</summary>
          {page.rows.map((row) => {
            // the page's own title stands above them all
            const field = row.titles.filter((title, n) => n > 0 || title !== page.title).join(' › ');
            const at = `${id}${row.pointer.replaceAll('/', '-')}`;
            return (
              <Choice
                key={row.pointer}
                type="checkbox"
                id={at}
                label={field}
                hint={isPlace(row) ? <PlaceName code={row.value} /> : showValue(row, language)}
                checked={row.pointer in marks}
                onChange={(on) => onChange(on ? { ...marks, [row.pointer]: '' } : without(row.pointer))}
              >
                <Field id={`${at}-say`} label={t('markSay', { field })}>
                  {() => (
                    <input
                      id={`${at}-say`}
                      className="k-input"
                      maxLength={500}
                      value={marks[row.pointer] ?? ''}
                      onChange={(event) => onChange({ ...marks, [row.pointer]: event.target.value })}
                    />
                  )}
                </Field>
              </Choice>
            );
          })}
        </details>
      ))}
    </Group>
  );
}
