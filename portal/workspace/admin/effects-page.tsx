import { useState } from 'react';
import { spokenReference } from '#core/case/reference.ts';
import { CommandProblem, Page, ProblemPage } from '#portal/shell/page.tsx';
import { Link } from '#portal/shell/router.ts';
import { shellTexts } from '#portal/shell/texts.ts';
import { showInstant } from '#portal/theme/dates.ts';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { Empty, Loading } from '#portal/theme/parts/waiting.tsx';
import { useCommands } from '../command.ts';
import { useList } from '../list.ts';
import { More } from '../more.tsx';
import { casePath } from '../paths.ts';
import type { EffectView } from '../view.ts';
import { adminTexts } from './texts.ts';

/** Effects that failed after all attempts; replaying resets one. */
export function EffectsPage() {
  const t = useTexts(adminTexts);
  const shell = useTexts(shellTexts);
  const { language } = useLanguage();
  const list = useList<EffectView>('/effects');
  const commands = useCommands();
  const [replayed, setReplayed] = useState(false);
  const replay = async (effect: EffectView) => {
    const answer = await commands.run(`/effects/${encodeURIComponent(effect.id)}/replay`);
    setReplayed(answer.ok);
    if (answer.ok) list.again();
  };
  if (list.is === 'failed' && list.items.length === 0 && list.problem)
    return <ProblemPage problem={list.problem} again={list.again} />;
  return (
    <Page title={t('effectsTitle')} wide>
      <p className="k-lead">{t('effectsHint')}</p>
      <CommandProblem problem={commands.problem} />
      {replayed ? <Notice kind="success" title={t('replayed')} /> : null}
      {list.is === 'loading' ? <Loading label={shell('loading')} /> : null}
      {list.is === 'ready' && list.items.length === 0 ? <Empty title={t('noEffects')} /> : null}
      <ul className="w-tasks">
        {list.items.map((effect) => (
          <li className="w-task" key={effect.id}>
            <div>
              <h2 className="w-task__title">
                <Link href={casePath(effect)}>{spokenReference(effect.reference)}</Link>
              </h2>
              <p className="k-soft">
                {t('connector')}: {effect.connector}, {effect.kind}
              </p>
            </div>
            <div>
              <p>
                {t('failure')}: {effect.code}
              </p>
              <p className="k-soft">
                {t('since')}: {showInstant(effect.since, language)}
              </p>
            </div>
            <p>
              {t('attempts')}: {effect.attempts}
            </p>
            <div className="w-task__act">
              <Button
                kind="secondary"
                busy={commands.busy}
                label={`${t('replay')}: ${effect.reference}, ${effect.connector}`}
                onClick={() => void replay(effect)}
              >
                {t('replay')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <More list={list} />
    </Page>
  );
}
