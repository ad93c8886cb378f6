import type { ServicePage, Submitted } from '#core/api/types.ts';
import { pageOf } from '#core/form/resolve-fields.ts';
import { CommandProblem, Page } from '#portal/shell/page.tsx';
import { PlaceName } from '#portal/shell/territories.tsx';
import { labelOf } from '#portal/theme/form/label.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { SummaryList } from '#portal/theme/parts/summary-list.tsx';
import { useCommands } from '../command.ts';
import { isPlace, pagesOf } from '../data/pages.ts';
import { showValue } from '../data/show-value.ts';
import type { Filled } from './filled.ts';
import { counterTexts } from './texts.ts';

/** What handing in is called where it is, and what is sent to which address beside the form and its language. */
export interface Handing {
  readonly words: (key: 'check' | 'checkLead' | 'problems' | 'submit') => string;
  readonly path: string;
  /** Whom it is about, where that is told once more; `change` leads back to it. */
  readonly about?: { readonly title: string; readonly text: string; readonly change: string } | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** All answers, looked through once more, and the button that hands them in. */
export function HandIn({
  service,
  handing: { words, path, body, about },
  filled: { data, pages, problemsOf },
  onStep,
  onSent,
}: {
  service: ServicePage;
  handing: Handing;
  filled: Filled;
  onStep: (page: string) => void;
  onSent: (sent: Submitted) => void;
}) {
  const t = useTexts(counterTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const commands = useCommands();
  const problems = problemsOf();
  const titles = new Map(pages.map((page) => [page.id, read(page.title)]));

  async function handIn(): Promise<void> {
    const answer = await commands.run<Submitted>(path, { body: { ...body, form: data, language } });
    if (answer.ok) onSent(answer.data);
  }

  return (
    <Page title={words('check')} caption={read(service.title)}>
      <p className="k-lead">{words('checkLead')}</p>
      <CommandProblem problem={commands.problem} />
      {problems.length > 0 ? (
        <div className="k-summary-box" role="status">
          <h2>{words('problems')}</h2>
          <ul>
            {problems.map((one) => (
              <li key={one.pointer + one.code}>
                <Button kind="plain" onClick={() => onStep(pageOf(pages, one.pointer)?.id ?? 'who')}>
                  {`${labelOf(service.form, one.pointer, language)}: ${read(one.message)}`}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {about ? (
        <section>
          <h2 className="k-h2">{about.title}</h2>
          <p>{about.text}</p>
          <Button kind="plain" onClick={() => onStep('who')}>
            {about.change}
          </Button>
        </section>
      ) : null}
      {pagesOf({ ...service.form, pages }, data, language).map((page) => (
        <section key={page.id}>
          <h2 className="k-h2">{page.title}</h2>
          <SummaryList
            rows={page.rows.map((row) => ({
              key: row.pointer,
              term: row.titles.at(-1) ?? '',
              value: isPlace(row) ? <PlaceName code={row.value} /> : showValue(row, language),
            }))}
          />
          <Button kind="plain" onClick={() => onStep(page.id)}>
            {t('change', { page: titles.get(page.id) ?? '' })}
          </Button>
        </section>
      ))}
      <div className="k-actions">
        <Button busy={commands.busy} disabled={problems.length > 0} onClick={() => void handIn()}>
          {words('submit')}
        </Button>
        <Button kind="plain" onClick={() => onStep(pages.at(-1)?.id ?? 'who')}>
          {t('back')}
        </Button>
      </div>
    </Page>
  );
}
