import type { Listed, ServiceCard } from '#core/api/types.ts';
import { useLoad } from '#portal/shell/load.ts';
import { Loaded, Page } from '#portal/shell/page.tsx';
import { Link } from '#portal/shell/router.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Empty } from '#portal/theme/parts/waiting.tsx';
import type { AppointmentView } from '../view.ts';
import { counterTexts } from './texts.ts';

/** `/counter`: the services for which this clerk takes in applications. */
export function CounterPage({ appointments }: { appointments: readonly AppointmentView[] }) {
  const t = useTexts(counterTexts);
  const read = useLocalised();
  const { load, again } = useLoad<Listed<ServiceCard>>('services', (api, signal) =>
    api.get('/services', { open: true, signal }),
  );
  return (
    <Loaded load={load} again={again}>
      {({ items }) => {
        const mine = items.filter(({ counter }) => appointments.some(({ role }) => role === counter));
        return (
          <Page title={t('title')} wide>
            <p className="k-lead">{t('lead')}</p>
            {mine.length === 0 ? <Empty title={t('none')} /> : null}
            <ul className="k-cards">
              {mine.map((service) => (
                <li key={service.id}>
                  <div className="k-card k-card--link">
                    <h2 className="k-card__title">
                      <Link href={`/counter/${encodeURIComponent(service.id)}`}>{read(service.title)}</Link>
                    </h2>
                    {service.summary ? <p>{read(service.summary)}</p> : null}
                  </div>
                </li>
              ))}
            </ul>
          </Page>
        );
      }}
    </Loaded>
  );
}
