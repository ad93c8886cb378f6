import type { ServicePage } from '#core/api/types.ts';
import { spokenReference } from '#core/case/reference.ts';
import { Page } from '#portal/shell/page.tsx';
import { Link } from '#portal/shell/router.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { showSpan } from '../span.ts';
import { citizenTexts } from '../texts.ts';

/** The application was sent: its reference, and what happens next. */
export function SentPage({
  service,
  id,
  reference,
}: {
  service: ServicePage;
  id: string;
  reference: string;
}) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  return (
    <Page title={t('doneTitle')} caption={read(service.title)}>
      <div className="k-panel">
        <p>{t('doneReference')}</p>
        <p className="k-panel__reference">{spokenReference(reference)}</p>
      </div>
      <h2 className="k-h2">{t('doneNext')}</h2>
      <p>{t('doneNextText')}</p>
      {service.decideWithin ? (
        <p>
          {t('howLong')}: {showSpan(service.decideWithin, language)}
        </p>
      ) : null}
      <div className="k-actions">
        <Link href={`/applications/${service.id}/${id}`} className="k-button k-button--primary">
          {t('followIt')}
        </Link>
        <Button kind="plain" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
    </Page>
  );
}
