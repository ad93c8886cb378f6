import { useLoad } from '#portal/shell/load.ts';
import { Loaded, Page } from '#portal/shell/page.tsx';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Empty } from '#portal/theme/parts/waiting.tsx';
import type { CountView, Listed } from '../view.ts';
import { adminTexts } from './texts.ts';

/** How many cases, where they wait, what is or will be late, in the offices this officer heads. */
export function CountsPage() {
  const t = useTexts(adminTexts);
  const { language } = useLanguage();
  const read = useLocalised();
  const { load, again } = useLoad('counts', (api, signal) =>
    api.get<Listed<CountView>>('/counts', { signal }),
  );
  const hours = (value: number) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: 'hour',
      unitDisplay: 'long',
      maximumFractionDigits: 1,
    }).format(value);
  return (
    <Loaded load={load} again={again}>
      {({ items }) => (
        <Page title={t('countsTitle')} wide>
          <p className="k-lead">{t('countsHint')}</p>
          {items.length === 0 ? (
            <Empty title={t('noCounts')} />
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by the keyboard too
            <section className="w-scroll" tabIndex={0} aria-label={t('countsTitle')}>
              <table className="w-table">
                <thead>
                  <tr>
                    {(['service', 'open', 'waitsFor', 'late', 'soon', 'decided', 'median'] as const).map(
                      (name) => (
                        <th key={name} scope="col">
                          {t(name)}
                        </th>
                      ),
                    )}
                  </tr>
                </thead>
                <tbody>
                  {items.map((count) => (
                    <tr key={`${count.service}#${count.office}`}>
                      <th scope="row">
                        {read(count.serviceTitle) || count.service}
                        <br />
                        <span className="k-soft">{count.office}</span>
                      </th>
                      <td className="w-number">{count.open}</td>
                      <td>
                        {count.waiting.map((one) => (
                          <div key={one.role}>
                            {read(one.roleTitle) || one.role}: {one.count}
                          </div>
                        ))}
                      </td>
                      <td className="w-number">{count.late}</td>
                      <td className="w-number">{count.dueToday}</td>
                      <td className="w-number">{count.decided ?? '—'}</td>
                      <td>{count.medianHours === undefined ? '—' : hours(count.medianHours)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
        </Page>
      )}
    </Loaded>
  );
}
