import type { Agency } from '#core/definition/types.ts';
import { written } from '#core/definition/written.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { download } from '../json/download.ts';
import { agencyLike } from './blanks.ts';
import { newTexts } from './new-texts.ts';

/**
 * Who sets up a new agency, and what to give them: one is appointed in an agency to draw in it, and in a new one nobody is. `like`: the
 * agency whose offices, roles and calendar the file begins with.
 */
export function NewAgency({ id, title, like }: { id: string; title: string; like: Agency | undefined }) {
  const t = useTexts(newTexts);
  return (
    <>
      <Notice title={t('agencyByPlatform')}>
        <p>{t('agencyWhy')}</p>
        <ol className="k-list">
          <li>{t('agencyFirst')}</li>
          <li>{t('agencyThen')}</li>
          <li>{t('agencyLast')}</li>
        </ol>
      </Notice>
      <div className="k-actions">
        <Button
          disabled={!like || id === '' || title.trim() === ''}
          onClick={() => like && download(`${id}.json`, written(agencyLike(like, id, title)))}
        >
          {t('agencyFile')}
        </Button>
      </div>
    </>
  );
}
