import { type FormEvent, type ReactNode, useState } from 'react';
import type { ServicePage } from '#core/api/types.ts';
import { ErrorSummary } from '#portal/theme/form/error-summary.tsx';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { citizenTexts } from '../texts.ts';

/** In what right one may apply, in the order in which it is asked. */
const RIGHTS = ['self', 'parent', 'guardian', 'attorney', 'director'] as const;
export type Right = (typeof RIGHTS)[number];

/** The rights in which this service may be applied for; one alone is not asked about. */
export function rightsOf({ applicant }: ServicePage): Right[] {
  const given = applicant?.through ?? ['self'];
  return RIGHTS.filter((one) => given.includes(one));
}

/** «For whom do you apply?»: each right with what proves it. */
export function ForWhom({
  service,
  chosen,
  busy,
  children,
  onChosen,
}: {
  service: ServicePage;
  chosen?: Right | undefined;
  busy: boolean;
  children?: ReactNode;
  onChosen: (right: Right) => void;
}) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const [right, setRight] = useState(chosen);
  const [turn, setTurn] = useState(0);
  const missing = turn > 0 && right === undefined;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (right) onChosen(right);
    else setTurn(turn + 1);
  }

  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary
        turn={turn}
        errors={missing ? [{ id: `for-${rightsOf(service)[0]}`, text: t('forMissing') }] : []}
      />
      <fieldset
        className={missing ? 'k-field k-field--error' : 'k-field'}
        aria-describedby={missing ? 'for-error' : undefined}
      >
        <legend className="k-hidden">{t('forTitle')}</legend>
        {missing ? (
          <p className="k-error" id="for-error">
            {t('forMissing')}
          </p>
        ) : null}
        {rightsOf(service).map((one) => {
          const also = (service.needs ?? []).filter(({ through }) => through?.includes(one));
          return (
            <div className="k-choice" key={one}>
              <input
                type="radio"
                id={`for-${one}`}
                name="for"
                checked={right === one}
                aria-describedby={one === 'self' ? undefined : `for-${one}-hint`}
                onChange={() => setRight(one)}
              />
              <div>
                <label htmlFor={`for-${one}`}>{t(`for_${one}`)}</label>
                {one === 'self' ? null : (
                  <p className="k-choice__hint" id={`for-${one}-hint`}>
                    {[t(`for_${one}_hint`), ...also.map(({ title }) => read(title))].join('. ')}
                  </p>
                )}
              </div>
            </div>
          );
        })}
      </fieldset>
      {children}
      <div className="k-actions">
        <Button type="submit" busy={busy}>
          {t('next')}
        </Button>
      </div>
    </form>
  );
}
