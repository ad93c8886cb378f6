import { useEffect, useRef, useState } from 'react';
import type { PublicStatus } from '#core/api/types.ts';
import { spokenReference } from '#core/case/reference.ts';
import { useApi } from '#portal/shell/app.tsx';
import { CommandProblem, Page } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { showInstant } from '#portal/theme/dates.ts';
import { ErrorSummary } from '#portal/theme/form/error-summary.tsx';
import { FieldFrame } from '#portal/theme/form/field-frame.tsx';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { SummaryList } from '#portal/theme/parts/summary-list.tsx';
import { citizenTexts } from '../texts.ts';

/** 12 digits of which the last two are a check (ISO 7064 MOD 97-10). Blanks and hyphens do not matter. */
export function reference(typed: string): string | undefined {
  const digits = typed.replace(/[\s-]/g, '');
  if (!/^\d{12}$/.test(digits) || Number(digits) % 97 !== 1) return undefined;
  return `${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`;
}

/** `/status`: how an application stands, for anyone who knows its reference. */
export function StatusPage() {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const api = useApi();
  const [typed, setTyped] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [wrong, setWrong] = useState<'statusWrong' | 'statusNone' | undefined>();
  const error = wrong && t(wrong);
  const [problem, setProblem] = useState<Problem | undefined>();
  const [found, setFound] = useState<PublicStatus | undefined>();
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // what was asked for is where one goes on
    if (found) heading.current?.focus();
  }, [found]);

  function refuse(why: 'statusWrong' | 'statusNone'): void {
    setWrong(why);
    setAttempt((n) => n + 1);
  }

  async function look(): Promise<void> {
    setFound(undefined);
    setProblem(undefined);
    const known = reference(typed);
    if (!known) return refuse('statusWrong');
    setWrong(undefined);
    setBusy(true);
    const answer = await api.get<PublicStatus>(`/status/${known}`, { open: true });
    setBusy(false);
    if (answer.ok) setFound(answer.data);
    else if (answer.problem.status === 404) refuse('statusNone');
    else setProblem(answer.problem);
  }

  return (
    <Page title={t('statusTitle')}>
      <ErrorSummary turn={attempt} errors={error ? [{ id: 'reference', text: error }] : []} />
      <p className="k-lead">{t('statusLead')}</p>
      <CommandProblem problem={problem} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <FieldFrame
          id="reference"
          label={t('statusField')}
          hint={t('statusHint')}
          required
          group={false}
          errors={error ? [error] : []}
        >
          <input
            id="reference"
            className="k-input k-input--10"
            inputMode="numeric"
            autoComplete="off"
            aria-describedby={error ? 'reference-hint reference-error' : 'reference-hint'}
            aria-invalid={error ? true : undefined}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </FieldFrame>
        <Button type="submit" busy={busy}>
          {t('statusGo')}
        </Button>
      </form>
      {found ? (
        <section aria-labelledby="found">
          <h2 className="k-h2" id="found" ref={heading} tabIndex={-1}>
            {read(found.service)}
          </h2>
          <SummaryList
            rows={[
              { key: 'reference', term: t('reference'), value: spokenReference(found.reference) },
              { key: 'state', term: t('statusTitle'), value: read(found.state) },
              { key: 'changed', term: t('changed'), value: showInstant(found.changedAt, language) },
            ]}
          />
        </section>
      ) : null}
    </Page>
  );
}
