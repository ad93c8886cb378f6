import { under } from '#core/form/pointer.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import type { GroupProps } from '../fields/field-type.ts';
import { useCasePaths } from '../flow/paths.ts';
import { Tick } from '../parts/fields.tsx';
import { panelTexts } from './texts.ts';

const words = {
  rows: { label: 'rowsOf', hint: 'rowsOfHint', fresh: 'form.list' },
  options: { label: 'optionsOf', hint: 'optionsOfHint', fresh: 'form.list' },
} as const;

/** Whether the list is made of the case, and the expression that gives it. */
export function OfCaseList({ form, field, map }: GroupProps & { map: 'rows' | 'options' }) {
  const t = useTexts(panelTexts);
  const { open, edit } = useDesign();
  const { lists, paths } = useCasePaths();
  const at = under(`${form.base}/${map}`, field.pointer);
  const all = objectOf(form.value(`/${map}`));
  const value = all[field.pointer];
  const { label, hint, fresh } = words[map];
  const gone = Object.keys(all).length > 1 ? at : `${form.base}/${map}`;
  return (
    <fieldset className="d-group" disabled={!open}>
      <legend className="k-hidden">{t(label)}</legend>
      <Tick
        label={t(label)}
        hint={t(hint)}
        checked={value !== undefined}
        onChange={(on) =>
          edit([on ? { do: 'put', at, value: lists[0]?.[0] ?? fresh } : { do: 'take', at: gone }])
        }
      />
      {value === undefined ? null : (
        <FeelField
          label={t('ofCaseList')}
          at={at}
          value={String(value)}
          paths={paths}
          onChange={(next) => edit([{ do: 'put', at, value: next }], { together: at })}
        />
      )}
    </fieldset>
  );
}
