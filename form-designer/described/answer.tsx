import { useState } from 'react';
import { under } from '#core/form/pointer.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { type Json, objectOf } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { Field, NumberField, Tick } from '../parts/fields.tsx';
import { describedTexts } from './texts.ts';

/** What a stand-in answers: a value for every field that the system answers. `output` stands beside the stand-in. */
export function Answer({ at, label, hint }: { at: string; label: string; hint: string | undefined }) {
  const t = useTexts(describedTexts);
  const { edit } = useDesign();
  const [value] = useValue(at);
  const [output] = useValue(at.replace(/\/standIn\/.*$/, '/output'));
  const schemas = objectOf(objectOf(output).properties);
  const given = objectOf(value);
  const names = [...new Set([...Object.keys(schemas), ...Object.keys(given)])];
  const put = (name: string, next: Json | undefined) => {
    const place = under(at, name);
    if (next !== undefined) edit([{ do: 'put', at: place, value: next }], { together: place });
    else if (given[name] !== undefined) edit([{ do: 'take', at: place }]);
  };
  return (
    <fieldset className="d-group">
      <legend>{label}</legend>
      <p className="k-hint">{hint ?? t('answerHint', { example: '{{ input.rnokpp }}' })}</p>
      {names.length === 0 ? <p className="k-soft">{t('noOutput')}</p> : null}
      {names.map((name) => (
        <Value
          key={name}
          name={name}
          type={objectOf(schemas[name]).type}
          value={given[name]}
          put={(next) => put(name, next)}
        />
      ))}
    </fieldset>
  );
}

function Value({
  name,
  type,
  value,
  put,
}: {
  name: string;
  type: Json | undefined;
  value: Json | undefined;
  put: (value: Json | undefined) => void;
}) {
  const t = useTexts(describedTexts);
  const [typed, setTyped] = useState<string>();
  if (typeof value === 'boolean' || (value === undefined && type === 'boolean'))
    return <Tick label={name} checked={value === true} onChange={put} />;
  if (typeof value === 'number' || (value === undefined && (type === 'integer' || type === 'number')))
    return (
      <NumberField tight label={name} value={typeof value === 'number' ? value : undefined} onChange={put} />
    );
  if (
    value === null ||
    typeof value === 'string' ||
    (value === undefined && type !== 'object' && type !== 'array')
  )
    return (
      <Field
        tight
        label={name}
        value={value ?? ''}
        onChange={(next) => put(next === '' ? undefined : next)}
      />
    );
  // a group or a list is written as it is: it has no end of shapes
  const shown = typed ?? (value === undefined ? '' : JSON.stringify(value, null, 2));
  const broken = shown !== '' && parsed(shown) === undefined;
  return (
    <Field
      tight
      rows={4}
      label={name}
      value={shown}
      mistake={broken ? t('badJson') : undefined}
      onChange={(next) => {
        setTyped(next);
        const read = parsed(next);
        if (next.trim() === '') put(undefined);
        else if (read !== undefined) put(read);
      }}
      onBlur={() => {
        if (!broken) setTyped(undefined);
      }}
    />
  );
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
