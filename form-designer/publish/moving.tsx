import { useState } from 'react';
import type { CaseRehearsed, MigrationPage, MigrationView } from '#core/api/types.ts';
import { type Answer, type Api, newKey } from '#portal/shell/api.ts';
import { useApi } from '#portal/shell/app.tsx';
import { useLoad } from '#portal/shell/load.ts';
import { CommandProblem } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { publishTexts } from './texts.ts';

/** Cases beyond so many are not looked at on the screen; they come over all the same. */
const MOST_PAGES = 20;

/** The whole rehearsal of the cases that are really open, page by page. */
async function rehearsal(api: Api, service: string, signal: AbortSignal): Promise<Answer<MigrationView>> {
  const path = `/services/${service}/cases/migration`;
  let whole: MigrationView | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await api.get<MigrationView>(path, { query: { cursor: whole?.cursor }, signal });
    if (!answer.ok) return answer;
    whole = { ...answer.data, items: [...(whole?.items ?? []), ...answer.data.items] };
    if (answer.data.cursor === undefined || page === MOST_PAGES - 1) return { ...answer, data: whole };
  }
  throw new Error('no page was asked for');
}

/** The cases that are open on other versions than the one that runs, and the two steps by which they come over to it. */
export function Moving({ service, version }: { service: string; version: number }) {
  const t = useTexts(publishTexts);
  const { load, again } = useLoad(`migration/${service}/${version}`, (api, signal) =>
    rehearsal(api, service, signal),
  );
  if (load.is !== 'ready' || load.data.items.length === 0) return null;
  return (
    <section>
      <h3 className="k-h3">{t('otherVersions')}</h3>
      <Rehearsal view={load.data} />
      {load.data.from === undefined ? (
        <p className="k-soft">{t('takesNone')}</p>
      ) : (
        <Steps service={service} view={load.data} again={again} />
      )}
    </section>
  );
}

function Rehearsal({ view: { items, cursor } }: { view: MigrationView }) {
  const t = useTexts(publishTexts);
  const read = useLocalised();
  const moves = items.filter(({ result }) => result === 'moves').length;
  return (
    <>
      <p>{t(cursor === undefined ? 'casesOpen' : 'casesOpenMany', { count: items.length, moves })}</p>
      <ul className="k-list">
        {reasonsOf(items).map(([first, count]) => (
          <li key={first.case}>
            {t('casesStay', { count })}{' '}
            {first.says
              .slice(1)
              .map((text) => read(text))
              .join('. ')}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Cases that stay, those for the same reason together: one of them, and how many. */
function reasonsOf(items: readonly CaseRehearsed[]): [CaseRehearsed, number][] {
  const found = new Map<string, [CaseRehearsed, number]>();
  for (const one of items) {
    if (one.result === 'moves') continue;
    const key = JSON.stringify([one.code, one.says[1]]);
    const known = found.get(key);
    found.set(key, known ? [known[0], known[1] + 1] : [one, 1]);
  }
  return [...found.values()];
}

/** Proposed by one, carried out by another, page after page. */
function Steps({ service, view, again }: { service: string; view: MigrationView; again: () => void }) {
  const t = useTexts(publishTexts);
  const api = useApi();
  const [problem, setProblem] = useState<Problem>();
  const [moved, setMoved] = useState<number>();
  const [busy, setBusy] = useState(false);
  const path = `/services/${service}/cases/migration`;

  async function propose(): Promise<void> {
    setBusy(true);
    const answer = await api.post(path, { key: newKey() });
    setProblem(answer.ok ? undefined : answer.problem);
    setBusy(false);
    again();
  }

  async function carryOut(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    let [count, cursor]: [number, string | undefined] = [0, undefined];
    do {
      const body: { cursor?: string } = cursor === undefined ? {} : { cursor };
      const answer: Answer<MigrationPage> = await api.post(`${path}/pages`, { key: newKey(), body });
      if (!answer.ok) {
        setProblem(answer.problem);
        break;
      }
      count += answer.data.moved;
      cursor = answer.data.cursor;
      setMoved(count);
    } while (cursor !== undefined);
    setBusy(false);
    again();
  }

  const { proposal, version, items } = view;
  const isNeeded = items.some(({ result }) => result === 'moves');
  return (
    <>
      <CommandProblem problem={problem} />
      {moved === undefined ? null : <Notice kind="success" title={t('moved', { count: moved })} />}
      {proposal ? <p>{t(proposal.own ? 'proposedByYou' : 'proposedBy', { by: proposal.by })}</p> : null}
      {isNeeded && !proposal?.own ? (
        <div className="k-actions">
          <Button busy={busy} kind="secondary" onClick={() => void (proposal ? carryOut() : propose())}>
            {t(proposal ? 'carryOut' : 'propose', { version })}
          </Button>
        </div>
      ) : null}
    </>
  );
}
