import { useState } from 'react';
import type { Listed, ServiceCard } from '#core/api/types.ts';
import { useLoad } from '#portal/shell/load.ts';
import { Loaded, Page } from '#portal/shell/page.tsx';
import { Link } from '#portal/shell/router.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Empty } from '#portal/theme/parts/waiting.tsx';
import { citizenTexts } from '../texts.ts';

/** All words of the query occur, in any language, whatever the apostrophe. */
export function matches(service: ServiceCard, query: string): boolean {
  const plain = (text: string) => text.toLocaleLowerCase('uk').replace(/['’ʼ`]/g, '');
  const text = plain(
    [service.title, service.summary ?? {}, service.agency?.title ?? {}]
      .flatMap((one) => Object.values(one))
      .join(' '),
  );
  return plain(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** `/`: every service, found by a word. */
export function CataloguePage() {
  const t = useTexts(citizenTexts);
  const { load, again } = useLoad<Listed<ServiceCard>>('services', (api, signal) =>
    api.get('/services', { open: true, signal }),
  );
  return (
    <Loaded load={load} again={again}>
      {(data) => (
        <Page title={t('catalogueTitle')} wide>
          <p className="k-lead">{t('catalogueLead')}</p>
          <Catalogue services={data.items} />
          <p className="k-after">
            <Link href="/news">{t('newsNav')}</Link>
          </p>
        </Page>
      )}
    </Loaded>
  );
}

function Catalogue({ services }: { services: readonly ServiceCard[] }) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const [query, setQuery] = useState('');
  const found = services.filter((service) => matches(service, query.trim()));
  if (services.length === 0) return <Empty title={t('noServices')} />;
  return (
    <>
      <search className="k-field k-search">
        <label className="k-label" htmlFor="search">
          {t('search')}
        </label>
        <input
          id="search"
          className="k-input"
          type="search"
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        {/* that nothing was found stands below, to be seen; here it is heard */}
        <p className={found.length === 0 ? 'k-hidden' : 'k-soft'} role="status">
          {query.trim() ? t('found', { count: found.length }) : ''}
        </p>
      </search>
      {found.length === 0 ? (
        <Empty title={t('nothingFound', { query: query.trim() })}>
          <p>{t('nothingFoundHint')}</p>
        </Empty>
      ) : (
        <ul className="k-cards">
          {found.map((service) => (
            <li key={service.id}>
              <div className="k-card k-card--link">
                <h2 className="k-card__title">
                  <Link href={`/services/${service.id}`}>{read(service.title)}</Link>
                </h2>
                {service.summary ? <p>{read(service.summary)}</p> : null}
                {service.agency ? <p className="k-card__foot">{read(service.agency.title)}</p> : null}
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
