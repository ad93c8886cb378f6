import { useMemo, useState } from 'react';
import { Page } from '#portal/shell/page.tsx';
import { KladkaForm } from '#portal/theme/form/kladka-form.tsx';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Forget } from '../counter/forget.tsx';
import type { WhoProps } from '../counter/steps.tsx';
import { motionTexts } from './texts.ts';
import { fieldsOf, kindsOf, type Named, problemsOf, whomForm } from './whom-form.ts';

const NUMBER = {
  uk: 'Впишіть РНОКПП або УНЗР: за іменем людину не визначити',
  en: 'Enter the RNOKPP or the UNZR: a name alone tells nobody apart',
};

/** The first step of a case of one's own motion: whom it concerns, a person, a business or nobody. */
export function Whom({ service, who, onWho, onNext, onClear }: WhoProps<Named>) {
  const t = useTexts(motionTexts);
  const read = useLocalised();
  const [attempt, setAttempt] = useState(0);
  const kinds = useMemo(() => kindsOf(service), [service]);
  const form = useMemo(() => whomForm(kinds, who), [kinds, who]);
  const fields = fieldsOf(kinds, who);
  const problems = attempt > 0 ? problemsOf(kinds, who, NUMBER) : [];
  const actions = (
    <div className="k-actions">
      <Button type="submit">{t('next')}</Button>
      <Forget words={t} onClear={onClear} />
    </div>
  );

  return (
    <Page title={t('whom')} caption={read(service.title)} back={{ href: '/motions' }}>
      {fields.length === 0 ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onNext();
          }}
        >
          <p className="k-lead">{t('nobodyLead')}</p>
          {actions}
        </form>
      ) : (
        <>
          <p className="k-lead">{t('whomLead')}</p>
          <KladkaForm
            form={form}
            data={who as Record<string, unknown>}
            fields={fields}
            problems={problems}
            attempt={attempt}
            onChange={(next) => onWho(next as Named)}
            onSubmit={() => {
              setAttempt(attempt + 1);
              if (problemsOf(kinds, who, NUMBER).length === 0) onNext();
            }}
          >
            {actions}
          </KladkaForm>
        </>
      )}
    </Page>
  );
}
