import { useId, useState } from 'react';
import { useLoad } from '#portal/shell/load.ts';
import { textOf, useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { caseApi, taskStep } from '../../paths.ts';
import type { AppointmentView, CaseView, Listed, TaskView } from '../../view.ts';
import type { OnActed } from './act-form.tsx';
import { Choice, Field, Group, TextField } from './fields.tsx';
import { SideForm } from './side-form.tsx';
import { actTexts } from './texts.ts';
import { type Where, WhereFields } from './where.tsx';

interface SideProps {
  readonly of: CaseView;
  readonly task: TaskView;
  readonly etag: string | null;
  readonly onActed: OnActed;
}

const nowhere: Where = { agency: '', office: '', role: '' };

function tasks(of: CaseView, task: TaskView, step: string): string {
  return caseApi(of.service, of.id, 'tasks', taskStep(task), step);
}

/** Asks a colleague of any agency for an opinion, with only the fields that are ticked. */
export function Consult({ of, task, etag, onActed }: SideProps) {
  const t = useTexts(actTexts);
  const { language } = useLanguage();
  const id = useId();
  const [where, setWhere] = useState(nowhere);
  const [question, setQuestion] = useState('');
  const [by, setBy] = useState('');
  const [fields, setFields] = useState<readonly string[]>([]);
  const pages = (of.frame.pages ?? []).map((page) => ({
    label: textOf(page.title, language),
    fields: page.fields.filter((pointer) => pointer.slice(1).split('/')[0] !== undefined),
    id: page.id,
  }));
  const lacks =
    where.role === '' ? t('role') : question.trim() === '' ? t('question') : by === '' ? t('by') : undefined;
  return (
    <SideForm
      title={t('consult')}
      lacks={lacks}
      send={{
        path: tasks(of, task, 'consults'),
        body: { ...where, question: question.trim(), by, fields },
        ifMatch: etag,
      }}
      onActed={onActed}
    >
      <WhereFields id={`${id}-where`} where={where} onChange={setWhere} />
      <TextField id={`${id}-question`} label={t('question')} value={question} onChange={setQuestion} />
      <Field id={`${id}-by`} label={t('by')}>
        {() => (
          <input
            id={`${id}-by`}
            type="date"
            className="k-input k-input--10"
            value={by}
            onChange={(event) => setBy(event.target.value)}
          />
        )}
      </Field>
      <Group id={`${id}-share`} legend={t('share')}>
        {pages.map((page) => (
          <Choice
            key={page.id}
            type="checkbox"
            id={`${id}-share-${page.id}`}
            label={page.label}
            checked={page.fields.every((pointer) => fields.includes(pointer))}
            onChange={(on) =>
              setFields(
                on
                  ? [...new Set([...fields, ...page.fields])]
                  : fields.filter((pointer) => !page.fields.includes(pointer)),
              )
            }
          />
        ))}
      </Group>
    </SideForm>
  );
}

/** Hands the task to another office, with a reason. */
export function Transfer({ of, task, etag, onActed }: SideProps) {
  const t = useTexts(actTexts);
  const id = useId();
  const [where, setWhere] = useState(nowhere);
  const [reason, setReason] = useState('');
  return (
    <SideForm
      title={t('transfer')}
      lacks={where.role === '' ? t('role') : reason.trim() === '' ? t('reason') : undefined}
      send={{ path: tasks(of, task, 'transfer'), body: { ...where, reason: reason.trim() }, ifMatch: etag }}
      onActed={onActed}
    >
      <WhereFields id={`${id}-where`} where={where} onChange={setWhere} />
      <TextField id={`${id}-reason`} label={t('reason')} value={reason} onChange={setReason} />
    </SideForm>
  );
}

/** The head gives the task to one of those who hold its role in its office. */
export function Assign({ of, task, etag, onActed }: SideProps) {
  const t = useTexts(actTexts);
  const read = useLocalised();
  const id = useId();
  const [person, setPerson] = useState('');
  const { load } = useLoad(`${task.agency}#${task.office}#${task.role}`, (api, signal) =>
    api.get<Listed<AppointmentView>>('/appointments', {
      query: { agency: task.agency, office: task.office, role: task.role },
      signal,
    }),
  );
  const people = load.is === 'ready' ? load.data.items : [];
  return (
    <SideForm
      title={t('assign')}
      lacks={person === '' ? t('person') : undefined}
      send={{ path: tasks(of, task, 'assign'), body: { person }, ifMatch: etag }}
      onActed={onActed}
    >
      <Field id={`${id}-person`} label={t('person')}>
        {() => (
          <select
            id={`${id}-person`}
            className="k-select"
            value={person}
            onChange={(event) => setPerson(event.target.value)}
          >
            <option value="">—</option>
            {people.map((one) => (
              <option key={one.person} value={one.person}>
                {one.name ?? one.person}, {read(one.roleTitle) || one.role}
              </option>
            ))}
          </select>
        )}
      </Field>
    </SideForm>
  );
}

/** Extends the term in law of the whole case. */
export function Extend({ of, etag, onActed }: Omit<SideProps, 'task'>) {
  const t = useTexts(actTexts);
  const id = useId();
  const [reason, setReason] = useState('');
  return (
    <SideForm
      title={t('extend')}
      lacks={reason.trim() === '' ? t('reason') : undefined}
      send={{ path: caseApi(of.service, of.id, 'extend'), body: { reason: reason.trim() }, ifMatch: etag }}
      onActed={onActed}
    >
      <TextField id={`${id}-reason`} label={t('reason')} value={reason} onChange={setReason} />
    </SideForm>
  );
}
