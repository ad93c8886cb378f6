import { type ReactNode, useEffect, useRef, useState } from 'react';
import { spokenReference } from '#core/case/reference.ts';
import { useLoad } from '#portal/shell/load.ts';
import { Loaded, Page } from '#portal/shell/page.tsx';
import { showInstant } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { useNow } from '../now.ts';
import { caseApi } from '../paths.ts';
import type { CaseView } from '../view.ts';
import { conflict, type OnActed } from './act/act-form.tsx';
import { TaskPanel } from './act/task-panel.tsx';
import { WholeCase } from './act/whole.tsx';
import { CaseAnswers } from './answers.tsx';
import { Clock } from './clock.tsx';
import { CaseData } from './data.tsx';
import { CaseDocuments } from './documents.tsx';
import { CaseFiles } from './files.tsx';
import { CaseHistory } from './history.tsx';
import { LinkedCases } from './linked.tsx';
import { CaseMessages } from './messages.tsx';
import { CaseParties } from './parties.tsx';
import { caseTexts } from './texts.ts';

/** One case: what is to be done beside what is known. */
export function CasePage({ service, id }: { service: string; id: string }) {
  const { language } = useLanguage();
  const { load, again } = useLoad(
    `${service}/${id}`,
    (api, signal) => api.get<CaseView>(caseApi(service, id), { signal }),
    language,
  );
  const [told, setTold] = useState<Told>({ what: undefined, turn: 0 });
  const onActed: OnActed = (answer) => {
    const what = answer.ok ? 'done' : conflict(answer.problem.status) ? 'conflict' : undefined;
    if (!what) return;
    setTold((before) => ({ what, turn: before.turn + 1 }));
    again();
  };
  return (
    <Loaded load={load} again={again}>
      {(of, etag) => <CaseParts of={of} etag={etag} told={told} onActed={onActed} />}
    </Loaded>
  );
}

/** What came of the last act; `turn` counts them. */
interface Told {
  readonly what: 'done' | 'conflict' | undefined;
  readonly turn: number;
}

const channels = {
  portal: 'portal',
  counter: 'counter',
  post: 'post',
  officer: 'officer',
  schedule: 'schedule',
} as const;

function CaseParts({
  of,
  etag,
  told,
  onActed,
}: {
  of: CaseView;
  etag: string | null;
  told: Told;
  onActed: OnActed;
}) {
  const t = useTexts(caseTexts);
  const { language } = useLanguage();
  const read = useLocalised();
  const now = useNow();
  // one who is only asked for an opinion is shown what was shared with them, not empty parts
  const whole = of.history.length > 0;
  const channel = channels[of.channel as keyof typeof channels];
  return (
    <Page
      title={spokenReference(of.reference)}
      caption={read(of.serviceTitle)}
      back={{ href: '/', label: t('back') }}
      wide
    >
      <Outcome told={told} />
      <div className="w-head">
        <dl className="k-facts">
          <div>
            <dt>{t('state')}</dt>
            <dd>{read(of.title)}</dd>
          </div>
          <div>
            <dt>{t('submitted')}</dt>
            <dd>{showInstant(of.submittedAt, language)}</dd>
          </div>
          <div>
            <dt>{t('channel')}</dt>
            <dd>{channel ? t(channel) : of.channel}</dd>
          </div>
        </dl>
        <Clock of={of} now={now} />
      </div>
      <div className="w-case">
        <aside className="w-case__work" aria-label={t('work')}>
          <h2 className="k-hidden">{t('work')}</h2>
          {of.tasks.length === 0 ? <p className="k-soft">{t('noTasks')}</p> : null}
          {of.tasks.map((task) => (
            <TaskPanel key={task.path} of={of} task={task} etag={etag} now={now} onActed={onActed} />
          ))}
          <WholeCase key={`${of.id} ${of.outcome?.at ?? ''}`} of={of} etag={etag} onActed={onActed} />
        </aside>
        <div className="w-case__known">
          <Part id="data" title={t('data')}>
            <CaseData of={of} />
          </Part>
          <Part id="files" title={t('files')} shown={whole || of.files.length > 0}>
            <CaseFiles of={of} />
          </Part>
          <Part id="documents" title={t('documents')} shown={whole || of.documents.length > 0}>
            <CaseDocuments of={of} />
          </Part>
          <Part id="answers" title={t('answers')} shown={whole || of.answers.length > 0}>
            <CaseAnswers of={of} />
          </Part>
          <Part id="parties" title={t('parties')} shown={whole || of.parties.length > 0}>
            <CaseParties of={of} />
          </Part>
          <Part id="messages" title={t('messages')} shown={whole || of.notes.length > 0}>
            <CaseMessages key={of.id} of={of} onActed={onActed} />
          </Part>
          <Part
            id="linked"
            title={t('linked')}
            shown={of.cameOf !== undefined || (of.linked ?? []).length > 0}
          >
            <LinkedCases of={of} />
          </Part>
          <Part id="history" title={t('history')} shown={whole}>
            <CaseHistory of={of} />
          </Part>
        </div>
      </div>
    </Page>
  );
}

/** What came of the last act. It takes the focus, as what was pressed may be gone. */
function Outcome({ told }: { told: Told }) {
  const t = useTexts(caseTexts);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (told.turn > 0) box.current?.focus();
  }, [told.turn]);
  return (
    <div ref={box} tabIndex={-1} className="w-outcome">
      {told.what === 'conflict' ? (
        <Notice kind="error" title={t('conflictTitle')}>
          <p>{t('conflictText')}</p>
        </Notice>
      ) : null}
      {told.what === 'done' ? (
        <Notice kind="success" title={t('doneTitle')}>
          <p>{t('doneText')}</p>
        </Notice>
      ) : null}
    </div>
  );
}

function Part({
  id,
  title,
  shown = true,
  children,
}: {
  id: string;
  title: string;
  shown?: boolean;
  children: ReactNode;
}) {
  if (!shown) return null;
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 className="k-h2" id={`${id}-title`}>
        {title}
      </h2>
      {children}
    </section>
  );
}
