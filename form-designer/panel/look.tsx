import { useTexts } from '#portal/theme/language.tsx';
import { useDesign, useValue } from '../design.tsx';
import type { GroupProps } from '../fields/field-type.ts';
import { Pick } from '../parts/fields.tsx';
import { panelTexts } from './texts.ts';

/** How a choice is shown: all options at once, or a list to open. */
export function LookGroup({ form, field }: GroupProps) {
  const t = useTexts(panelTexts);
  const { open } = useDesign();
  const [widget, setWidget] = useValue(`${form.uiAt(field.pointer)}/ui:widget`);
  return (
    <fieldset className="d-group" disabled={!open}>
      <legend>{t('look')}</legend>
      <Pick
        tight
        label={t('lookField')}
        value={typeof widget === 'string' ? widget : ''}
        none={t('lookAuto')}
        options={[
          ['radio', t('lookRadio')],
          ['select', t('lookSelect')],
        ]}
        onChange={(value) => setWidget(value === '' ? undefined : value)}
      />
    </fieldset>
  );
}
