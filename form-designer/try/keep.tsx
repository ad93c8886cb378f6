import { useState } from 'react';
import { CommandProblem } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { useDesign } from '../design.tsx';
import { Field } from '../parts/fields.tsx';
import { exampleTitle, freeName, type KeptExamples } from './kept-examples.ts';
import { type Run, scenarioOf } from './run.ts';
import { tryTexts } from './texts.ts';

/** Keeps a run as an example beside the draft, under a name. */
export function Keep({ run, kept, outcome }: { run: Run; kept: KeptExamples; outcome: string }) {
  const t = useTexts(tryTexts);
  const read = useLocalised();
  const { open, announce } = useDesign();
  const usual = run.from ? exampleTitle('', run.from, read) : outcome;
  const [typed, setTyped] = useState<string>();
  const [failure, setFailure] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const title = (typed ?? usual).trim();
  if (!open) return null;

  async function keep(): Promise<void> {
    setBusy(true);
    const name = freeName(title, kept.scenarios);
    const scenario = { ...scenarioOf(run), title: { uk: title, en: title } };
    const problem = await kept.save({ ...kept.scenarios, [name]: scenario });
    setBusy(false);
    setFailure(problem);
    if (!problem) announce(t('kept', { title }));
  }

  return (
    <>
      <p className="k-hint">{t('keepHint')}</p>
      <Field tight label={t('keepTitle')} value={typed ?? usual} onChange={setTyped} />
      <CommandProblem problem={failure} />
      <Button kind="secondary" busy={busy} disabled={title === ''} onClick={() => void keep()}>
        {t('keep')}
      </Button>
    </>
  );
}
