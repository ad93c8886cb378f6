import { useMemo } from 'react';
import { valueAt, withValue } from '#core/form/pointer.ts';
import type { FormDefinition, Json } from '#core/form/types.ts';
import { KladkaForm } from '#portal/theme/form/kladka-form.tsx';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { rowAt } from '../../data/pages.ts';
import { showValue } from '../../data/show-value.ts';
import type { CaseView } from '../../view.ts';
import { actTexts } from './texts.ts';

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** Fields of the application that the officer may correct themselves; the old value stays in sight. */
export function Edits({
  of,
  edits,
  changes,
  onChange,
}: {
  of: CaseView;
  edits: readonly string[];
  changes: Readonly<Record<string, Json>>;
  onChange: (changes: Readonly<Record<string, Json>>) => void;
}) {
  const t = useTexts(actTexts);
  const { language } = useLanguage();
  const form = useMemo<FormDefinition>(() => ({ ...of.frame }), [of.frame]);
  const data = useMemo(
    () => Object.entries(changes).reduce((all, [pointer, value]) => withValue(all, pointer, value), of.form),
    [of.form, changes],
  );
  const take = (next: unknown) =>
    onChange(
      Object.fromEntries(
        edits
          .map((pointer) => [pointer, (valueAt(next, pointer) ?? null) as Json] as const)
          .filter(([pointer, value]) => !same(value, valueAt(of.form, pointer))),
      ),
    );
  return (
    <details className="w-more" open={Object.keys(changes).length > 0}>
      <summary>{t('edits')}</summary>
      <p className="k-hint">{t('editsHint')}</p>
      <KladkaForm form={form} data={data} fields={edits} onChange={take} onSubmit={() => undefined}>
        {Object.keys(changes).map((pointer) => {
          const row = rowAt(of.frame, pointer, (valueAt(of.form, pointer) ?? null) as Json, language);
          return (
            <p key={pointer} className="k-soft">
              {row.titles.at(-1)}. {t('before', { value: showValue(row, language) })}
            </p>
          );
        })}
      </KladkaForm>
    </details>
  );
}
