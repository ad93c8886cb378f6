import { useState } from 'react';
import { under } from '#core/form/pointer.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { listOf, objectOf } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import { useLibrary } from '../library.tsx';
import { Field } from '../parts/fields.tsx';
import { describedTexts } from './texts.ts';

/** Values by name, each an expression. The names that are known (of a record, of an input) are there; others are added. */
export function FeelMap({
  at,
  known,
  label,
  hint,
}: {
  at: string;
  known: 'input' | 'record' | undefined;
  label: string;
  hint: string | undefined;
}) {
  const t = useTexts(describedTexts);
  const { edit } = useDesign();
  const [value] = useValue(at);
  const [name, setName] = useState('');
  const map = objectOf(value);
  const expected = useExpected(at, known);
  const names = [...new Set([...expected, ...Object.keys(map)])];
  return (
    <fieldset className="d-group">
      <legend>{label}</legend>
      {hint ? <p className="k-hint">{hint}</p> : null}
      {names.map((one) => (
        <FeelField
          key={one}
          label={one}
          at={under(at, one)}
          value={String(map[one] ?? '')}
          onChange={(next) => {
            const place = under(at, one);
            if (next !== '') edit([{ do: 'put', at: place, value: next }], { together: place });
            else if (map[one] !== undefined) edit([{ do: 'take', at: place }]);
          }}
        />
      ))}
      {expected.length > 0 ? null : (
        <div className="d-addkind">
          <Field tight label={t('key')} value={name} onChange={setName} />
          <Button
            kind="secondary"
            disabled={name.trim() === ''}
            onClick={() => {
              edit([{ do: 'put', at: under(at, name.trim()), value: '""' }]);
              setName('');
            }}
          >
            {t('addField')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** The names that are wanted here: the fields of the registry's record. */
function useExpected(at: string, known: 'input' | 'record' | undefined): string[] {
  const { library } = useLibrary();
  const [registry] = useValue(`${at.slice(0, at.lastIndexOf('/'))}/registry`);
  if (known !== 'record') return [];
  const found = library.registries[String(registry ?? '')] as { versions?: unknown } | undefined;
  const current = objectOf(listOf(found?.versions).at(-1));
  return Object.keys(objectOf(objectOf(current.schema).properties));
}
