import { useState } from 'react';
import type { PublishedDefinition, ScenarioSet } from '#core/api/types.ts';
import { useApi } from '#portal/shell/app.tsx';
import { CommandProblem } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import type { Json } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { publishTexts } from './texts.ts';

/** Earlier versions: one is gone back to by taking it as the draft and publishing it anew. */
export function Versions({ last }: { last: number }) {
  const t = useTexts(publishTexts);
  const api = useApi();
  const { keeper, edit, open, announce } = useDesign();
  const [problem, setProblem] = useState<Problem>();

  async function take(version: number): Promise<void> {
    const answer = await api.get<PublishedDefinition>(
      `/definitions/${keeper.kind}/${keeper.id}/versions/${version}`,
    );
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    const failure = answer.data.scenarios ? await takeScenarios(answer.data.scenarios) : undefined;
    setProblem(failure);
    if (failure) return;
    edit([{ do: 'put', at: '', value: answer.data.source as Json }]);
    announce(t('taken', { version }));
  }

  /** The examples of then come along: those of now may ask for what it had not. */
  async function takeScenarios(scenarios: object): Promise<Problem | undefined> {
    const path = `/definitions/${keeper.kind}/${keeper.id}/scenarios`;
    const now = await api.get<ScenarioSet>(path);
    if (!now.ok) return now.problem;
    const kept = await api.put(path, { ifMatch: now.etag ?? '"0"', body: { scenarios } });
    if (!kept.ok) return kept.problem;
    return undefined;
  }

  return (
    <details className="d-entry">
      <summary>{t('versions')}</summary>
      <p className="k-hint">{t('versionsHint')}</p>
      <CommandProblem problem={problem} />
      <div className="d-acts">
        {Array.from({ length: last }, (_, n) => last - n).map((version) => (
          <Button key={version} kind="secondary" disabled={!open} onClick={() => void take(version)}>
            {t('take', { version })}
          </Button>
        ))}
      </div>
    </details>
  );
}
