import { useState } from 'react';
import type { ServicePage } from '#core/api/types.ts';
import { checkFields } from '#core/form/check-fields.ts';
import { Page } from '#portal/shell/page.tsx';
import { KladkaForm } from '#portal/theme/form/kladka-form.tsx';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Confirm } from '#portal/theme/parts/confirm.tsx';
import { begun, type Entered } from './filled.ts';
import { type Described, identityForm } from './identity.ts';
import { counterTexts } from './texts.ts';

/** The person before the clerk, by the document shown. */
export function Who({
  service,
  entered,
  onEntered,
  onNext,
  onClear,
}: {
  service: ServicePage;
  entered: Entered;
  onEntered: (entered: Entered) => void;
  onNext: (entered: Entered) => void;
  onClear: () => void;
}) {
  const t = useTexts(counterTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const [attempt, setAttempt] = useState(0);
  const [sure, setSure] = useState(false);
  const data = entered.who as Record<string, unknown>;
  // what was mended goes at once
  const problems = attempt > 0 ? checkFields(identityForm, data) : [];

  function forward(): void {
    setAttempt(attempt + 1);
    if (checkFields(identityForm, data).length > 0) return;
    // what was filled in for this very person before stays over what the document says
    onNext({ ...entered, form: { ...begun(service, entered.who, language), ...entered.form } });
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
        onChange={(who) => onEntered({ ...entered, who: who as Described })}
        onSubmit={forward}
      >
        <div className="k-actions">
          <Button type="submit">{t('next')}</Button>
          <Button kind="plain" onClick={() => setSure(true)}>
            {t('forget')}
          </Button>
        </div>
      </KladkaForm>
      {sure ? (
        <Confirm
          title={t('forgetSure')}
          yes={t('forget')}
          no={t('cancel')}
          onNo={() => setSure(false)}
          onYes={() => {
            setSure(false);
            onClear();
          }}
        />
      ) : null}
    </Page>
  );
}
