import { useState } from 'react';
import { useSession } from '#portal/shell/app.tsx';
import { CommandProblem, Page, ProblemPage } from '#portal/shell/page.tsx';
import { shellTexts } from '#portal/shell/texts.ts';
import { showDay } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Confirm } from '#portal/theme/parts/confirm.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { Empty, Loading } from '#portal/theme/parts/waiting.tsx';
import { useCommands } from '../command.ts';
import { useList } from '../list.ts';
import { More } from '../more.tsx';
import type { AppointmentView } from '../view.ts';
import { Grant } from './grant.tsx';
import { adminTexts } from './texts.ts';

/** Who holds which role in the administrator's agency; granting and revoking, never to oneself. */
export function AppointmentsPage({ agency }: { agency: string }) {
  const t = useTexts(adminTexts);
  const shell = useTexts(shellTexts);
  const { language } = useLanguage();
  const read = useLocalised();
  const { state } = useSession();
  const me = state.is === 'in' ? state.person.id : '';
  const list = useList<AppointmentView>('/appointments', { agency });
  const commands = useCommands();
  const [told, setTold] = useState<'granted' | 'revoked'>();
  const [asking, setAsking] = useState<AppointmentView>();
  const revoke = async (one: AppointmentView) => {
    const steps = [one.person, one.agency, one.office, one.role].map(encodeURIComponent).join('/');
    const answer = await commands.run(`/appointments/${steps}`, { method: 'DELETE' });
    setAsking(undefined);
    setTold(answer.ok ? 'revoked' : undefined);
    if (answer.ok) list.again();
  };
  const granted = () => {
    setTold('granted');
    list.again();
  };
  if (list.is === 'failed' && list.items.length === 0 && list.problem)
    return <ProblemPage problem={list.problem} again={list.again} />;
  return (
    <Page title={t('appointmentsTitle')} wide>
      <p className="k-lead">{t('appointmentsHint')}</p>
      <CommandProblem problem={commands.problem} />
      {told ? <Notice kind="success" title={t(told)} /> : null}
      <Grant agency={agency} me={me} onGranted={granted} />
      {list.is === 'loading' ? <Loading label={shell('loading')} /> : null}
      {list.is === 'ready' && list.items.length === 0 ? <Empty title={t('noAppointments')} /> : null}
      <ul className="w-tasks">
        {list.items.map((one) => (
          <li className="w-task" key={`${one.person}#${one.office}#${one.role}`}>
            <div>
              <h2 className="w-task__title">{one.name ?? one.person}</h2>
              <p className="k-soft">{one.order ?? ''}</p>
            </div>
            <p>
              {read(one.roleTitle) || one.role}, {read(one.officeTitle) || one.office}
            </p>
            <p className="k-soft">{one.to ? `${t('to')}: ${showDay(one.to, language)}` : t('always')}</p>
            <div className="w-task__act">
              {one.person === me ? (
                <span className="k-soft">{t('notSelf')}</span>
              ) : (
                <Button
                  kind="secondary"
                  label={`${t('revoke')}: ${one.name ?? one.person}, ${read(one.roleTitle) || one.role}`}
                  onClick={() => setAsking(one)}
                >
                  {t('revoke')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {asking ? (
        <Confirm
          title={t('revokeSure', { name: asking.name ?? asking.person })}
          yes={t('revoke')}
          no={t('cancel')}
          busy={commands.busy}
          onYes={() => void revoke(asking)}
          onNo={() => setAsking(undefined)}
        >
          <p>
            {read(asking.roleTitle) || asking.role}, {read(asking.officeTitle) || asking.office}
          </p>
        </Confirm>
      ) : null}
      <More list={list} />
    </Page>
  );
}
