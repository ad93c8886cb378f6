import { useTexts } from '#portal/theme/language.tsx';
import { useDesign, useValue } from '../design.tsx';
import type { GroupProps } from '../fields/field-type.ts';
import { NumberField, Tick } from '../parts/fields.tsx';
import { panelTexts } from './texts.ts';
import { useKeyword } from './use-keyword.ts';

/** Between which numbers. Money is shown in hryvnias and kept in kopiikas. */
export function RangeGroup(props: GroupProps) {
  const t = useTexts(panelTexts);
  const { open } = useDesign();
  const [least, setLeast] = useKeyword(props, 'minimum');
  const [most, setMost] = useKeyword(props, 'maximum');
  const [type, setType] = useKeyword(props, 'type');
  const [widget] = useValue(`${props.form.uiAt(props.field.pointer)}/ui:widget`);
  const money = widget === 'money';
  const unit = money ? 100 : 1;
  const shown = (value: unknown) => (typeof value === 'number' ? value / unit : undefined);
  const kept = (value: number | undefined) => (value === undefined ? undefined : Math.round(value * unit));
  return (
    <fieldset className="d-group" disabled={!open}>
      <legend>{t(money ? 'rangeMoney' : 'range')}</legend>
      <div className="d-pair">
        <NumberField
          tight
          label={t('from')}
          value={shown(least)}
          onChange={(value) => setLeast(money ? kept(value) : value)}
        />
        <NumberField
          tight
          label={t('to')}
          value={shown(most)}
          onChange={(value) => setMost(money ? kept(value) : value)}
        />
      </div>
      {money ? null : (
        <Tick
          label={t('whole')}
          checked={type === 'integer'}
          onChange={(whole) => setType(whole ? 'integer' : 'number')}
        />
      )}
    </fieldset>
  );
}
