import { under } from '#core/form/pointer.ts';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { objectOf } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import { fillable } from '../form/fillable.ts';
import { FormPlace } from '../form/place.ts';
import { titleOf } from '../form/titles.ts';
import { useLibrary } from '../library.tsx';
import { Pick } from '../parts/fields.tsx';
import { useReleased } from '../parts/titled.ts';
import { beginsTexts } from './begins-texts.ts';
import { usualCron } from './when.ts';
import { Time } from './when-field.tsx';

const AT = '/startedBy/schedule';

/** A case that begins by itself: when, for which records, whom it concerns and with what its form is filled in. */
export function Calendar() {
  const t = useTexts(beginsTexts);
  const { edit } = useDesign();
  const [value] = useValue(AT);
  if (value === undefined)
    return (
      <Button kind="secondary" onClick={() => edit([{ do: 'put', at: AT, value: { cron: usualCron() } }])}>
        {t('calendarAdd')}
      </Button>
    );
  return (
    <fieldset className="d-group">
      <legend>{t('calendar')}</legend>
      <p className="k-hint">{t('calendarHint')}</p>
      <Time at={`${AT}/cron`} />
      <Records />
      <Expression label={t('concerns')} hint={t('concernsHint')} at={`${AT}/applicant`} />
      <Fills />
      <Button kind="plain" onClick={() => edit([{ do: 'take', at: AT }])}>
        {t('calendarRemove')}
      </Button>
    </fieldset>
  );
}

/** The registry whose records it goes through, and which of them. */
function Records() {
  const t = useTexts(beginsTexts);
  const registries = useReleased()('registries');
  const { edit } = useDesign();
  const [value, put] = useValue(`${AT}/forEach`);
  const [about] = useValue('/startedBy/about');
  const { registry, where } = objectOf(value);
  return (
    <>
      <Pick
        label={t('registry')}
        value={String(registry ?? '')}
        none={t('once')}
        options={registries}
        onChange={(id) => {
          if (id === '') return put(undefined);
          edit([
            {
              do: 'put',
              at: `${AT}/forEach`,
              value: where === undefined ? { registry: id } : { registry: id, where },
            },
            // what it is about is of the registry that the calendar goes through
            ...(about === undefined
              ? []
              : [{ do: 'put' as const, at: '/startedBy/about/registry', value: id }]),
          ]);
        }}
      />
      {registry === undefined ? null : <Expression label={t('where')} at={`${AT}/forEach/where`} />}
    </>
  );
}

/** The fields of the form that are filled in from the record. */
function Fills() {
  const t = useTexts(beginsTexts);
  const { language } = useLanguage();
  const { definition, edit } = useDesign();
  const { library } = useLibrary();
  const [value] = useValue(`${AT}/form`);
  const form = new FormPlace(definition, '/form', library.parts);
  const filled = objectOf(value);
  const title = (pointer: string): string => {
    const field = form.field(pointer);
    return field ? titleOf(form, field, library.parts, language) : pointer;
  };
  const free = fillable(form, filled);
  return (
    <>
      {Object.keys(filled).map((pointer) => (
        <Expression
          key={pointer}
          label={t('fills', { field: title(pointer) })}
          at={under(`${AT}/form`, pointer)}
        />
      ))}
      <Pick
        tight
        label={t('fillsAdd')}
        value=""
        none={t('choose')}
        options={free.map(({ pointer }) => [pointer, title(pointer)])}
        onChange={(pointer) => {
          if (pointer === '') return;
          const name = pointer.split('/').at(-1) ?? '';
          edit(
            value === undefined
              ? [{ do: 'put', at: `${AT}/form`, value: { [pointer]: `record.${name}` } }]
              : [{ do: 'put', at: under(`${AT}/form`, pointer), value: `record.${name}` }],
          );
        }}
      />
    </>
  );
}

function Expression({ label, hint, at }: { label: string; hint?: string; at: string }) {
  const [value, put] = useValue(at);
  return (
    <FeelField
      label={label}
      hint={hint}
      at={at}
      value={String(value ?? '')}
      onChange={(next) => put(next === '' ? undefined : next)}
    />
  );
}
