import { useTexts } from '#portal/theme/language.tsx';
import { useValue } from '../design.tsx';
import { NumberField, Pick } from '../parts/fields.tsx';
import { useOptions } from './options.ts';
import { describedTexts } from './texts.ts';

const NUMBER = '#';

/** How many places a record has: a number, or the field that says it. */
export function Places({ at, label, hint }: { at: string; label: string; hint: string | undefined }) {
  const t = useTexts(describedTexts);
  const [value, put] = useValue(at);
  const fields = useOptions('recordFields', at);
  const counted = typeof value !== 'string';
  return (
    <>
      <Pick
        tight
        label={label}
        hint={hint}
        value={counted ? NUMBER : value}
        options={[[NUMBER, t('number')], ...fields]}
        onChange={(next) => put(next === NUMBER ? 1 : next)}
      />
      {counted ? (
        <NumberField
          tight
          label={t('number')}
          min={1}
          value={typeof value === 'number' ? value : undefined}
          onChange={(next) => {
            if (next) put(next);
          }}
        />
      ) : null}
    </>
  );
}
