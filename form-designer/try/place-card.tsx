import { useState } from 'react';
import { ownForm } from '#core/case/own-form.ts';
import { possible, viewerOf } from '#core/case/rights.ts';
import type { Place } from '#core/case/types.ts';
import { visible } from '#core/case/visible.ts';
import { stateAt } from '#core/flow/states.ts';
import type { JsonObject } from '#core/flow/types.ts';
import { withRows } from '#core/form/rows.ts';
import { useTerritories } from '#portal/shell/territories.tsx';
import { showInstant } from '#portal/theme/dates.ts';
import { KladkaForm } from '#portal/theme/form/kladka-form.tsx';
import { type Localised, useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Tag } from '#portal/theme/parts/tag.tsx';
import { buttonTitle, stateTitle } from '../flow/titles.ts';
import { Field, Tick } from '../parts/fields.tsx';
import { Answers, leaves } from './answers.tsx';
import { chosenFrom, corrected } from './lists.ts';
import { type Act, actorAt, type Run, standInAnswer } from './run.ts';
import { tryTexts } from './texts.ts';

/** A place where the case waits: who is to act there, what they see, what they can do. */
export function PlaceCard({
  run,
  place,
  act,
  answer,
  fail,
}: {
  run: Run;
  place: Place;
  act: (act: Act) => void;
  answer: () => void;
  fail: () => void;
}) {
  const t = useTexts(tryTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { bundle, live } = run.service;
  const state = stateAt(bundle.flow, place.path) as unknown as JsonObject | undefined;
  const title = stateTitle({ state: state ?? {}, name: place.state } as never, language);
  const who =
    place.kind === 'task'
      ? t('task', { role: read(bundle.roles?.[place.role]?.title as Localised) || place.role })
      : place.kind === 'party'
        ? t('party', {
            party:
              read(bundle.parties[place.party.split('/')[0] ?? '']?.title as Localised) || t('applicant'),
          })
        : place.kind === 'ask'
          ? t('system', {
              system: read(live.connectors[place.connector]?.title as Localised) || place.connector,
            })
          : place.kind === 'wait' && place.until
            ? t('time', { at: showInstant(place.until, language) })
            : '';
  // what waits inside is shown by itself
  if (place.kind === 'group') return null;
  return (
    <article className="d-place" data-place={place.path}>
      <h4 className="k-h3">{title}</h4>
      <p>
        {who}
        {place.due ? ` · ${t('due', { at: showInstant(place.due, language) })}` : ''}{' '}
        {place.overdue ? <Tag kind="bad">{t('overdue')}</Tag> : null}
      </p>
      {place.kind === 'task' || place.kind === 'party' ? <Acting run={run} place={place} act={act} /> : null}
      {place.kind === 'ask' ? (
        <div className="d-acts">
          <Button kind="secondary" onClick={answer}>
            {t(standInAnswer(run, place) ? 'answer' : 'answerPlain')}
          </Button>
          <Button kind="secondary" onClick={fail}>
            {t('fail')}
          </Button>
        </div>
      ) : null}
    </article>
  );
}

function Acting({ run, place, act }: { run: Run; place: Place; act: (act: Act) => void }) {
  const t = useTexts(tryTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const territories = useTerritories();
  const [reason, setReason] = useState('');
  const [explain, setExplain] = useState('');
  const [grounds, setGrounds] = useState<readonly string[]>([]);
  const [marks, setMarks] = useState<readonly string[]>([]);
  const [data, setData] = useState<Record<string, unknown>>({});
  const [changed, setChanged] = useState<Record<string, unknown>>(() => ({ ...run.kase?.data.form }));
  const { service, kase, now } = run;
  const viewer = viewerOf(actorAt(run, place));
  if (!kase || !viewer) return null;
  const seen = visible(service, kase, viewer, now);
  const state = stateAt(service.bundle.flow, place.path);
  const asked = ownForm(service, kase, place.path, now);
  const form = chosenFrom(run, kase);
  const open = place.kind === 'party' ? place.open : [];
  const correction = open.length > 0 ? corrected(run, kase, changed) : undefined;
  const acts = possible(service, kase, viewer, now).flatMap((one) =>
    one.what === 'act' && one.path === place.path ? [one] : [],
  );
  const claims =
    (place.kind === 'task' && place.draw !== undefined) ||
    possible(service, kase, viewer, now).some((one) => one.what === 'claim' && one.path === place.path);
  // a task that nobody has taken yet is taken by acting, one whose officer is drawn falls to who acts
  const actions: [string, JsonObject][] =
    acts.length > 0
      ? acts.map(({ action, definition }) => [action, definition as unknown as JsonObject])
      : claims
        ? Object.entries((state as unknown as { actions?: Record<string, JsonObject> })?.actions ?? {})
        : [];
  const needs = (name: 'reason' | 'marks' | 'explain') => actions.some(([, action]) => action[name] === true);
  const offered = [
    ...new Set(
      actions.flatMap(([, action]) => (Array.isArray(action.grounds) ? action.grounds.map(String) : [])),
    ),
  ];

  const perform = (action: string): void => {
    const definition = actions.find(([name]) => name === action)?.[1] ?? {};
    const wanted = Array.isArray(definition.grounds) ? definition.grounds.map(String) : [];
    act({
      action,
      ...(reason ? { reason } : {}),
      ...(wanted.length > 0 ? { grounds: grounds.filter((one) => wanted.includes(one)) } : {}),
      ...(definition.explain === true && explain ? { explain } : {}),
      ...(definition.marks === true ? { marks: marks.map((pointer) => ({ pointer })) } : {}),
      ...(asked ? { data: withRows(asked, data) as JsonObject } : {}),
      ...(open.length > 0
        ? {
            changes: Object.fromEntries(
              open
                .map((pointer) => [pointer, leaves.at(changed, pointer)])
                .filter(([, value]) => value !== undefined),
            ) as JsonObject,
            ...(correction && Object.keys(correction.lookups).length > 0
              ? { lookups: correction.lookups }
              : {}),
          }
        : {}),
    });
  };

  const name =
    place.kind === 'task' ? read(service.bundle.roles?.[place.role]?.title as Localised) : t('applicant');
  return (
    <>
      <details>
        <summary>{t('sees', { who: name })}</summary>
        {seen && Object.keys(seen.form).length > 0 ? (
          <Answers form={form} data={seen.form} />
        ) : (
          <p className="k-soft">{t('nothingSeen')}</p>
        )}
      </details>
      {correction ? (
        <>
          <p className="d-group__title">{t('correct')}</p>
          <KladkaForm
            form={correction.form}
            data={changed}
            fields={open}
            marks={open.map((pointer) => ({ pointer }))}
            context={{ territories }}
            onChange={setChanged}
            onSubmit={() => undefined}
          >
            {null}
          </KladkaForm>
        </>
      ) : null}
      {asked ? (
        <>
          <p className="d-group__title">{t('entered')}</p>
          <KladkaForm
            form={asked}
            data={data}
            context={{ territories }}
            onChange={setData}
            onSubmit={() => undefined}
          >
            {null}
          </KladkaForm>
        </>
      ) : null}
      {needs('reason') ? (
        <Field tight label={t('reason')} value={reason} rows={2} onChange={setReason} />
      ) : null}
      {offered.length > 0 ? (
        <fieldset className="d-group">
          <legend>{t('grounds')}</legend>
          {offered.map((ground) => (
            <Tick
              key={ground}
              label={read(service.bundle.grounds?.[ground]?.title as Localised) || ground}
              checked={grounds.includes(ground)}
              onChange={(on) =>
                setGrounds(on ? [...grounds, ground] : grounds.filter((one) => one !== ground))
              }
            />
          ))}
        </fieldset>
      ) : null}
      {needs('explain') ? (
        <Field tight label={t('explain')} value={explain} rows={2} onChange={setExplain} />
      ) : null}
      {needs('marks') ? (
        <fieldset className="d-group d-marks">
          <legend>{t('marks')}</legend>
          {leaves.of(form, kase.data.form).map(({ pointer, label }) => (
            <Tick
              key={pointer}
              label={read(label) || pointer}
              checked={marks.includes(pointer)}
              onChange={(on) => setMarks(on ? [...marks, pointer] : marks.filter((one) => one !== pointer))}
            />
          ))}
        </fieldset>
      ) : null}
      <div className="d-acts">
        {actions.map(([action, definition], n) => (
          <Button key={action} kind={n === 0 ? 'primary' : 'secondary'} onClick={() => perform(action)}>
            {buttonTitle(definition as never, action, language)}
          </Button>
        ))}
      </div>
    </>
  );
}
