import { spokenReference } from '#core/case/reference.ts';
import { Link } from '#portal/shell/router.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Tag } from '#portal/theme/parts/tag.tsx';
import { showDeadline, urgency } from '../deadline.ts';
import { casePath } from '../paths.ts';
import { workspaceTexts } from '../texts.ts';
import type { TaskLine } from '../view.ts';

function Holder({ task, me }: { task: TaskLine; me: string }) {
  const t = useTexts(workspaceTexts);
  if (task.claimedBy === undefined) {
    const free = { head: 'awaitsHead', draw: 'awaitsDraw', nobody: 'free' } as const;
    return <span className="w-task__holder">{t(free[task.awaits ?? 'nobody'])}</span>;
  }
  return (
    <span className="w-task__holder">
      {task.claimedBy === me ? t('mine') : t('taken', { name: task.claimedByName ?? task.claimedBy })}
    </span>
  );
}

function Due({ task, now }: { task: TaskLine; now: number }) {
  const t = useTexts(workspaceTexts);
  const { language } = useLanguage();
  if (task.due === undefined) return <span className="k-soft">{t('noDue')}</span>;
  const kind = task.overdue ? 'late' : urgency(task.due, now);
  return (
    <span className="w-task__due">
      {kind === 'late' ? <Tag kind="bad">{t('late')}</Tag> : null}
      {kind === 'soon' ? <Tag kind="attention">{t('soon')}</Tag> : null}
      <time dateTime={task.due}>{showDeadline(task.due, now, language)}</time>
    </span>
  );
}

/** Tasks as the server sorted them, by deadline. `now` is in ms since 1970. */
export function TaskList({
  tasks,
  me,
  now,
  busy,
  onClaim,
}: {
  tasks: readonly TaskLine[];
  me: string;
  now: number;
  busy: boolean;
  onClaim: (task: TaskLine) => void;
}) {
  const t = useTexts(workspaceTexts);
  const read = useLocalised();
  return (
    <ol className="w-tasks">
      {tasks.map((task) => (
        <li key={`${task.case}#${task.path}#${task.consult ?? ''}`} className="w-task">
          <div className="w-task__what">
            <h2 className="w-task__title">
              <Link href={casePath(task)}>{read(task.title)}</Link>
              {task.consult ? <Tag kind="waiting">{t('consult')}</Tag> : null}
            </h2>
            <p className="k-soft">
              <span className="w-reference">{spokenReference(task.reference)}</span> {read(task.serviceTitle)}
            </p>
          </div>
          <Due task={task} now={now} />
          <Holder task={task} me={me} />
          <div className="w-task__act">
            {task.claimedBy === undefined && task.awaits === undefined ? (
              <Button
                kind="secondary"
                busy={busy}
                label={`${t('claim')}: ${task.reference}`}
                onClick={() => onClaim(task)}
              >
                {t('claim')}
              </Button>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
