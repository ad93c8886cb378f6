import { useState } from 'react';
import type { ApplicationView, Followed } from '#core/api/types.ts';
import { spokenReference } from '#core/case/reference.ts';
import { newKey } from '#portal/shell/api.ts';
import { useApi } from '#portal/shell/app.tsx';
import { CommandProblem } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { Link, useLocation } from '#portal/shell/router.ts';
import { showDay } from '#portal/theme/dates.ts';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { outcomeKey } from '../outcome.ts';
import { citizenTexts } from '../texts.ts';

/** How often the draft that was begun is looked for, and how long between, in milliseconds. */
const TRIES = 30;
const BETWEEN_MS = 1_000;

/** The application whose decision this one is about, or which it renews. */
export function CameOf({ view: { cameOf } }: { view: Pick<ApplicationView, 'cameOf'> }) {
  const t = useTexts(citizenTexts);
  if (cameOf?.as !== 'appeal' && cameOf?.as !== 'renew') return null;
  return (
    <p>
      {t(`cameOf_${cameOf.as}`)}{' '}
      <Link href={`/applications/${cameOf.service}/${cameOf.id}`}>{spokenReference(cameOf.reference)}</Link>
    </p>
  );
}

/** What may follow a decision, or might on another day: a complaint, a renewal; and the applications that came of it. */
export function Afterwards({ view }: { view: ApplicationView }) {
  const t = useTexts(citizenTexts);
  const { language } = useLanguage();
  const { appeal, renew, closed = {} } = view.after ?? {};
  const linked = (view.linked ?? []).filter(({ as }) => as !== 'collect');
  const early = closed.renew !== undefined && String(view.names.now) < closed.renew.opens;
  if (!appeal && !renew && !closed.appeal && !closed.renew && linked.length === 0) return null;
  return (
    <>
      <h2 className="k-h2">{t('afterwards')}</h2>
      {renew ? (
        <Follow view={view} what="renew" text={t('renewText', { date: showDay(renew, language) })} />
      ) : null}
      {appeal ? (
        <Follow view={view} what="appeal" text={t('appealText', { date: showDay(appeal, language) })} />
      ) : null}
      {closed.renew ? (
        <p className="k-after">
          {t(early ? 'renewOpens' : 'renewPassed', {
            opens: showDay(closed.renew.opens, language),
            until: showDay(closed.renew.until, language),
          })}
        </p>
      ) : null}
      {closed.appeal ? (
        <p className="k-after">{t('appealPassed', { date: showDay(closed.appeal, language) })}</p>
      ) : null}
      {linked.length > 0 ? (
        <ul className="k-stack">
          {linked.map(({ id, service, as, reference, outcome }) => {
            const kind = outcomeKey(outcome);
            return (
              <li key={id}>
                <Link href={`/applications/${service}/${id}`}>
                  {t(`linked_${as === 'collect' ? 'start' : as}`)} {spokenReference(reference)}
                </Link>
                {kind ? `: ${t(kind)}` : ''}
              </li>
            );
          })}
        </ul>
      ) : null}
    </>
  );
}

/** Begins the application that follows, and goes to its draft as soon as that is there. */
function Follow({ view, what, text }: { view: ApplicationView; what: 'appeal' | 'renew'; text: string }) {
  const t = useTexts(citizenTexts);
  const api = useApi();
  const [, go] = useLocation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  const [key] = useState(newKey);

  async function begin(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    const base = `/services/${view.service}/applications/${view.id}`;
    const answer = await api.post<Followed>(`${base}/${what}`, { key, body: {} });
    if (!answer.ok) {
      setProblem(answer.problem);
      return setBusy(false);
    }
    const { service, application } = answer.data;
    const draft = `/services/${service}/applications/${application}`;
    for (let tries = 0; tries < TRIES; tries++) {
      if ((await api.get<unknown>(draft)).ok) return go(`${draft}/start`);
      await new Promise((done) => setTimeout(done, BETWEEN_MS));
    }
    // it comes all the same: the list of applications will show it
    go('/applications');
  }

  return (
    <div className="k-stack k-after">
      <p>{text}</p>
      <CommandProblem problem={problem} />
      <p>
        <Button kind="secondary" busy={busy} onClick={() => void begin()}>
          {t(what)}
        </Button>
      </p>
    </div>
  );
}
