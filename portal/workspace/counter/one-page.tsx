import { useMemo, useState } from 'react';
import type { ServicePage } from '#core/api/types.ts';
import { schemaAt } from '#core/form/flatten.ts';
import { withValue } from '#core/form/pointer.ts';
import type { ResolvedPage } from '#core/form/types.ts';
import * as whole from '#core/form/whole.ts';
import { Page } from '#portal/shell/page.tsx';
import { useTerritories } from '#portal/shell/territories.tsx';
import { KladkaForm } from '#portal/theme/form/kladka-form.tsx';
import { LookupLines } from '#portal/theme/form/lookup-lines.tsx';
import { showValue } from '#portal/theme/form/show-value.ts';
import type { Looked } from '#portal/theme/form/use-lookups.ts';
import { useOffers } from '#portal/theme/form/use-offers.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import type { Filled } from './filled.ts';
import { counterTexts } from './texts.ts';

/** One page of the service's form, filled in by the clerk. */
export function OnePage({
  service,
  page,
  made,
  looked,
  again,
  onChange,
  onBack,
  onNext,
}: {
  service: ServicePage;
  page: ResolvedPage;
  made: Filled;
  looked: readonly Looked[];
  again: (lookup: string) => void;
  onChange: (data: Record<string, unknown>) => void;
  onBack: () => void;
  onNext: () => void;
}) {
  const t = useTexts(counterTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const territories = useTerritories();
  const [attempt, setAttempt] = useState(0);
  const heading = read(page.title);
  const { data: completed, drawn, names, resolved, problemsOf } = made;
  const offers = useOffers({
    ...{ form: service.form, completed, names, resolved, whole },
    fill: (change) => onChange({ ...change(drawn) }),
  });
  const context = useMemo(() => ({ heading, territories, offers }), [heading, territories, offers]);
  const problems = attempt > 0 ? problemsOf(page.fields) : [];
  return (
    <Page title={heading} caption={read(service.title)}>
      <KladkaForm
        form={service.form}
        data={drawn}
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
        <LookupLines
          form={service.form}
          looked={looked}
          fields={page.fields}
          show={(pointer, value) =>
            showValue(service.form, schemaAt(resolved.schema, pointer) ?? {}, pointer, value, language)
          }
          again={again}
          take={(values) =>
            onChange(
              Object.entries(values).reduce((all, [pointer, value]) => withValue(all, pointer, value), drawn),
            )
          }
        />
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
