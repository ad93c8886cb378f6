import type { Imported } from '#core/import/import.ts';
import type { ImportedRegistry } from '#core/import/regulation/registries.ts';
import type { Item, Verdict } from '#core/import/report.ts';
import { defineTexts, useLocalised, useTexts } from '#portal/theme/language.tsx';

const verdicts: readonly Verdict[] = ['left', 'approximated', 'exact'];

const texts = defineTexts(
  {
    title: 'Що вийде з файлу',
    fields: { one: '{count} поле', few: '{count} поля', many: '{count} полів', other: '{count} поля' },
    pages: {
      one: 'на {count} сторінці.',
      few: 'на {count} сторінках.',
      many: 'на {count} сторінках.',
      other: 'на {count} сторінки.',
    },
    registries: 'Чернетки реєстрів із моделі даних:',
    left: 'Лишилося: цього тут немає',
    approximated: 'Наближено: є, але не зовсім те саме',
    exact: 'Перейшло точно',
    to: 'тепер',
  },
  {
    title: 'What comes of the file',
    fields: { one: '{count} field', other: '{count} fields' },
    pages: { one: 'on {count} page.', other: 'on {count} pages.' },
    registries: 'Drafts of registries, of the data model:',
    left: 'Left: it is not here',
    approximated: 'Approximated: it is here, but not quite the same',
    exact: 'Came over exactly',
    to: 'now',
  },
);

/** Item by item, what became of each thing of the source: what was left first. */
export function ImportReport({
  imported: { files, parts, report: own },
  registries,
}: {
  imported: Imported;
  registries: readonly ImportedRegistry[];
}) {
  const t = useTexts(texts);
  const report = [...own, ...registries.flatMap((one) => one.report)];
  const fields = report.filter(({ what, verdict }) => what === 'field' && verdict !== 'left').length;
  return (
    <section className="d-import" aria-live="polite">
      <h2 className="k-h3">{t('title')}</h2>
      <p>
        {t('fields', { count: fields })} {t('pages', { count: parts.form.pages.length })}
      </p>
      {registries.length > 0 ? (
        <p>
          {t('registries')} {registries.map(({ registry }) => registry.id).join(', ')}.
        </p>
      ) : null}
      {verdicts.map((verdict) => {
        const items = report.filter((item) => item.verdict === verdict);
        return items.length === 0 ? null : (
          <details key={verdict}>
            <summary>
              {t(verdict)}: {items.length}
            </summary>
            <ul
              className="d-import__items"
              aria-label={t(verdict)}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, and is scrolled by keys too
              tabIndex={0}
            >
              {items.map((item, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the report never changes its order, and two items may say the same
                <Line key={n} item={item} named={files.length + registries.length > 1} />
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

/** An item; of several files it says in which. */
function Line({ item: { file, source, text, to, shown }, named }: { item: Item; named: boolean }) {
  const t = useTexts(texts);
  const read = useLocalised();
  return (
    <li>
      {read(text)}. <code>{`${named && file ? `${file} ` : ''}${source || '/'}`}</code>
      {to === undefined ? null : (
        <>
          {' '}
          {t('to')} <code>{to}</code>
        </>
      )}
      {shown === undefined ? null : <pre className="d-import__shown">{shown}</pre>}
    </li>
  );
}
