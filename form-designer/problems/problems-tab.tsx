import { lazy, Suspense, useMemo } from 'react';
import type { Problem } from '#core/definition/types.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { Tag } from '#portal/theme/parts/tag.tsx';
import { Loading } from '#portal/theme/parts/waiting.tsx';
import { useDesign } from '../design.tsx';
import { FormPlace } from '../form/place.ts';
import { useLibrary } from '../library.tsx';
import { editsOf } from './mend.ts';
import { placeOf } from './place-of.ts';
import { problemsTexts } from './texts.ts';
import type { Checked } from './use-check.ts';
import { Whereabouts } from './whereabouts.tsx';

const Proofs = lazy(() => import('./proofs.tsx').then(({ Proofs: Shown }) => ({ default: Shown })));
const SimulationPanel = lazy(() =>
  import('./simulation.tsx').then(({ SimulationPanel: Shown }) => ({ default: Shown })),
);

/** Everything that is wrong, each with its place, how to mend it and, where that is mechanical, the mend itself. */
export function ProblemsTab({ checked }: { checked: Checked }) {
  const t = useTexts(problemsTexts);
  const { problems, proof } = checked;
  const { keeper } = useDesign();
  if (!problems) return <Loading label={t('checking')} />;
  const mistakes = problems.filter(({ severity }) => severity === 'mistake');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return (
    <div className="d-one">
      <h2 className="k-h2">{t('title')}</h2>
      {problems.length === 0 ? <Notice kind="success" title={t('none')} /> : null}
      <List title={t('mistakes', { count: mistakes.length })} problems={mistakes} />
      <List title={t('warnings', { count: warnings.length })} problems={warnings} />
      <Suspense fallback={<Loading label={t('checking')} />}>
        {keeper.kind === 'service' ? <Proofs proof={proof} /> : null}
        {proof ? <SimulationPanel simulate={checked.simulate} /> : null}
      </Suspense>
    </div>
  );
}

function List({ title, problems }: { title: string; problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <section>
      <h3 className="k-h3">{title}</h3>
      <ul className="d-problems">
        {problems.map((problem) => (
          <One key={`${problem.pointer} ${problem.code} ${problem.message.en}`} problem={problem} />
        ))}
      </ul>
    </section>
  );
}

function One({ problem }: { problem: Problem }) {
  const t = useTexts(problemsTexts);
  const read = useLocalised();
  const { definition, keeper, goTo, edit, open } = useDesign();
  const { library } = useLibrary();
  const form = useMemo(
    () => (keeper.kind === 'service' ? new FormPlace(definition, '/form', library.parts) : undefined),
    [definition, keeper, library.parts],
  );
  const place = placeOf(problem.pointer, form, keeper.kind);
  const { mend } = problem;
  return (
    <li className="d-problem">
      <p className="d-problem__what">
        <Tag kind={problem.severity === 'mistake' ? 'bad' : 'attention'}>
          {t(problem.severity === 'mistake' ? 'mistake' : 'warning')}
        </Tag>{' '}
        <strong>{read(problem.message)}</strong>
      </p>
      <p>{read(problem.hint)}</p>
      <p className="k-soft">
        <Whereabouts place={place} form={form} /> <code>{problem.pointer || '/'}</code>
      </p>
      <div className="d-acts">
        <Button kind="secondary" onClick={() => goTo(place)}>
          {t('go')}
        </Button>
        {mend && open ? (
          <Button kind="secondary" onClick={() => edit(editsOf(mend, definition))}>
            {t('mend')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
