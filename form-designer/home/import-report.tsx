import type { ImportedForm, Item } from '#core/import/form.ts';
import { defineTexts, useTexts } from '#portal/theme/language.tsx';

const codes: readonly Item['code'][] = ['outside', 'notDrawn', 'dropped', 'rewritten', 'named'];

const texts = defineTexts(
  {
    title: 'Що вийде зі схеми',
    fields: { one: '{count} поле', few: '{count} поля', many: '{count} полів', other: '{count} поля' },
    pages: {
      one: 'на {count} сторінці.',
      few: 'на {count} сторінках.',
      many: 'на {count} сторінках.',
      other: 'на {count} сторінки.',
    },
    exact: 'Усе перейшло так, як є.',
    outside: 'Посилання на інші документи: допишіть їх самі',
    notDrawn: 'Перевіряється, але поля для цього немає',
    dropped: 'Не перейшло, бо нічого не перевіряло',
    rewritten: 'Переписано словами нової версії JSON Schema, з тим самим змістом',
    named: 'Не мало назви: назвіть людською мовою',
  },
  {
    title: 'What comes of the schema',
    fields: { one: '{count} field', other: '{count} fields' },
    pages: { one: 'on {count} page.', other: 'on {count} pages.' },
    exact: 'All came over as it stood.',
    outside: 'References to other documents: write them in yourself',
    notDrawn: 'Judged, but no field draws it',
    dropped: 'Did not come over, for it judged nothing',
    rewritten: 'Rewritten in the words of the latest JSON Schema, meaning the same',
    named: 'Had no title: name it in plain words',
  },
);

/** What came over from a schema, and item by item what did not as it stood. */
export function ImportReport({ imported: { form, fields, report } }: { imported: ImportedForm }) {
  const t = useTexts(texts);
  return (
    <section className="d-import" aria-live="polite">
      <h2 className="k-h3">{t('title')}</h2>
      <p>
        {t('fields', { count: fields })} {t('pages', { count: form.pages.length })}
      </p>
      {report.length === 0 ? <p>{t('exact')}</p> : null}
      {codes.map((code) => {
        const items = report.filter((item) => item.code === code);
        return items.length === 0 ? null : (
          <details key={code}>
            <summary>
              {t(code)}: {items.length}
            </summary>
            <ul className="d-import__items">
              {items.map(({ pointer, keyword }) => (
                <li key={`${pointer} ${keyword}`}>
                  <code>{pointer || '/'}</code> {keyword ? <code>{keyword}</code> : null}
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}
