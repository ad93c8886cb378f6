import { type FormEvent, type ReactNode, useId, useMemo, useState } from 'react';
import type { FieldProblem, Json } from '#core/form/types.ts';
import type { Answer } from '#portal/shell/api.ts';
import { CommandProblem } from '#portal/shell/page.tsx';
import { mistakesUnder } from '#portal/shell/problem.ts';
import { ErrorSummary } from '#portal/theme/form/error-summary.tsx';
import { KladkaForm } from '#portal/theme/form/kladka-form.tsx';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { useCommands } from '../../command.ts';
import { useKept } from '../../kept.ts';
import { caseApi, taskStep } from '../../paths.ts';
import type { CaseView, TaskView } from '../../view.ts';
import { type ActDraft, bodyOf, emptyDraft, type Missing, missing } from './draft.ts';
import { Edits } from './edits.tsx';
import { Choice, Group, TextField } from './fields.tsx';
import { Grounds } from './grounds.tsx';
import { Marks } from './marks.tsx';
import { actTexts } from './texts.ts';

const asks = {
  action: 'chooseAction',
  reason: 'writeReason',
  grounds: 'chooseGround',
  explain: 'writeExplain',
  marks: 'chooseMarks',
} as const satisfies Record<Missing, string>;

/** How a decision was taken by the server; the page shows the case anew either way. */
export type OnActed = (answer: Answer<unknown>) => void;

/** Decides a task: the officer's own form, an action, and what that action asks for. */
export function ActForm({
  of,
  task,
  etag,
  onActed,
}: {
  of: CaseView;
  task: TaskView;
  etag: string | null;
  onActed: OnActed;
}) {
  const t = useTexts(actTexts);
  const read = useLocalised();
  const id = useId();
  const [draft, keep, forget] = useKept<ActDraft>(`act.${of.id}.${task.path}`, emptyDraft);
  const [attempt, setAttempt] = useState(0);
  const commands = useCommands();
  const action = task.actions.find((one) => one.id === draft.action);
  const lacks = attempt > 0 ? missing(draft, action) : [];
  const mistake = (part: Missing) => (lacks.includes(part) ? t(asks[part]) : undefined);
  const change = (part: Partial<ActDraft>) => {
    commands.clear();
    keep({ ...draft, ...part });
  };

  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    setAttempt((n) => n + 1);
    if (!action || missing(draft, action).length > 0) return;
    const answer = await commands.run(
      caseApi(of.service, of.id, 'tasks', taskStep(task), 'actions', action.id),
      {
        body: bodyOf(draft, action, task.form),
        ifMatch: etag,
      },
    );
    if (answer.ok) forget();
    onActed(answer);
  };

  const decision = (
    <>
      <ErrorSummary
        turn={attempt}
        errors={lacks.map((part) => ({ id: `${id}-${part}`, text: t(asks[part]) }))}
      />
      <Group id={`${id}-action`} legend={t('decision')} mistake={mistake('action')}>
        {task.actions.map((one) => (
          <Choice
            key={one.id}
            type="radio"
            id={`${id}-action-${one.id}`}
            name={`${id}-action`}
            label={read(one.title)}
            hint={one.left === undefined ? undefined : t('left', { count: one.left })}
            disabled={one.left === 0}
            checked={draft.action === one.id}
            onChange={() => change({ action: one.id })}
          />
        ))}
      </Group>
      {action?.grounds?.length ? (
        <Grounds
          id={`${id}-grounds`}
          grounds={action.grounds}
          chosen={draft.grounds}
          mistake={mistake('grounds')}
          onChange={(grounds) => change({ grounds })}
        />
      ) : null}
      {action?.explain ? (
        <TextField
          id={`${id}-explain`}
          label={t('explain')}
          hint={t('explainHint')}
          mistake={mistake('explain')}
          value={draft.explain}
          onChange={(explain) => change({ explain })}
        />
      ) : null}
      {action?.reason ? (
        <TextField
          id={`${id}-reason`}
          label={t('reason')}
          hint={t('reasonHint')}
          mistake={mistake('reason')}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
        />
      ) : null}
      {action?.marks ? (
        <Marks
          id={`${id}-marks`}
          of={of}
          pages={task.markable?.[action.id]}
          marks={draft.marks}
          mistake={mistake('marks')}
          onChange={(marks) => change({ marks })}
        />
      ) : null}
      {action?.confirm ? <p className="w-confirm">{read(action.confirm)}</p> : null}
      <CommandProblem problem={conflict(commands.problem?.status) ? undefined : commands.problem} />
      <Button type="submit" busy={commands.busy}>
        {commands.busy ? t('sending') : t('submit')}
      </Button>
    </>
  );

  return (
    <>
      {task.edits?.length ? (
        <Edits
          of={of}
          edits={task.edits}
          changes={draft.changes}
          onChange={(changes) => change({ changes })}
        />
      ) : null}
      {task.form ? (
        <OwnForm
          task={task}
          data={draft.data}
          problems={mistakesUnder(commands.problem, '/data') as FieldProblem[]}
          attempt={attempt}
          onChange={(data) => change({ data })}
          onSubmit={() => void send()}
        >
          {decision}
        </OwnForm>
      ) : (
        <form onSubmit={send} noValidate>
          {decision}
        </form>
      )}
    </>
  );
}

/** A case changed by someone else meanwhile: said by the page, above everything. */
export function conflict(status: number | undefined): boolean {
  return status === 409 || status === 412;
}

/** The officer's own form stands above the decision, in one form element with it. */
function OwnForm({
  task,
  data,
  problems,
  attempt,
  onChange,
  onSubmit,
  children,
}: {
  task: TaskView;
  data: Readonly<Record<string, Json>>;
  problems: readonly FieldProblem[];
  attempt: number;
  onChange: (data: Readonly<Record<string, Json>>) => void;
  onSubmit: () => void;
  children: ReactNode;
}) {
  const form = task.form;
  const fields = useMemo(() => Object.keys(form?.schema.properties ?? {}).map((name) => `/${name}`), [form]);
  if (!form) return null;
  return (
    <KladkaForm
      form={form}
      data={data}
      fields={fields}
      problems={problems}
      attempt={attempt}
      onChange={(next) => onChange(next as Readonly<Record<string, Json>>)}
      onSubmit={onSubmit}
    >
      {children}
    </KladkaForm>
  );
}
