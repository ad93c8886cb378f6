import { useState } from 'react';
import { useSession } from '#portal/shell/app.tsx';
import { CommandProblem, Page, ProblemPage } from '#portal/shell/page.tsx';
import { shellTexts } from '#portal/shell/texts.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { Empty, Loading } from '#portal/theme/parts/waiting.tsx';
import { useCommands } from '../command.ts';
import { useList } from '../list.ts';
import { More } from '../more.tsx';
import { useNow } from '../now.ts';
import { caseApi, taskStep } from '../paths.ts';
import { workspaceTexts } from '../texts.ts';
import type { AppointmentView, TaskLine } from '../view.ts';
import { Filters, type TaskFilter } from './filters.tsx';
import { Search } from './search.tsx';
import { TaskList } from './task-list.tsx';

/** What waits for this officer, in every role and office they hold. */
export function TasksPage({ appointments }: { appointments: readonly AppointmentView[] }) {
  const t = useTexts(workspaceTexts);
  const shell = useTexts(shellTexts);
  const { state } = useSession();
  const now = useNow();
  const [filter, setFilter] = useState<TaskFilter>({ role: '', office: '' });
  const list = useList<TaskLine>('/tasks', { role: filter.role, office: filter.office });
  const commands = useCommands();
  const me = state.is === 'in' ? state.person.id : '';
  const narrowed = filter.role !== '' || filter.office !== '';

  const claim = async (task: TaskLine) => {
    await commands.run(caseApi(task.service, task.case, 'tasks', taskStep(task), 'claim'));
    list.again();
  };

  if (list.is === 'failed' && list.items.length === 0 && list.problem)
    return <ProblemPage problem={list.problem} again={list.again} />;
  return (
    <Page title={t('tasksTitle')} wide>
      <div className="w-tools">
        <Search />
        {appointments.length > 1 ? (
          <Filters appointments={appointments} filter={filter} onChange={setFilter} />
        ) : null}
      </div>
      <CommandProblem problem={commands.problem ?? list.problem} />
      {list.is === 'loading' ? (
        <Loading label={shell('loading')} />
      ) : list.items.length === 0 ? (
        <Empty title={t('emptyTitle')}>
          <p>
            {appointments.length === 0 ? t('noAppointments') : narrowed ? t('emptyFiltered') : t('emptyText')}
          </p>
        </Empty>
      ) : (
        <>
          <p className="k-soft" role="status">
            {t('count', { count: list.items.length })}
            {list.hasMore ? `, ${t('shown')}` : ''}. {t('tasksHint')}.
          </p>
          <TaskList tasks={list.items} me={me} now={now} busy={commands.busy} onClaim={claim} />
        </>
      )}
      <More list={list} />
    </Page>
  );
}
