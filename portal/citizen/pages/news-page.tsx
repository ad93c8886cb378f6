import type { Listed, NewsView } from '#core/api/types.ts';
import type { Part } from '#core/document/types.ts';
import { useLoad } from '#portal/shell/load.ts';
import { Loaded, Page } from '#portal/shell/page.tsx';
import { useParams } from '#portal/shell/router.ts';
import { showDay } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { SummaryList } from '#portal/theme/parts/summary-list.tsx';
import { Empty } from '#portal/theme/parts/waiting.tsx';
import { citizenTexts } from '../texts.ts';

/** `/news/:place`: what agencies announce. */
export default function NewsPage() {
  const t = useTexts(citizenTexts);
  const { place = 'news' } = useParams<{ place: string }>();
  const { load, again } = useLoad<Listed<NewsView>>(`news ${place}`, (api, signal) =>
    api.get(`/news/${encodeURIComponent(place)}`, { open: true, signal }),
  );
  return (
    <Loaded load={load} again={again}>
      {({ items }) => (
        <Page title={t('newsTitle')}>
          {items.length === 0 ? <Empty title={t('newsEmpty')} /> : null}
          {items.map((one) => (
            <Announcement key={one.id} of={one} />
          ))}
        </Page>
      )}
    </Loaded>
  );
}

function Announcement({ of }: { of: NewsView }) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const parts = (of.body[language] ?? of.body.uk ?? []) as unknown as readonly Part[];
  return (
    <article className="k-card" aria-label={read(of.service)}>
      <p className="k-soft">
        {[read(of.agency), read(of.service), showDay(of.at, language)].filter(Boolean).join(' · ')}
      </p>
      {parts.map((part, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was published stays as it is
        <Shown key={n} part={part} />
      ))}
      {of.until ? <p className="k-soft">{t('newsUntil', { date: showDay(of.until, language) })}</p> : null}
    </article>
  );
}

/** A block as a page shows it; what belongs to paper alone (page breaks, seals) is left out. */
function Shown({ part }: { part: Part }) {
  switch (part.type) {
    case 'heading':
      return <h2 className="k-h2">{part.text}</h2>;
    case 'text':
      return part.strong ? (
        <p>
          <strong>{part.text}</strong>
        </p>
      ) : (
        <p className={part.small ? 'k-soft' : undefined}>{part.text}</p>
      );
    case 'fields':
      return (
        <SummaryList
          rows={part.items.map(({ title, value }, n) => ({ key: `${n} ${title}`, term: title, value }))}
        />
      );
    case 'table':
      return <Rows of={part} />;
    case 'columns':
      return (
        <>
          {part.columns.flat().map((inner, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was published stays as it is
            <Shown key={n} part={inner} />
          ))}
        </>
      );
    case 'chart':
      return (
        <SummaryList
          rows={part.bars.map(({ title, shown }, n) => ({ key: `${n} ${title}`, term: title, value: shown }))}
        />
      );
    case 'qr':
      return <p>{part.alt}</p>;
    default:
      return null;
  }
}

function Rows({ of }: { of: Extract<Part, { type: 'table' }> }) {
  if (of.rows.length === 0) return <p className="k-soft">{of.empty}</p>;
  const rows = of.total ? [...of.rows, of.total] : of.rows;
  return (
    <div className="k-scroll">
      <table className="k-table">
        {of.title ? <caption>{of.title}</caption> : null}
        <thead>
          <tr>
            {of.columns.map(({ title }) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was published stays as it is
            <tr key={n}>
              {row.map((cell, m) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: what was published stays as it is
                <td key={m}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
