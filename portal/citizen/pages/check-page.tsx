import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { ServicePage } from '#core/api/types.ts';
import { pageOf, resolveFields } from '#core/form/resolve-fields.ts';
import type { FieldProblem, FormDefinition, ResolvedPage } from '#core/form/types.ts';
import { newKey } from '#portal/shell/api.ts';
import { useApi } from '#portal/shell/app.tsx';
import { CommandProblem, Page } from '#portal/shell/page.tsx';
import { offline, type Problem } from '#portal/shell/problem.ts';
import { Link } from '#portal/shell/router.ts';
import { labelOf } from '#portal/theme/form/label.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { SummaryList } from '#portal/theme/parts/summary-list.tsx';
import { AnswerList, leaves } from '../application/answers.tsx';
import { Hidden } from '../draft/hidden-line.tsx';
import type { DraftKeeper } from '../draft/keeper.ts';
import type { Right } from '../start/for-whom.tsx';
import { citizenTexts } from '../texts.ts';
import { SentPage } from './sent-page.tsx';

/** Puts mistakes into the order in which the answers are read. */
function inOrder(form: FormDefinition, data: Record<string, unknown>, pages: readonly ResolvedPage[]) {
  const { schema } = resolveFields(form, data);
  const fields = pages.flatMap((page) => page.fields.flatMap((field) => leaves(form, schema, field)));
  const places = new Map(fields.map(({ pointer }, n) => [pointer, n]));
  const place = ({ pointer }: FieldProblem) => places.get(pointer) ?? places.size;
  return (problems: readonly FieldProblem[]) => [...problems].sort((a, b) => place(a) - place(b));
}

/** What a submission answers. */
interface SubmitAnswer {
  readonly id: string;
  readonly reference: string;
}

/** All answers on one page, each with a way back to change it, and the one button that sends them. */
export function CheckPage({
  service,
  keeper,
  data,
  pages,
  base,
  problemsOf,
  hidden,
  lookups,
  right,
}: {
  service: ServicePage;
  keeper: DraftKeeper;
  data: Record<string, unknown>;
  pages: readonly ResolvedPage[];
  base: string;
  problemsOf: () => FieldProblem[];
  /** Titles of what was entered and will not be sent. */
  hidden: readonly string[];
  /** What registries were asked and have not answered. */
  lookups: ReactNode;
  /** In what right one applies, where that was asked. */
  right: Right | undefined;
}) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const api = useApi();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  const wrong = useRef<HTMLDivElement>(null);
  // the button is below all answers: whoever pressed it is taken to why it did not go
  useEffect(() => {
    if (problem) wrong.current?.focus();
  }, [problem]);
  const [refused, setRefused] = useState<readonly FieldProblem[]>([]);
  const [sent, setSent] = useState<SubmitAnswer | undefined>();
  const ordered = useMemo(() => inOrder(service.form, data, pages), [service, data, pages]);
  const problems = ordered([...problemsOf(), ...refused]);
  const last = pages.at(-1);
  // a page of notes alone has nothing to check
  const asks = useMemo(() => {
    const { schema } = resolveFields(service.form, data);
    return (page: ResolvedPage) =>
      page.fields.some((field) => leaves(service.form, schema, field).length > 0);
  }, [service, data]);

  async function submit(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    setRefused([]);
    if (!(await keeper.save())) {
      // what is sent is what the server has: without it there is nothing to send yet
      setBusy(false);
      setProblem(keeper.state().problem ?? offline);
      return;
    }
    const key = keeper.submitKey(newKey);
    const answer = await api.post<SubmitAnswer>(`${base}/submit`, {
      key,
      ...(keeper.etag ? { ifMatch: keeper.etag } : {}),
    });
    setBusy(false);
    if (answer.ok) {
      keeper.close(true);
      setSent(answer.data);
      return;
    }
    const { status, fields } = answer.problem;
    // no answer, or the server's trouble: the same key is used again, so that it is sent once
    if (status > 0 && status < 500 && status !== 429) keeper.dropSubmitKey();
    setRefused(
      fields.map(({ pointer, code, message }) => ({
        pointer: pointer.replace(/^\/form(?=\/)/, ''),
        code,
        message,
      })),
    );
    setProblem(answer.problem);
  }

  if (sent) return <SentPage service={service} id={sent.id} reference={sent.reference} />;
  return (
    <Page title={t('checkTitle')} caption={read(service.title)} back={last && { href: `${base}/${last.id}` }}>
      <div ref={wrong} tabIndex={-1}>
        {/* mistakes of fields are listed below, each with the way to it */}
        <CommandProblem problem={refused.length > 0 ? undefined : problem} />
        {problems.length > 0 ? (
          <div className="k-summary-box" role="status">
            <h2>{t('checkProblems')}</h2>
            <ul>
              {problems.map((one) => (
                <li key={one.pointer + one.code}>
                  <Link href={`${base}/${pageOf(pages, one.pointer)?.id ?? 'start'}?check`}>
                    {labelOf(service.form, one.pointer, language)}: {read(one.message)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
      {right ? (
        <SummaryList
          rows={[
            {
              key: 'for',
              term: t('forWhom'),
              value: t(`for_${right}`),
              action: (
                <Link href={`${base}/for`} aria-label={t('changeWhat', { what: t('forWhom') })}>
                  {t('change')}
                </Link>
              ),
            },
          ]}
        />
      ) : null}
      {pages.filter(asks).map((page) => (
        <section key={page.id}>
          <h2 className="k-h2">{read(page.title)}</h2>
          <AnswerList
            form={service.form}
            data={data}
            fields={page.fields}
            action={(_, label) => (
              <Link href={`${base}/${page.id}?check`} aria-label={t('changeWhat', { what: label })}>
                {t('change')}
              </Link>
            )}
          />
        </section>
      ))}
      {lookups}
      <Hidden titles={hidden} />
      {problems.length === 0 ? (
        <>
          <p className="k-after">{t('submitHint')}</p>
          <div className="k-actions">
            <Button busy={busy} onClick={() => void submit()}>
              {t(busy ? 'submitting' : 'submit')}
            </Button>
          </div>
        </>
      ) : null}
    </Page>
  );
}
