import type { CollectionView, Listed } from '#core/api/types.ts';
import { spokenReference } from '#core/case/reference.ts';
import { useSession } from '#portal/shell/app.tsx';
import { useLoad } from '#portal/shell/load.ts';
import { useLocation } from '#portal/shell/router.ts';
import { showInstant } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { citizenTexts } from '../texts.ts';

/** What applications of a service are collected for now, each with the way in; nothing where nothing is. */
export function Collections({ service }: { service: string }) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { session, state } = useSession();
  const [, go] = useLocation();
  const { load } = useLoad<Listed<CollectionView>>(`collections ${service}`, (api, signal) =>
    api.get(`/services/${service}/collections`, { open: true, signal }),
  );
  // a page without them is a page all the same
  const found = load.is === 'ready' ? load.data.items : [];
  if (found.length === 0) return null;
  return (
    <>
      <h2 className="k-h2">{t('collections')}</h2>
      <ul className="k-stack">
        {found.map(({ id, title, reference, opens, closes, replaceable }) => {
          const start = `/services/${service}/start?collection=${id}`;
          const isOpen = opens === undefined || Date.parse(opens) <= Date.now();
          return (
            <li className="k-card" key={id}>
              <p className="k-card__title">
                {read(title)} {spokenReference(reference)}
              </p>
              <p className="k-soft">
                {isOpen
                  ? null
                  : `${t('collectionOpens', { date: showInstant(opens ?? closes, language) })} · `}
                {t('collectionCloses', { date: showInstant(closes, language) })}
                {replaceable ? ` · ${t('collectionReplaceable')}` : ''}
              </p>
              {isOpen ? (
                <div className="k-actions k-actions--tight">
                  <Button
                    kind="secondary"
                    label={`${t('start')}: ${read(title)} ${spokenReference(reference)}`}
                    onClick={() => (state.is === 'in' ? go(start) : session.login(start))}
                  >
                    {t('start')}
                  </Button>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
