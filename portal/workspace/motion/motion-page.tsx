import { Page } from '#portal/shell/page.tsx';
import { Link } from '#portal/shell/router.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Empty } from '#portal/theme/parts/waiting.tsx';
import type { MeView } from '../view.ts';
import { motionTexts } from './texts.ts';

/** `/motions`: the services of which this officer begins cases of their own motion. */
export function MotionPage({ begins }: Required<Pick<MeView, 'begins'>>) {
  const t = useTexts(motionTexts);
  const read = useLocalised();
  return (
    <Page title={t('title')} wide>
      <p className="k-lead">{t('lead')}</p>
      {begins.length === 0 ? <Empty title={t('none')} /> : null}
      <ul className="k-cards">
        {begins.map(({ id, title, summary }) => (
          <li key={id}>
            <div className="k-card k-card--link">
              <h2 className="k-card__title">
                <Link href={`/motions/${encodeURIComponent(id)}`}>{read(title)}</Link>
              </h2>
              {summary ? <p>{read(summary)}</p> : null}
            </div>
          </li>
        ))}
      </ul>
    </Page>
  );
}
