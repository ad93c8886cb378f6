import type { ServicePage } from '#core/api/types.ts';
import { closed } from '#core/case/availability.ts';
import { useSession } from '#portal/shell/app.tsx';
import { useLoad } from '#portal/shell/load.ts';
import { Loaded, Page } from '#portal/shell/page.tsx';
import { useLocation, useParams } from '#portal/shell/router.ts';
import { dayOf, showMoney, showWhen } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { Collections } from '../service/collections.tsx';
import { showSpan } from '../span.ts';
import { citizenTexts } from '../texts.ts';

/** `/services/:service`: what one must have, how long it takes, what it costs, and the way in. */
export function AboutPage() {
  const { service = '' } = useParams<{ service: string }>();
  const { load, again } = useLoad<ServicePage>(`service ${service}`, (api, signal) =>
    api.get(`/services/${service}`, { open: true, signal }),
  );
  return (
    <Loaded load={load} again={again}>
      {(data) => <About service={data} />}
    </Loaded>
  );
}

function About({ service }: { service: ServicePage }) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const through = (service.applicant?.through ?? []).map((one) => known(one, 'through'));
  return (
    <Page title={read(service.title)}>
      {service.summary ? <p className="k-lead">{read(service.summary)}</p> : null}
      <dl className="k-facts">
        {service.decideWithin ? (
          <div>
            <dt>{t('howLong')}</dt>
            <dd>{showSpan(service.decideWithin, language)}</dd>
          </div>
        ) : null}
        {/* where the amount depends on what is entered, nothing is promised here */}
        {service.fee === undefined ? null : (
          <div>
            <dt>{t('price')}</dt>
            <dd>{service.fee ? showMoney(service.fee, language) : t('free')}</dd>
          </div>
        )}
        {service.agency ? (
          <div>
            <dt>{t('agency')}</dt>
            <dd>{read(service.agency.title)}</dd>
          </div>
        ) : null}
      </dl>
      <Way service={service} />
      <Collections service={service.id} />
      {service.needs?.length ? (
        <>
          <h2 className="k-h2">{t('needTitle')}</h2>
          <ul className="k-list">
            {service.needs.map((need) => (
              <li key={read(need.title)}>
                {read(need.title)}
                {need.through?.length ? ` (${need.through.map((one) => t(`need_${one}`)).join(', ')})` : ''}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {service.applicant?.who?.length ? (
        <>
          <h2 className="k-h2">{t('whoTitle')}</h2>
          <p>
            {service.applicant.who
              .map((one) => known(one, 'who'))
              .flatMap((key) => (key ? [t(key)] : []))
              .join(', ')}
            {through.length > 0 ? `: ${through.flatMap((key) => (key ? [t(key)] : [])).join(', ')}` : ''}
          </p>
        </>
      ) : null}
      {service.legalBasis?.length ? (
        <>
          <h2 className="k-h2">{t('lawTitle')}</h2>
          <ul className="k-list">
            {service.legalBasis.map((law) => (
              <li key={read(law.title)}>
                {law.url ? <a href={law.url}>{read(law.title)}</a> : read(law.title)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Page>
  );
}

const words = {
  who: { person: 'who_person', business: 'who_business' },
  through: {
    self: 'through_self',
    parent: 'through_parent',
    guardian: 'through_guardian',
    attorney: 'through_attorney',
    director: 'through_director',
  },
} as const;

type Word = (typeof words)['who' | 'through'] extends infer W
  ? W extends Record<string, infer K>
    ? K
    : never
  : never;

function known(name: string, kind: 'who' | 'through'): Word | undefined {
  return (words[kind] as Readonly<Record<string, Word>>)[name];
}

/** The button that begins, or why one cannot begin now. */
function Way({ service }: { service: ServicePage }) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { session, state } = useSession();
  const [, go] = useLocation();
  const { suspended } = service.availability ?? {};
  const now = new Date();
  const why = closed(service.availability, { instant: now.toISOString(), day: dayOf(now) });
  if (suspended && why?.is === 'suspended')
    return (
      <Notice kind="warning" title={t('suspended')}>
        <p>{read(suspended.why)}</p>
        {suspended.instead ? <p>{read(suspended.instead)}</p> : null}
      </Notice>
    );
  if (why?.is === 'notYet')
    return <Notice kind="warning" title={t('opensAt', { date: showWhen(why.at, language) })} />;
  if (why?.is === 'over')
    return <Notice kind="warning" title={t('closedAt', { date: showWhen(why.at, language) })} />;
  if (service.startedBy?.applicant === false || (service.channels && !service.channels.includes('portal')))
    return <Notice kind="info" title={t('notOnline')} />;

  const start = `/services/${service.id}/start`;
  return <Button onClick={() => (state.is === 'in' ? go(start) : session.login(start))}>{t('start')}</Button>;
}
