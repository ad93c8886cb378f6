import { useEffect, useMemo, useRef, useState } from 'react';
import type { Place } from '#core/case/types.ts';
import type { Scenario } from '#core/definition/types.ts';
import { stateAt } from '#core/flow/states.ts';
import { CommandProblem } from '#portal/shell/page.tsx';
import { showInstant } from '#portal/theme/dates.ts';
import { type Localised, useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { useDesign } from '../design.tsx';
import { stateTitle } from '../flow/titles.ts';
import { useLibrary } from '../library.tsx';
import type { Checked } from '../problems/use-check.ts';
import { Examples } from './examples.tsx';
import { FormStep } from './form-step.tsx';
import { Keep } from './keep.tsx';
import { type KeptExamples, useExamples } from './kept-examples.ts';
import { PlaceCard } from './place-card.tsx';
import { acted, answered, begun, failed, nextTimer, opened, passed, type Run, submitted } from './run.ts';
import { serviceOf } from './service-of.ts';
import { tryTexts } from './texts.ts';
import { keepTrial, type Trying, trialOf } from './trials.ts';

const DAY = 86_400_000;
const after = (now: string, days: number): string => new Date(Date.parse(now) + days * DAY).toISOString();

/** The whole service in the page: filled in as the citizen, decided as every role in turn, with a clock to move. */
export function TryTab({ play, sound }: { play: Checked['play']; sound: boolean }) {
  const t = useTexts(tryTexts);
  const { definition, keeper } = useDesign();
  const { library } = useLibrary();
  const made = useMemo(() => {
    try {
      return { service: serviceOf(library, keeper.id, definition) };
    } catch (error) {
      return { why: error instanceof Error ? error.message : String(error) };
    }
  }, [library, keeper.id, definition]);
  const fresh = (): Trying => ({
    started: definition,
    run: made.service ? begun(made.service, new Date().toISOString()) : undefined,
  });
  const [{ started, run }, set] = useState<Trying>(() => trialOf(keeper) ?? fresh());
  const change = (next: Trying) => {
    keepTrial(keeper, next);
    set(next);
  };
  const again = () => change(fresh());
  const { kept, problem } = useExamples(keeper.id);
  const openOne = (scenario: Scenario) => {
    const { service } = made;
    if (!service) return;
    const blank = begun(service, scenario.submittedAt);
    change({ started: definition, run: safely(blank, () => opened(service, scenario)) });
    top.current?.scrollIntoView({ block: 'start' });
  };
  const top = useRef<HTMLDivElement>(null);
  return (
    <div className="d-try">
      <h2 className="k-h2">{t('title')}</h2>
      <p className="k-soft">{t('lead')}</p>
      {made.why === undefined ? null : <Notice kind="error" title={t('broken', { why: made.why })} />}
      {started === definition ? null : (
        <Notice title={t('changed')}>
          <Button kind="secondary" onClick={again}>
            {t('again')}
          </Button>
        </Notice>
      )}
      <div ref={top}>
        {run ? (
          <Trial run={run} kept={kept} change={(next) => change({ started, run: next })} again={again} />
        ) : null}
      </div>
      <CommandProblem problem={problem} />
      {kept ? <Examples kept={kept} play={play} sound={sound} openOne={openOne} /> : null}
    </div>
  );
}

/** Anything that the core throws (a definition at fault) is said, and nothing has happened. */
function safely(run: Run, work: () => Run): Run {
  try {
    return work();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { ...run, refusal: { code: 'definitionFault', message: { uk: said, en: said } } };
  }
}

function Trial({
  run,
  kept,
  change,
  again,
}: {
  run: Run;
  kept: KeptExamples | undefined;
  change: (run: Run) => void;
  again: () => void;
}) {
  const t = useTexts(tryTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { kase, refusal } = run;
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal) said.current?.scrollIntoView({ block: 'nearest' });
  }, [refusal]);
  const go = (work: () => Run) => change(safely(run, work));
  const timer = nextTimer(run);
  const places = Object.values(kase?.places ?? {});
  return (
    <div className="d-trial">
      <div className="d-trial__main">
        <div ref={said} role="alert">
          {refusal ? (
            <Notice kind="warning" title={t('refused')}>
              <p>{read(refusal.message as Localised)}</p>
              {(refusal.fields ?? []).map(({ pointer, message }) => (
                <p key={pointer}>
                  <code>{pointer}</code>: {read(message as Localised)}
                </p>
              ))}
            </Notice>
          ) : null}
        </div>
        {kase ? (
          <>
            {kase.outcome ? (
              <Notice kind="success" title={t('outcome', { outcome: outcomeOf(run, language) })} />
            ) : (
              <h3 className="k-h3">{t('waiting')}</h3>
            )}
            {places.map((place: Place) => (
              <PlaceCard
                key={`${place.path} ${place.visit}`}
                run={run}
                place={place}
                act={(act) => go(() => acted(run, place, act))}
                answer={() => go(() => answered(run, place))}
                fail={() => go(() => failed(run, place))}
              />
            ))}
          </>
        ) : (
          <>
            <h3 className="k-h3">{t('actAs', { who: t('applicant') })}</h3>
            <FormStep
              key={run.submittedAt}
              run={run}
              submit={(form, lookups) => go(() => submitted(run, form, lookups))}
            />
          </>
        )}
      </div>
      <aside className="d-trial__side">
        <section className="d-panel">
          <h3 className="d-panel__title">{t('clock')}</h3>
          <p>{t('now', { at: showInstant(run.now, language) })}</p>
          <div className="d-acts">
            <Button kind="secondary" onClick={() => go(() => passed(run, after(run.now, 1)))}>
              {t('day')}
            </Button>
            <Button kind="secondary" onClick={() => go(() => passed(run, after(run.now, 7)))}>
              {t('week')}
            </Button>
            {timer ? (
              <Button kind="secondary" onClick={() => go(() => passed(run, timer.at))}>
                {t('toNext', { at: showInstant(timer.at, language) })}
              </Button>
            ) : null}
            <Button kind="secondary" onClick={again}>
              {t('again')}
            </Button>
          </div>
        </section>
        {kase ? <Told run={run} kept={kept} /> : null}
      </aside>
    </div>
  );
}

