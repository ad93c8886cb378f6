import { useId, useRef } from 'react';
import { compile, ExpressionError } from '#core/expression/index.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { partsTexts } from './texts.ts';

/** What is wrong with an expression: in words, with the place of the mistake counted from 1. */
function mistakeIn(source: string, names: readonly string[]): { at: number; what: string } | undefined {
  if (source.trim() === '') return undefined;
  try {
    compile(source, names);
    return undefined;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { at: error.position.from + 1, what: error.message };
  }
}

/** A FEEL expression: mistakes at their place while it is written, names to put in. */
export function FeelField({
  label,
  hint,
  value,
  names,
  paths,
  onChange,
}: {
  label: string;
  hint?: string | undefined;
  value: string;
  /** The outermost names that may be used. */
  names: readonly string[];
  /** What is offered to be put in, with its words. */
  paths: readonly (readonly [path: string, label: string])[];
  onChange: (value: string) => void;
}) {
  const t = useTexts(partsTexts);
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const mistake = mistakeIn(value, names);

  function putIn(path: string): void {
    const box = area.current;
    const at = box?.selectionStart ?? value.length;
    const end = box?.selectionEnd ?? at;
    onChange(value.slice(0, at) + path + value.slice(end));
    box?.focus();
  }

  return (
    <div className={mistake ? 'k-field k-field--error d-tight' : 'k-field d-tight'}>
      <label className="k-label" htmlFor={id}>
        {label}
      </label>
      <p className="k-hint" id={`${id}-hint`}>
        {hint ?? t('feelHint')}
      </p>
      {mistake ? (
        <p className="k-error" id={`${id}-error`}>
          {t('feelMistake', mistake)}
        </p>
      ) : null}
      <textarea
        ref={area}
        id={id}
        className="k-textarea d-feel"
        rows={2}
        spellCheck={false}
        value={value}
        aria-invalid={mistake ? true : undefined}
        aria-describedby={mistake ? `${id}-hint ${id}-error` : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      {paths.length > 0 ? (
        <select
          className="k-select d-small"
          aria-label={t('feelNames')}
          value=""
          onChange={(event) => putIn(event.target.value)}
        >
          <option value="">{t('feelNames')}</option>
          {paths.map(([path, words]) => (
            <option key={path} value={path}>
              {words} ({path})
            </option>
          ))}
        </select>
      ) : null}
    </div>
  );
}
