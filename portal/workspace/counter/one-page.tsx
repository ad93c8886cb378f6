import { useMemo, useState } from 'react';
import type { ServicePage } from '#core/api/types.ts';
import type { FieldProblem, ResolvedPage } from '#core/form/types.ts';
import { Page } from '#portal/shell/page.tsx';
import { useTerritories } from '#portal/shell/territories.tsx';
import { KladkaForm } from '#portal/theme/form/kladka-form.tsx';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { counterTexts } from './texts.ts';

/** One page of the service's form, filled in by the clerk. */
export function OnePage({
  service,
  page,
  data,
  problemsOf,
  onChange,
  onBack,
  onNext,
}: {
  service: ServicePage;
  page: ResolvedPage;
  data: Record<string, unknown>;
  problemsOf: (fields: readonly string[]) => FieldProblem[];
  onChange: (data: Record<string, unknown>) => void;
  onBack: () => void;
  onNext: () => void;
}) {
  const t = useTexts(counterTexts);
  const read = useLocalised();
  const territories = useTerritories();
  const [attempt, setAttempt] = useState(0);
  const heading = read(page.title);
  const context = useMemo(() => ({ heading, territories }), [heading, territories]);
  const problems = attempt > 0 ? problemsOf(page.fields) : [];
  return (
    <Page title={heading} caption={read(service.title)}>
      <KladkaForm
        form={service.form}
        data={data}
        fields={page.fields}
        problems={problems}
        attempt={attempt}
        context={context}
        onChange={onChange}
        onSubmit={() => {
          if (problemsOf(page.fields).length > 0) setAttempt(attempt + 1);
          else onNext();
        }}
      >
        <div className="k-actions">
          <Button type="submit">{t('next')}</Button>
          <Button kind="plain" onClick={onBack}>
            {t('back')}
          </Button>
        </div>
      </KladkaForm>
    </Page>
  );
}
