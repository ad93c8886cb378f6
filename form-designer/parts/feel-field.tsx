import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { compile, ExpressionError, evaluate } from '#core/expression/index.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { useSample } from './sample.tsx';
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

/** What it gives of sample data; undefined where that says nothing. */
function exampleOf(
  source: string,
  sample: Readonly<Record<string, unknown>> | undefined,
): string | undefined {
  if (!sample || source.trim() === '') return undefined;
  try {
    return JSON.stringify(evaluate(compile(source, Object.keys(sample)), sample));
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

/** The name that is being written before the cursor: `form.per`. */
const wordBefore = (text: string): string => /[A-Za-z_][\w.]*$/.exec(text)?.[0] ?? '';

/** Offered at once, at most. */
const MOST = 8;

/** A FEEL expression: names completed while it is written, mistakes at their place, what it gives of sample data. */
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
  const sample = useSample();
  const [written, setWritten] = useState<string>();
  const [at, setAt] = useState(0);
  const mistake = mistakeIn(value, names);
  const gives = useMemo(() => (mistake ? undefined : exampleOf(value, sample)), [mistake, value, sample]);
  const offered = useMemo(() => {
    if (written === undefined || written === '') return [];
    const sought = written.toLowerCase();
    return paths
      .filter(([path, words]) => path !== written && `${path} ${words}`.toLowerCase().includes(sought))
      .slice(0, MOST);
  }, [written, paths]);
  const open = offered.length > 0;
  const active = Math.min(at, offered.length - 1);

  /** Puts a path in the place of the word before the cursor. */
  function putIn(path: string): void {
    const box = area.current;
    const cursor = box?.selectionStart ?? value.length;
    const before = value.slice(0, cursor);
    const begun = written === undefined ? '' : wordBefore(before);
    const next = before.slice(0, before.length - begun.length) + path;
    onChange(next + value.slice(cursor));
    setWritten(undefined);
    box?.focus();
    requestAnimationFrame(() => box?.setSelectionRange(next.length, next.length));
  }

  function keys(event: KeyboardEvent): void {
    if (!open) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) setAt((active + by + offered.length) % offered.length);
    else if (event.key === 'Escape') setWritten(undefined);
    else if (event.key === 'Enter') putIn(offered[active]?.[0] ?? '');
    else return;
    event.preventDefault();
  }

  return (
    <div className={mistake ? 'k-field k-field--error d-tight d-feelfield' : 'k-field d-tight d-feelfield'}>
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
        aria-autocomplete="list"
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open ? `${id}-${active}` : undefined}
        aria-invalid={mistake ? true : undefined}
        aria-describedby={mistake ? `${id}-hint ${id}-error` : `${id}-hint`}
        onChange={(event) => {
          const cursor = event.target.selectionStart;
          setWritten(wordBefore(event.target.value.slice(0, cursor)));
          setAt(0);
          onChange(event.target.value);
        }}
        onKeyDown={keys}
        onBlur={() => setWritten(undefined)}
      />
      {open ? (
        <div className="d-offers" id={`${id}-list`} role="listbox" aria-label={t('feelNames')}>
          {offered.map(([path, words], n) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the expression, which keeps the focus
            <div
              className="d-offer"
              key={path}
              id={`${id}-${n}`}
              role="option"
              aria-selected={n === active}
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => putIn(path)}
            >
              <code>{path}</code> {words}
            </div>
          ))}
        </div>
      ) : null}
      {gives === undefined ? null : <p className="d-gives">{t('feelValue', { value: gives })}</p>}
      {paths.length > 0 ? (
        <select
          className="k-select d-small"
          aria-label={`${t('feelNames')}: ${label}`}
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
