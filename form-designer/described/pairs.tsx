import { useState } from 'react';
import { under } from '#core/form/pointer.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { objectOf } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { Field, Pick } from '../parts/fields.tsx';
import type { Source } from './control.ts';
import { useOptions } from './options.ts';
import { describedTexts } from './texts.ts';

/** Names of another definition, each with what it is here. */
export function Pairs({
  at,
  from,
  label,
  hint,
}: {
  at: string;
  from: Source;
  label: string;
  hint: string | undefined;
}) {
  const t = useTexts(describedTexts);
  const { edit } = useDesign();
  const [value, put] = useValue(at);
  const [name, setName] = useState('');
  const map = objectOf(value);
  const options = useOptions(from, at);
  return (
    <fieldset className="d-group">
      <legend>{label}</legend>
      {hint ? <p className="k-hint">{hint}</p> : null}
      {Object.entries(map).map(([one, mine]) => (
        <div key={one} className="d-test">
          <Pick
            tight
            label={one}
            value={String(mine ?? '')}
            options={options}
            onChange={(next) => edit([{ do: 'put', at: under(at, one), value: next }])}
          />
          <Button
            kind="plain"
            onClick={() =>
              Object.keys(map).length === 1 ? put(undefined) : edit([{ do: 'take', at: under(at, one) }])
            }
          >
            {t('remove', { what: one })}
          </Button>
        </div>
      ))}
      <div className="d-addkind">
        <Field tight label={t('key')} value={name} onChange={setName} />
        <Button
          kind="secondary"
          disabled={name.trim() === '' || options.length === 0}
          onClick={() => {
            edit([{ do: 'put', at: under(at, name.trim()), value: options[0]?.[0] ?? '' }]);
            setName('');
          }}
        >
          {t('addField')}
        </Button>
      </div>
    </fieldset>
  );
}