const outcomeOf = ({ kase, service }: Run, language: string): string => {
  const state = kase?.outcome ? stateAt(service.bundle.flow, kase.outcome.state) : undefined;
  return state && kase?.outcome
    ? stateTitle({ state: state as never, name: kase.outcome.state }, language)
    : (kase?.outcome?.outcome ?? '');
};

/** What has happened: the states that the case came through, what was sent, what was issued. */
function Told({ run, kept }: { run: Run; kept: KeptExamples | undefined }) {
  const t = useTexts(tryTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { service, events, kase } = run;
  const title = (path: string) =>
    stateTitle(
      { state: (stateAt(service.bundle.flow, path) ?? {}) as never, name: path.split('/').at(-1) ?? path },
      language,
    );
  const steps = events.flatMap((event, n) =>
    event.type === 'moved'
      ? event.states.map((path) => ({ key: `${n} ${path}`, at: event.at, text: title(path) }))
      : event.type === 'submitted'
        ? [{ key: `${n}`, at: event.at, text: t('began') }]
        : [],
  );
  const messages = events.flatMap((event) =>
    event.type === 'notified' ? event.messages.map((one) => one.message) : [],
  );
  const documents = Object.values(kase?.documents ?? {});

  return (
    <section className="d-panel d-told">
      <h3 className="d-panel__title">{t('path')}</h3>
      <ol className="k-timeline">
        {steps.map(({ key, at, text }) => (
          <li key={key} className="k-timeline__item">
            <p className="k-timeline__title">{text}</p>
            <p className="k-timeline__at">{showInstant(at, language)}</p>
          </li>
        ))}
      </ol>
      <h3 className="d-panel__title">{t('messages')}</h3>
      {messages.length === 0 ? <p className="k-soft">{t('noMessages')}</p> : null}
      <ul>
        {messages.map((name, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same message may go out twice
          <li key={n}>{read(service.bundle.messages?.[name]?.subject as Localised) || name}</li>
        ))}
      </ul>
      {documents.length > 0 ? (
        <>
          <h3 className="d-panel__title">{t('documents')}</h3>
          <ul>
            {documents.map(({ document: name }, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same document may be issued twice
              <li key={n}>{read(service.bundle.documents?.[name]?.title as Localised) || name}</li>
            ))}
          </ul>
        </>
      ) : null}
      {kept ? <Keep run={run} kept={kept} outcome={outcomeOf(run, language)} /> : null}
    </section>
  );
}
