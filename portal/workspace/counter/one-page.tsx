import { useMemo, useState } from 'react';
import type { ServicePage } from '#core/api/types.ts';
import type { ResolvedPage } from '#core/form/types.ts';
import * as whole from '#core/form/whole.ts';
import { Page } from '#portal/shell/page.tsx';
import { useTerritories } from '#portal/shell/territories.tsx';
import { KladkaForm } from '#portal/theme/form/kladka-form.tsx';
import { useOffers } from '#portal/theme/form/use-offers.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import type { Filled } from './filled.ts';
import { counterTexts } from './texts.ts';

/** One page of the service's form, filled in by the clerk. */
export function OnePage({
  service,
  page,
  made,
  onChange,
  onBack,
  onNext,
}: {
  service: ServicePage;
  page: ResolvedPage;
  made: Filled;
  onChange: (data: Record<string, unknown>) => void;
  onBack: () => void;
  onNext: () => void;
}) {
  const t = useTexts(counterTexts);
  const read = useLocalised();
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
