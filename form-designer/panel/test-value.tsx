import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { isList, type Json, objectOf } from '../commands/json.ts';
import type { Test } from '../form/condition.ts';
import type { Field as FormField } from '../form/fields-of.ts';
import type { FormPlace } from '../form/place.ts';
import { Field, NumberField, Pick, Tick } from '../parts/fields.tsx';
import { panelTexts } from './texts.ts';

/** The value with which a field is compared, entered as the field itself would be. */
export function TestValue({
  form,
  field,
  test,
  onChange,
}: {
  form: FormPlace;
  field: FormField | undefined;
  test: Test;
  onChange: (test: Test) => void;
}) {
  const t = useTexts(panelTexts);
  const { language } = useLanguage();
  if (!('value' in test)) return null;
  const schema = field?.schema ?? {};
  const texts = objectOf(objectOf(objectOf(form.value('/texts'))[test.field]).options);
  const word = (value: Json): string => {
    const said = objectOf(texts[String(value)]);
    return String(said[language] ?? said.uk ?? value);
  };
  if (test.is === 'oneOf' || test.is === 'notOneOf') {
    const options = isList(schema.enum) ? schema.enum : test.value;
    return (
      <fieldset className="d-ticks">
        <legend className="k-hidden">{t('testValue')}</legend>
        {options.map((value) => (
          <Tick
            key={String(value)}
            label={word(value)}
            checked={test.value.includes(value)}
            onChange={(on) => {
              const next = options.filter((one) => (one === value ? on : test.value.includes(one)));
              if (next.length > 0) onChange({ ...test, value: next });
            }}
          />
        ))}
      </fieldset>
    );
  }
  if (test.is !== 'equals' && test.is !== 'notEquals')
    return (
      <NumberField
        tight
        label={t('testValue')}
        value={Number(test.value)}
        onChange={(value) => onChange({ ...test, value: value ?? 0 } as Test)}
      />
    );
  if (isList(schema.enum))
    return (
      <Pick
        tight
        label={t('testValue')}
        value={String(test.value)}
        options={schema.enum.map((value) => [String(value), word(value)])}
        onChange={(value) =>
          onChange({
            ...test,
            value: (schema.enum as readonly Json[]).find((one) => String(one) === value) ?? value,
          })
        }
      />
    );
  if (schema.type === 'boolean')
    return (
      <Pick
        tight
        label={t('testValue')}
        value={String(test.value)}
        options={[
          ['true', t('yes')],
          ['false', t('no')],
        ]}
        onChange={(value) => onChange({ ...test, value: value === 'true' })}
      />
    );
  if (schema.type === 'integer' || schema.type === 'number')
    return (
      <NumberField
        tight
        label={t('testValue')}
        value={Number(test.value)}
        onChange={(value) => onChange({ ...test, value: value ?? 0 })}
      />
    );
  return (
    <Field
      tight
      label={t('testValue')}
      value={String(test.value)}
      onChange={(value) => onChange({ ...test, value })}
    />
  );
}
