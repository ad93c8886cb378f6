import { textOf, useLanguage, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { listOf, objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { addPage, movePage, removePage } from '../form/pages.ts';
import type { FormPlace } from '../form/place.ts';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { useLanguages } from '../parts/languages.ts';
import { canvasTexts } from './texts.ts';

export function pageTitle(form: FormPlace, n: number, language: string): string {
  const page = objectOf(listOf(form.value('/pages'))[n]);
  return textOf(objectOf(page.title) as Record<string, string>, language);
}

/** The pages of the form in order; one of them is on the sheet. */
export function Pages({
  form,
  page,
  choose,
}: {
  form: FormPlace;
  page: number;
  choose: (page: number) => void;
}) {
  const t = useTexts(canvasTexts);
  const { language } = useLanguage();
  const languages = useLanguages();
  const { open, edit } = useDesign();
  const words = { uk: 'Нова сторінка', en: 'New page' } as Record<string, string>;
  function add(): void {
    edit(addPage(form, page, Object.fromEntries(languages.map((one) => [one, words[one] ?? t('pageNew')]))));
    choose(page + 1);
  }
  return (
    <nav className="d-pages" aria-label={t('pages')}>
      <ol>
        {form.pages.map(({ id }, n) => (
          <li key={id}>
            <button
              type="button"
              className="d-page"
              aria-current={n === page ? 'page' : undefined}
              onClick={() => choose(n)}
            >
              <span className="d-page__n">{n + 1}</span>
              {pageTitle(form, n, language) || t('pageUntitled')}
            </button>
          </li>
        ))}
      </ol>
      {open ? (
        <Button kind="plain" onClick={add}>
          {t('pageAdd')}
        </Button>
      ) : null}
    </nav>
  );
}

/** Title and explanation of the page on the sheet, its place among the others. */
export function PageSettings({
  form,
  page,
  choose,
}: {
  form: FormPlace;
  page: number;
  choose: (page: number) => void;
}) {
  const t = useTexts(canvasTexts);
  const { open, edit, announce } = useDesign();
  const at = `${form.base}/pages/${page}`;
  const move = (to: number) => {
    edit(movePage(form, page, to));
    choose(to);
  };
  return (
    <details className="d-group d-page-settings">
      <summary>{t('pageSettings')}</summary>
      <fieldset disabled={!open}>
        <legend className="k-hidden">{t('pageSettings')}</legend>
        <LanguageTexts label={t('pageTitle')} at={`${at}/title`} required />
        <LanguageTexts label={t('pageOthers')} at={`${at}/titleForOthers`} />
        <LanguageTexts label={t('pageHint')} at={`${at}/hint`} rows={2} />
        <div className="d-acts">
          <Button kind="secondary" disabled={page === 0} onClick={() => move(page - 1)}>
            {t('pageEarlier')}
          </Button>
          <Button kind="secondary" disabled={page === form.pages.length - 1} onClick={() => move(page + 1)}>
            {t('pageLater')}
          </Button>
          <Button
            kind="secondary"
            disabled={form.pages.length < 2}
            onClick={() => {
              edit(removePage(form, page));
              choose(Math.max(0, page - 1));
              announce(t('pageRemoved'));
            }}
          >
            {t('pageRemove')}
          </Button>
        </div>
      </fieldset>
    </details>
  );
}
