import { useTexts } from '#portal/theme/language.tsx';
import { citizenTexts } from '../texts.ts';

/** Tells what was entered and will not be sent, since another answer made it needless. */
export function Hidden({ titles }: { titles: readonly string[] }) {
  const t = useTexts(citizenTexts);
  return (
    <div role="status">
      {titles.length > 0 ? (
        <div className="k-notice k-notice--info">
          <p>{t('hidden', { what: titles.join(', ') })}</p>
          <p>{t('hiddenBack')}</p>
        </div>
      ) : null}
    </div>
  );
}
