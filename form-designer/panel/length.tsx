import { useTexts } from '#portal/theme/language.tsx';
import { useDesign } from '../design.tsx';
import type { GroupProps } from '../fields/field-type.ts';
import { NumberField } from '../parts/fields.tsx';
import { panelTexts } from './texts.ts';
import { useKeyword } from './use-keyword.ts';

/** How long a text may be. */
export function LengthGroup(props: GroupProps) {
  const t = useTexts(panelTexts);
  const { open } = useDesign();
  const [least, setLeast] = useKeyword(props, 'minLength');
  const [most, setMost] = useKeyword(props, 'maxLength');
  return (
    <fieldset className="d-group" disabled={!open}>
      <legend>{t('length')}</legend>
      <div className="d-pair">
        <NumberField tight label={t('atLeast')} min={0} value={num(least)} onChange={setLeast} />
        <NumberField tight label={t('atMost')} min={1} value={num(most)} onChange={setMost} />
      </div>
    </fieldset>
  );
}

const num = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
