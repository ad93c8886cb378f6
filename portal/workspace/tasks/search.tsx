import { type FormEvent, useId, useState } from 'react';
import { isReference, plainReference, spokenReference } from '#core/case/reference.ts';
import { useApi } from '#portal/shell/app.tsx';
import { CommandProblem } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { useLocation } from '#portal/shell/router.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { casePath } from '../paths.ts';
import { workspaceTexts } from '../texts.ts';
import type { Listed, TaskLine } from '../view.ts';

type Found = Pick<TaskLine, 'service' | 'case'>;

/** Finds a case by its public reference, as it was read out on the phone, and goes on to it, or to another page about it. */
export function Search({ to = casePath }: { to?: (found: Found) => string }) {
  const t = useTexts(workspaceTexts);
  const api = useApi();
  const id = useId();
  const [, go] = useLocation();
  const [entered, setEntered] = useState('');
  /** What is wrong with what was entered: that it is no reference, or the reference that nothing has. */
  const [wrong, setWrong] = useState<'searchWrong' | { unknown: string } | undefined>();
  const mistake =
    wrong === undefined
      ? ''
      : wrong === 'searchWrong'
        ? t('searchWrong')
        : t('notFound', { reference: spokenReference(wrong.unknown) });
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  const find = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    const reference = plainReference(entered);
    if (!isReference(reference)) return setWrong('searchWrong');
    setWrong(undefined);
    setBusy(true);
    const answer = await api.get<Listed<Found>>('/cases', { query: { reference } });
    setBusy(false);
    if (!answer.ok && answer.problem.status !== 404) return setProblem(answer.problem);
    const found = answer.ok ? answer.data.items[0] : undefined;
    if (!found) return setWrong({ unknown: reference });
    go(to(found));
  };

  return (
    <search>
      <form className="w-search" onSubmit={find} noValidate>
        <label className="k-label" htmlFor={id}>
          {t('searchLabel')}
        </label>
        <p className="k-hint" id={`${id}-hint`}>
          {t('searchHint')}
        </p>
        {mistake ? (
          <p className="k-error" id={`${id}-error`} role="alert">
            {mistake}
          </p>
        ) : null}
        <div className="w-search__row">
          <input
            id={id}
            className="k-input"
            inputMode="numeric"
            autoComplete="off"
            value={entered}
            aria-invalid={mistake !== '' || undefined}
            aria-describedby={`${id}-hint${mistake ? ` ${id}-error` : ''}`}
            onChange={(event) => setEntered(event.target.value)}
          />
          <Button type="submit" kind="secondary" busy={busy}>
            {t('search')}
          </Button>
        </div>
        <CommandProblem problem={problem} />
      </form>
    </search>
  );
}
