import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { listOf, objectOf } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { FlowPlace } from '../flow/flow-place.ts';
import { stateTitle } from '../flow/titles.ts';
import { Field, NumberField, Pick, Tick } from '../parts/fields.tsx';
import { useTitled } from '../parts/titled.ts';
import { aboutTexts } from './texts.ts';

const units = ['workingDays', 'days', 'hours'] as const;
const meanings = ['late', 'consent', 'refusal'] as const;

/** The term in law for the whole case: from which state it runs, which stop it, where it stands still. */
export function Term() {
  const t = useTexts(aboutTexts);
  const { language } = useLanguage();
  const { definition, edit } = useDesign();
  const [value] = useValue('/decideWithin');
  const at = '/decideWithin';
  const whole = objectOf(definition);
  const states = new FlowPlace(definition)
    .states('/flow')
    .map((node): [string, string] => [node.name, stateTitle(node, language)]);
  const roles = useTitled()('roles');
  const ends = states.filter(
    ([name]) => objectOf(objectOf(objectOf(whole.flow).states)[name]).type === 'end',
  );
  if (value === undefined)
    return (
      <Button
        kind="secondary"
        onClick={() =>
          edit([
            {
              do: 'put',
              at,
              value: {
                workingDays: 30,
                from: 'submitted',
                until: ends.map(([name]) => name),
                overdue: { meaning: 'late', ...(roles[0] ? { raise: roles[0][0] } : {}) },
              },
            },
          ])
        }
      >
        {t('termAdd')}
      </Button>
    );
  const term = objectOf(value);
  const unit = units.find((one) => term[one] !== undefined) ?? 'workingDays';
  const overdue = objectOf(term.overdue);
  const several = (key: 'until' | 'pausedIn', label: string) => (
    <fieldset className="d-group d-ticks">
      <legend>{label}</legend>
      {states.map(([name, title]) => {
        const list = listOf(term[key]);
        return (
          <Tick
            key={name}
            label={title}
            checked={list.includes(name)}
            onChange={(on) => {
              const next = states
                .map(([one]) => one)
                .filter((one) => (one === name ? on : list.includes(one)));
              if (next.length > 0) edit([{ do: 'put', at: `${at}/${key}`, value: next }]);
              else if (key === 'pausedIn' && term.pausedIn !== undefined)
                edit([{ do: 'take', at: `${at}/${key}` }]);
            }}
          />
        );
      })}
    </fieldset>
  );
  return (
    <>
      <div className="d-pair">
        <NumberField
          tight
          label={t('term')}
          min={1}
          value={Number(term[unit] ?? 1)}
          onChange={(n) => {
            if (n) edit([{ do: 'put', at: `${at}/${unit}`, value: n }], { together: `${at}/${unit}` });
          }}
        />
        <Pick
          tight
          label={t('termUnit')}
          value={unit}
          options={units.map((one) => [one, t(one)])}
          onChange={(next) => edit([{ do: 'rename', at: `${at}/${unit}`, to: next }])}
        />
        <Pick
          tight
          label={t('termFrom')}
          value={String(term.from ?? '')}
          options={[['submitted', t('submitted')], ['registered', t('registered')], ...states]}
          onChange={(from) => edit([{ do: 'put', at: `${at}/from`, value: from }])}
        />
      </div>
      {several('until', t('termUntil'))}
      {several('pausedIn', t('termPaused'))}
      <div className="d-pair">
        <Pick
          tight
          label={t('termOverdue')}
          value={String(overdue.meaning ?? '')}
          options={meanings.map((one) => [one, t(one)])}
          onChange={(meaning) =>
            edit([
              { do: 'put', at: `${at}/overdue/meaning`, value: meaning },
              ...(meaning !== 'late' && overdue.to === undefined
                ? [{ do: 'put' as const, at: `${at}/overdue/to`, value: ends[0]?.[0] ?? '' }]
                : []),
            ])
          }
        />
        {overdue.meaning === 'late' ? null : (
          <Pick
            tight
            label={t('termTo')}
            value={typeof overdue.to === 'string' ? overdue.to : ''}
            options={states}
            onChange={(to) => edit([{ do: 'put', at: `${at}/overdue/to`, value: to }])}
          />
        )}
        <Pick
          tight
          label={t('termRaise')}
          value={String(overdue.raise ?? '')}
          none={t('nobody')}
          options={roles}
          onChange={(role) => {
            if (role !== '') edit([{ do: 'put', at: `${at}/overdue/raise`, value: role }]);
            else if (overdue.raise !== undefined) edit([{ do: 'take', at: `${at}/overdue/raise` }]);
          }}
        />
      </div>
      <Act at={`${at}/act`} />
      <Button kind="plain" onClick={() => edit([{ do: 'take', at }])}>
        {t('termRemove')}
      </Button>
    </>
  );
}

function Act({ at }: { at: string }) {
  const t = useTexts(aboutTexts);
  const [value, put] = useValue(at);
  return (
    <Field
      tight
      label={t('termAct')}
      value={typeof value === 'string' ? value : ''}
      onChange={(next) => put(next === '' ? undefined : next)}
    />
  );
}
