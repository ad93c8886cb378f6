import { useState } from 'react';
import { useTexts } from '#portal/theme/language.tsx';
import { useDesign } from '../design.tsx';
import type { GroupProps } from '../fields/field-type.ts';
import { containerOf } from '../form/place.ts';
import { renameField } from '../form/rename.ts';
import { Field } from '../parts/fields.tsx';
import { panelTexts } from './texts.ts';

/** The name of a field in the data: changed wherever the definition speaks of it, once it is a good one. */
export function NameField({ form, field }: GroupProps) {
  const t = useTexts(panelTexts);
  const { edit, goTo, place } = useDesign();
  const [typed, setTyped] = useState<string>();
  const name = typed ?? field.name;
  const container = containerOf(field.pointer);
  const mistake = !/^[a-z][A-Za-z0-9]*$/.test(name)
    ? t('nameBad')
    : name !== field.name && form.inside(container).some((other) => other.name === name)
      ? t('nameTaken')
      : undefined;
  return (
    <Field
      tight
      label={t('name')}
      hint={t('nameHint')}
      value={name}
      mistake={mistake}
      onChange={setTyped}
      onBlur={() => {
        if (!mistake && name !== field.name) {
          edit(renameField(form, field, name));
          goTo({ ...place, chosen: `${container}/${name}` });
        }
        if (!mistake) setTyped(undefined);
      }}
    />
  );
}
