import { useState } from 'react';
import { checkFields } from '#core/form/check-fields.ts';
import { Page } from '#portal/shell/page.tsx';
import { KladkaForm } from '#portal/theme/form/kladka-form.tsx';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Forget } from './forget.tsx';
import { type Described, identityForm } from './identity.ts';
import type { WhoProps } from './steps.tsx';
import { counterTexts } from './texts.ts';

/** The person before the clerk, by the document shown. */
export function Who({ service, who, onWho, onNext, onClear }: WhoProps<Described>) {
  const t = useTexts(counterTexts);
  const read = useLocalised();
  const [attempt, setAttempt] = useState(0);
  const data = who as Record<string, unknown>;
  // what was mended goes at once
  const problems = attempt > 0 ? checkFields(identityForm, data) : [];

  function forward(): void {
    setAttempt(attempt + 1);
    if (checkFields(identityForm, data).length === 0) onNext();
  }

  return (
    <Page title={t('who')} caption={read(service.title)} back={{ href: '/counter' }}>
      <p className="k-lead">{t('whoLead')}</p>
      {(service.applicant?.through?.length ?? 1) > 1 ? <p>{t('selfOnly')}</p> : null}
      <KladkaForm
        form={identityForm}
        data={data}
        problems={problems}
        attempt={attempt}
        onChange={(next) => onWho(next as Described)}
        onSubmit={forward}
      >
        <div className="k-actions">
          <Button type="submit">{t('next')}</Button>
          <Forget words={t} onClear={onClear} />
        </div>
      </KladkaForm>
    </Page>
  );
}
