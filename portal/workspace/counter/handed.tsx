import type { ServicePage, Submitted } from '#core/api/types.ts';
import { spokenReference } from '#core/case/reference.ts';
import { Page } from '#portal/shell/page.tsx';
import { Link } from '#portal/shell/router.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { casePath } from '../paths.ts';
import { counterTexts } from './texts.ts';

/** It is in: its number, and on to the next one. */
export function Handed({
  service,
  sent,
  words,
  next,
}: {
  service: ServicePage;
  sent: Submitted;
  words: (key: 'done' | 'reference' | 'doneLead' | 'another') => string;
  next: () => void;
}) {
  const t = useTexts(counterTexts);
  const read = useLocalised();
  return (
    <Page title={words('done')} caption={read(service.title)}>
      <div className="k-panel">
        <p>{words('reference')}</p>
        <p className="k-panel__reference">{spokenReference(sent.reference)}</p>
      </div>
      <p className="k-lead">{words('doneLead')}</p>
      <div className="k-actions">
        <Button onClick={next}>{words('another')}</Button>
        <Button kind="secondary" onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Link href={casePath({ service: service.id, case: sent.id })}>{t('open')}</Link>
      </div>
    </Page>
  );
}
