import { useTexts } from '#portal/theme/language.tsx';
import { useDesign } from '../design.tsx';
import type { GroupProps } from '../fields/field-type.ts';
import { NumberField } from '../parts/fields.tsx';
import { panelTexts } from './texts.ts';
import { useKeyword } from './use-keyword.ts';

/** How many rows. */
export function RowsGroup(props: GroupProps) {
  const t = useTexts(panelTexts);
  const { open } = useDesign();
  const [least, setLeast] = useKeyword(props, 'minItems');
  const [most, setMost] = useKeyword(props, 'maxItems');
  return (
    <fieldset className="d-group" disabled={!open}>
      <legend>{t('rows')}</legend>
      <div className="d-pair">
        <NumberField
          tight
          label={t('atLeast')}
          min={0}
          value={typeof least === 'number' ? least : undefined}
          onChange={setLeast}
        />
        <NumberField
          tight
          label={t('atMost')}
          min={1}
          value={typeof most === 'number' ? most : undefined}
          onChange={setMost}
        />
      </div>
    </fieldset>
  );
}
