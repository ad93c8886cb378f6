import { useSession } from '#portal/shell/app.tsx';
import { Page } from '#portal/shell/page.tsx';
import { useTexts } from '#portal/theme/language.tsx';
import { designerTexts } from './texts.ts';

/** To one who may not draw: why not, who could change that, and where to go. */
export function Denied() {
  const t = useTexts(designerTexts);
  const { state } = useSession();
  return (
    <Page title={t('deniedTitle')}>
      <p className="k-lead">{t('deniedText', { name: state.is === 'in' ? state.person.name : '' })}</p>
      <p>{t('deniedHow')}</p>
      <p>
        <a href="/workspace/">{t('workspace')}</a>
      </p>
    </Page>
  );
}
