import { useEffect, useRef } from 'react';
import { useTexts } from '../language.tsx';
import { formTexts } from './form-texts.ts';

/** A mistake as the summary lists it; `id` is that of the control to go to. */
export interface SummaryError {
  readonly id: string;
  readonly label?: string;
  readonly text: string;
}

/** All mistakes above the form. It takes the focus each time `turn` changes, that is, each time one tried to go on. */
export function ErrorSummary({ errors, turn }: { errors: readonly SummaryError[]; turn: number }) {
  const t = useTexts(formTexts);
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt takes the focus anew
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [turn]);
  const isWrong = errors.length > 0;
  const mark = t('summaryMark');
  // the title is what a screen reader says first, and what stands on the tab
  useEffect(() => {
    if (!isWrong) return;
    const before = document.title;
    const marked = `${mark} ${before}`;
    document.title = marked;
    return () => {
      if (document.title === marked) document.title = before;
    };
  }, [isWrong, mark]);
  if (!isWrong) return null;
  return (
    <div className="k-summary-box" ref={box} tabIndex={-1} role="alert" aria-labelledby="k-summary-title">
      <h2 id="k-summary-title">{t('summaryTitle', { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.id + error.text}>
            <a
              href={`#${error.id}`}
              onClick={(event) => {
                const target = document.getElementById(error.id);
                if (!target) return;
                event.preventDefault();
                target.focus();
                target.scrollIntoView({ block: 'center' });
              }}
            >
              {error.label ? `${error.label}: ${error.text}` : error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
