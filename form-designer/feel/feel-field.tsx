import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Looked } from '#core/definition/index.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { useDesign } from '../design.tsx';
import { useSample } from '../parts/sample.tsx';
import { useExpressionProblems, useLook } from '../problems/here.tsx';
import { givenOf } from './example.ts';
import type { FeelEditor } from './feel-editor.ts';
import { ExpressionMistakes } from './mistakes.tsx';
import { feelTexts } from './texts.ts';

export interface FeelFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Where the expression stands in the definition, or would stand. */
  readonly at: string;
  readonly value: string;
  /** What is offered to be put in, with its words. */
  readonly paths?: readonly (readonly [path: string, label: string])[];
  readonly onChange: (value: string) => void;
}

/**
 * A FEEL expression: names and functions completed while it is written, mistakes at their place in the words of the check, what it
 * gives of the trial or of sample data. A plain text field until the editor is there.
 */
export function FeelField({ label, hint, at, value, paths = [], onChange }: FeelFieldProps) {
  const t = useTexts(feelTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { open } = useDesign();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<FeelEditor>(null);
  const typed = useRef<string[]>([]);
  const [ready, setReady] = useState(false);
  const [looked, setLooked] = useState<Looked>();
  const look = useLook();
  const sample = useSample();
  const problems = useExpressionProblems(at);
  const mistakes = value.trim() === '' ? [] : problems;
  const types = looked?.sight.names;
  const gives = useMemo(
    () => (mistakes.length > 0 ? undefined : givenOf(value, sample, types)),
    [mistakes.length, value, sample, types],
  );
  const said = mistakes.map(({ message, hint: mend }) => `${read(message)} ${read(mend)}`).join(' ');
  const now = useRef({ onChange, at, look, label, value, open, language, paths, said });
  now.current = { onChange, at, look, label, value, open, language, paths, said };

  useEffect(() => {
    let gone = false;
    const ask = async () => {
      const found = await now.current.look(now.current.at);
      if (!gone && found) setLooked(found);
      return found;
    };
    const begin = async () => {
      const { FeelEditor: Editor } = await import('./feel-editor.ts');
      if (gone || !host.current) return;
      const { activeElement } = document;
      const plain = area.current;
      editor.current = new Editor(host.current, {
        value: now.current.value,
        label: now.current.label,
        open: now.current.open,
        changed: (next) => {
          typed.current.push(next);
          now.current.onChange(next);
        },
        offering: async () => {
          const [found, { meaningOf }] = await Promise.all([ask(), import('./meanings.ts')]);
          const words = new Map(now.current.paths);
          return {
            names: found?.sight.names ?? {},
            language: now.current.language,
            meaning: (path) => words.get(path) ?? meaningOf(path, now.current.language),
          };
        },
        left: (focused) => {
          if (focused) void ask();
        },
      });
      setReady(true);
      if (plain && activeElement === plain) editor.current.focus(plain.selectionStart, plain.selectionEnd);
    };
    // what is not looked at (a closed entry among many) needs no editor
    const seen = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      seen.disconnect();
      void begin();
    });
    if (whole.current) seen.observe(whole.current);
    return () => {
      gone = true;
      seen.disconnect();
      editor.current?.close();
      editor.current = null;
    };
  }, []);

  useEffect(() => {
    if (!ready) return;
    // what comes back of the analyst's own typing is older than what stands there
    const own = typed.current.lastIndexOf(value);
    typed.current = typed.current.slice(own + 1);
    if (own < 0) editor.current?.show(value);
  }, [ready, value]);
  useEffect(() => {
    if (ready) editor.current?.allow(open);
  }, [ready, open]);
  useEffect(() => {
    if (ready) editor.current?.describe(label, said || (hint ?? t('hint')), said !== '');
  }, [ready, label, said, hint, t]);
  useEffect(() => {
    if (!ready) return;
    editor.current?.mark(
      (now.current.value.trim() === '' ? [] : problems).map((one) => ({
        from: one.within?.from ?? 0,
        to: one.within?.to ?? 0,
        severity: one.severity === 'mistake' ? ('error' as const) : ('warning' as const),
        message: `${read(one.message)} ${read(one.hint)}`,
      })),
    );
  }, [ready, problems, read]);

  function putIn(path: string): void {
    if (editor.current) {
      editor.current.insert(path);
      return;
    }
    const box = area.current;
    const cursor = box?.selectionStart ?? value.length;
    onChange(value.slice(0, cursor) + path + value.slice(box?.selectionEnd ?? cursor));
  }

  return (
    <div ref={whole} className={`k-field d-tight d-feelfield${mistakes.length > 0 ? ' k-field--error' : ''}`}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the editor in its shadow root carries the label itself */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard the editor is reached itself */}
      <label className="k-label" {...(ready ? {} : { htmlFor: id })} onClick={() => editor.current?.focus()}>
        {label}
      </label>
      <p className="k-hint" id={`${id}-hint`}>
        {hint ?? t('hint')}
      </p>
      {ready ? null : (
        <textarea
          ref={area}
          id={id}
          className="k-textarea d-feel"
          rows={2}
          spellCheck={false}
          value={value}
          aria-invalid={mistakes.length > 0 ? true : undefined}
          aria-describedby={mistakes.length > 0 ? `${id}-hint ${id}-error` : `${id}-hint`}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <div ref={host} className="d-feelhost" hidden={!ready} />
      {value.trim() === '' ? null : <ExpressionMistakes at={at} id={`${id}-error`} />}
      {gives === undefined ? null : (
        <p className="d-gives">{t(gives.isTried ? 'tried' : 'value', { value: gives.value })}</p>
      )}
      {paths.length > 0 ? (
        <select
          className="k-select d-small"
          aria-label={`${t('names')}: ${label}`}
          value=""
          onChange={(event) => putIn(event.target.value)}
        >
          <option value="">{t('names')}</option>
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
