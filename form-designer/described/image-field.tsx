import { useId } from 'react';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { useValue } from '../design.tsx';
import { describedTexts } from './texts.ts';

/** A picture kept in the definition as a `data:` address, taken from a file. */
export function ImageField({ at, label, hint }: { at: string; label: string; hint: string | undefined }) {
  const t = useTexts(describedTexts);
  const id = useId();
  const [value, put] = useValue(at);
  const shown = typeof value === 'string' ? value : undefined;
  return (
    <div className="k-field d-tight">
      <label className="k-label" htmlFor={id}>
        {label}
      </label>
      {hint ? <p className="k-hint">{hint}</p> : null}
      {shown ? <img className="d-image" src={shown} alt={label} /> : null}
      <input
        id={id}
        type="file"
        accept="image/png,image/svg+xml"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (!file) return;
          const reader = new FileReader();
          reader.addEventListener('load', () => {
            if (typeof reader.result === 'string') put(reader.result);
          });
          reader.readAsDataURL(file);
        }}
      />
      {shown ? (
        <Button kind="plain" onClick={() => put(undefined)}>
          {t('remove', { what: label })}
        </Button>
      ) : null}
    </div>
  );
}
