import { useState } from 'react';
import { cronOf } from '#core/reference/cron.ts';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { useValue } from '../design.tsx';
import { Field, NumberField, Pick } from '../parts/fields.tsx';
import { beginsTexts } from './begins-texts.ts';
import { cronFor, type Every, usualCron, type When, whenOf } from './when.ts';

const everies = ['day', 'workday', 'week', 'month', 'year'] as const;

/** When it falls; what the controls cannot say stays as it is written. */
export function Time({ at }: { at: string }) {
  const t = useTexts(beginsTexts);
  const [value, put] = useValue(at);
  // a time that cannot be named stays in its field, with the reason, until another is written
  const [refused, setRefused] = useState<string>();
  const cron = String(value ?? '');
  const when = whenOf(cron);
  const often = everies.map((one): [string, string] => [one, t(one)]);
  const other: [string, string] = ['other', t('other')];
  if (!when)
    return (
      <div className="d-pair">
        <Pick
          tight
          label={t('every')}
          value="other"
          options={[...often, other]}
          onChange={(every) =>
            every !== 'other' && put(cronFor({ ...(whenOf(usualCron()) as When), every: every as Every }))
          }
        />
        <Field tight label={t('cron')} hint={t('cronHint')} value={cron} onChange={put} />
      </div>
    );
  const set = (change: Partial<When>) => put(cronFor({ ...when, ...change }));
  return (
    <div className="d-pair">
      <Pick
        tight
        label={t('every')}
        value={when.every}
        options={often}
        onChange={(every) => set({ every: every as Every })}
      />
      {when.every === 'week' ? <Weekday when={when} set={set} /> : null}
      {when.every === 'year' ? <Month when={when} set={set} /> : null}
      {when.every === 'month' || when.every === 'year' ? (
        <NumberField
          tight
          label={t('dayOfMonth')}
          min={1}
          value={when.day}
          onChange={(day) => day && day >= 1 && day <= 31 && set({ day })}
        />
      ) : null}
      <Field
        tight
        type="time"
        label={t('time')}
        value={refused ?? when.time}
        mistake={refused === undefined ? undefined : t('notAtThree')}
        onChange={(time) => {
          const clocksChange = cronOf(cronFor({ ...when, time })) === 'clocks';
          setRefused(clocksChange ? time : undefined);
          if (!clocksChange && time !== '') set({ time });
        }}
      />
    </div>
  );
}

type Part = { readonly when: When; readonly set: (change: Partial<When>) => void };
/** A Monday, and a January. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

function Weekday({ when, set }: Part) {
  const t = useTexts(beginsTexts);
  const { language } = useLanguage();
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return (
    <Pick
      tight
      label={t('weekday')}
      value={String(when.weekday)}
      options={[1, 2, 3, 4, 5, 6, 7].map((n) => [String(n), name.format(MONDAY + (n - 1) * DAY_MS)])}
      onChange={(n) => set({ weekday: Number(n) })}
    />
  );
}

function Month({ when, set }: Part) {
  const t = useTexts(beginsTexts);
  const { language } = useLanguage();
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return (
    <Pick
      tight
      label={t('monthOfYear')}
      value={String(when.month)}
      options={Array.from({ length: 12 }, (_, n) => [String(n + 1), name.format(Date.UTC(2026, n, 5))])}
      onChange={(n) => set({ month: Number(n) })}
    />
  );
}
