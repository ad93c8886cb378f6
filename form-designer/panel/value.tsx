import { under } from '#core/form/pointer.ts';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import type { GroupProps } from '../fields/field-type.ts';
import { formPaths } from '../form/titles.ts';
import { useLibrary } from '../library.tsx';
import { Choice } from '../parts/fields.tsx';
import { panelTexts } from './texts.ts';

const sources = ['entered', 'prefill', 'computed'] as const;
const identity: readonly (readonly [string, string])[] = [
  ['identity.surname', 'прізвище'],
  ['identity.name', 'імʼя'],
  ['identity.patronymic', 'по батькові'],
  ['identity.birthDate', 'дата народження'],
  ['identity.rnokpp', 'РНОКПП'],
  ['identity.unzr', 'УНЗР'],
  ['identity.email', 'пошта'],
  ['identity.phone', 'телефон'],
];

/** Where a field's value comes from: entered, filled in from the identity (by the applicant alone), or computed. */
export function ValueGroup({ form, field }: GroupProps) {
  const t = useTexts(panelTexts);
  const { language } = useLanguage();
  const { open, edit } = useDesign();
  const { library } = useLibrary();
  const ofState = form.base.startsWith('/flow/');
  if (field.pointer.includes('*') || !(form.base === '/form' || ofState)) return null;
  const at = (map: 'prefill' | 'computed') => under(`${form.base}/${map}`, field.pointer);
  const found = (map: 'prefill' | 'computed') => objectOf(form.value(`/${map}`))[field.pointer];
  const now =
    found('computed') !== undefined ? 'computed' : found('prefill') !== undefined ? 'prefill' : 'entered';
  const choose = (next: (typeof sources)[number]) =>
    edit([
      ...(now === 'entered' ? [] : [{ do: 'take' as const, at: at(now) }]),
      ...(next === 'entered'
        ? []
        : [{ do: 'put' as const, at: at(next), value: next === 'prefill' ? 'identity.name' : '0' }]),
    ]);
  return (
    <fieldset className="d-group" disabled={!open}>
      <legend>{t('value')}</legend>
      {sources
        .filter((one) => !ofState || one !== 'prefill')
        .map((one) => (
          <Choice
            key={one}
            group={`value${field.pointer}`}
            label={t(ofState && one === 'entered' ? 'enteredHere' : one)}
            checked={now === one}
            onChange={() => choose(one)}
          />
        ))}
      {now === 'entered' ? null : (
        <FeelField
          label={t('expression')}
          value={String(found(now) ?? '')}
          at={at(now)}
          paths={now === 'prefill' ? identity : formPaths(form, library.parts, language)}
          onChange={(value) => edit([{ do: 'put', at: at(now), value }], { together: at(now) })}
        />
      )}
    </fieldset>
  );
}
