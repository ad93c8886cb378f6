import { useId, useState } from 'react';
import { useLoad } from '#portal/shell/load.ts';
import { textOf, useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { caseApi, taskStep } from '../../paths.ts';
import type { AppointmentView, CaseView, Listed, TaskView } from '../../view.ts';
import type { OnActed } from './act-form.tsx';
import { Choice, Field, Group, TextField } from './fields.tsx';
import { SideForm } from './side-form.tsx';
import { actTexts } from './texts.ts';
import { type Where, WhereFields, whereNeeds } from './where.tsx';

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

const noQuestion = { where: nowhere, question: '', by: '', fields: [] as readonly string[] };

/** Asks a colleague of any agency for an opinion, with only the fields that are ticked. */
export function Consult({ of, task, etag, onActed }: SideProps) {
  const t = useTexts(actTexts);
  const { language } = useLanguage();
  const id = useId();
  const [asked, setAsked] = useState(noQuestion);
  const { where, question, by, fields } = asked;
  const change = (part: Partial<typeof noQuestion>) => setAsked({ ...asked, ...part });
  const pages = (of.frame.pages ?? []).map((page) => ({
    label: textOf(page.title, language),
    fields: page.fields.filter((pointer) => pointer.slice(1).split('/')[0] !== undefined),
    id: page.id,
  }));
  return (
    <SideForm
      title={t('consult')}
      needs={[
        ...whereNeeds(`${id}-where`, where, t),
        { id: `${id}-question`, text: t('writeQuestion'), met: question.trim() !== '' },
        { id: `${id}-by`, text: t('chooseBy'), met: by !== '' },
      ]}
      send={{
        path: tasks(of, task, 'consults'),
        body: { ...where, question: question.trim(), by, fields },
        ifMatch: etag,
      }}
      onActed={onActed}
      onDone={() => setAsked(noQuestion)}
    >
      {(mistake) => (
        <>
          <WhereFields
            id={`${id}-where`}
            where={where}
            mistake={mistake}
            onChange={(next) => change({ where: next })}
          />
          <TextField
            id={`${id}-question`}
            label={t('question')}
            mistake={mistake(`${id}-question`)}
            value={question}
            onChange={(next) => change({ question: next })}
          />
          <Field id={`${id}-by`} label={t('by')} mistake={mistake(`${id}-by`)}>
            {(described) => (
              <input
                id={`${id}-by`}
                type="date"
                className="k-input k-input--10"
                value={by}
                aria-describedby={described}
                onChange={(event) => change({ by: event.target.value })}
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
                  change({
                    fields: on
                      ? [...new Set([...fields, ...page.fields])]
                      : fields.filter((pointer) => !page.fields.includes(pointer)),
                  })
                }
              />
            ))}
          </Group>
        </>
      )}
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
      needs={[
        ...whereNeeds(`${id}-where`, where, t),
        { id: `${id}-reason`, text: t('writeReason'), met: reason.trim() !== '' },
      ]}
      send={{ path: tasks(of, task, 'transfer'), body: { ...where, reason: reason.trim() }, ifMatch: etag }}
      confirm={{ title: t('transferSure'), text: t('transferText'), mild: true }}
      onActed={onActed}
    >
      {(mistake) => (
        <>
          <WhereFields id={`${id}-where`} where={where} mistake={mistake} onChange={setWhere} />
          <TextField
            id={`${id}-reason`}
            label={t('reason')}
            mistake={mistake(`${id}-reason`)}
            value={reason}
            onChange={setReason}
          />
        </>
      )}
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
      needs={[{ id: `${id}-person`, text: t('choosePerson'), met: person !== '' }]}
      send={{ path: tasks(of, task, 'assign'), body: { person }, ifMatch: etag }}
      onActed={onActed}
      onDone={() => setPerson('')}
    >
      {(mistake) => (
        <Field id={`${id}-person`} label={t('person')} mistake={mistake(`${id}-person`)}>
          {(described) => (
            <select
              id={`${id}-person`}
              className="k-select"
              value={person}
              aria-describedby={described}
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
      )}
    </SideForm>
  );
}
