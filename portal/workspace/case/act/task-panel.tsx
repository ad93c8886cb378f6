import { useId, useState } from 'react';
import { CommandProblem } from '#portal/shell/page.tsx';
import { showDay } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Tag } from '#portal/theme/parts/tag.tsx';
import { useCommands } from '../../command.ts';
import { showDeadline } from '../../deadline.ts';
import { caseApi, taskStep } from '../../paths.ts';
import { workspaceTexts } from '../../texts.ts';
import type { CaseView, ConsultView, TaskView } from '../../view.ts';
import { ActForm, type OnActed } from './act-form.tsx';
import { Assign, Consult, Transfer } from './colleagues.tsx';
import { TextField } from './fields.tsx';
import { actTexts } from './texts.ts';
import { usePlaceTitles } from './where.tsx';

interface PanelProps {
  readonly of: CaseView;
  readonly task: TaskView;
  readonly etag: string | null;
  readonly now: number;
  readonly onActed: OnActed;
}

/** One task of the case: who has it, what may be done with it. */
export function TaskPanel({ of, task, etag, now, onActed }: PanelProps) {
  const t = useTexts(actTexts);
  const w = useTexts(workspaceTexts);
  const { language } = useLanguage();
  const read = useLocalised();
  const commands = useCommands();
  const may = (what: string) => task.may.includes(what);
  const step = async (name: 'claim' | 'release') =>
    onActed(await commands.run(caseApi(of.service, of.id, 'tasks', taskStep(task), name), { ifMatch: etag }));
  const side = { of, task, etag, onActed };

  return (
    <section className="k-card w-panel" aria-labelledby={`task-${task.path}`}>
      <h3 className="k-card__title" id={`task-${task.path}`}>
        {read(task.title)}
      </h3>
      <p className="k-soft">
        {task.due ? t('due', { at: showDeadline(task.due, now, language) }) : w('noDue')}{' '}
        {task.overdue ? <Tag kind="bad">{w('late')}</Tag> : null}
      </p>
      {task.say ? <p>{read(task.say)}</p> : null}
      <CommandProblem problem={commands.problem} />
      {task.consults?.map((consult) => (
        <Opinion key={consult.id} of={of} task={task} consult={consult} etag={etag} onActed={onActed} />
      ))}
      {may('claim') ? (
        <>
          <p className="k-hint">{t('claimHint')}</p>
          <Button busy={commands.busy} onClick={() => void step('claim')}>
            {t('claim')}
          </Button>
        </>
      ) : null}
      {task.claimedBy === undefined && may('transfer') && !may('claim') ? (
        <p className="k-hint">{t('givenHint')}</p>
      ) : null}
      {task.claimedBy !== undefined && !task.mine ? (
        <p>{task.claimedByName ? t('takenBy', { name: task.claimedByName }) : t('taken')}</p>
      ) : null}
      {task.kept ? <p className="k-hint">{t(task.kept)}</p> : null}
      {may('act') ? <ActForm key={`${of.id}.${task.path}`} {...side} /> : null}
      {may('release') ? (
        <Button kind="plain" busy={commands.busy} onClick={() => void step('release')}>
          {t('release')}
        </Button>
      ) : null}
      {may('consult') ? <Consult {...side} /> : null}
      {may('transfer') ? <Transfer {...side} /> : null}
      {may('assign') ? <Assign {...side} /> : null}
    </section>
  );
}

/** An opinion asked of a colleague: the answer, or a place to write it for the one who is asked. */
function Opinion({
  of,
  task,
  consult,
  etag,
  onActed,
}: Omit<PanelProps, 'now'> & { readonly consult: ConsultView }) {
  const t = useTexts(actTexts);
  const { language } = useLanguage();
  const id = useId();
  const commands = useCommands();
  const where = usePlaceTitles();
  const [opinion, setOpinion] = useState('');
  const [tried, setTried] = useState(false);
  const mistake = tried && opinion.trim() === '' ? t('writeOpinion') : undefined;
  const send = async () => {
    setTried(true);
    if (opinion.trim() === '') return document.getElementById(id)?.focus();
    const path = caseApi(of.service, of.id, 'tasks', taskStep(task), 'consults', consult.id);
    onActed(await commands.run(path, { body: { opinion: opinion.trim() }, ifMatch: etag }));
  };
  return (
    <div className="w-opinion">
      <p className="k-soft">
        {t('opinions')}: {where(consult)}
      </p>
      {consult.question ? <p>{consult.question}</p> : null}
      {consult.opinion ? <blockquote>{consult.opinion}</blockquote> : null}
      {!consult.opinion && !consult.mine ? (
        <p className="k-soft">{t('waitingOpinion', { at: showDay(consult.by, language) })}</p>
      ) : null}
      {!consult.opinion && consult.mine ? (
        <>
          <TextField id={id} label={t('opinion')} mistake={mistake} value={opinion} onChange={setOpinion} />
          <CommandProblem problem={commands.problem} />
          <Button busy={commands.busy} onClick={() => void send()}>
            {t('sendOpinion')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
