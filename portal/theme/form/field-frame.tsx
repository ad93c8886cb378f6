import type { ReactNode } from 'react';
import { useTexts } from '../language.tsx';
import { formTexts } from './form-texts.ts';

interface FrameProps {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly hint?: string | undefined;
  readonly mark?: string | undefined;
  readonly errors?: readonly string[] | undefined;
  /** Several controls: fieldset and legend instead of a label. */
  readonly group: boolean;
  /** The control has its own visible label beside it (a tick box). */
  readonly labelled?: boolean;
  readonly children: ReactNode;
}

/** Label, what the officer said, hint, error, then the control: the order in which they are read. */
export function FieldFrame(props: FrameProps) {
  const t = useTexts(formTexts);
  const { id, label, required, hint, mark, errors = [], group, labelled = false, children } = props;
  const title = (
    <>
      {label}
      {required ? null : <span className="k-optional"> {t('optional')}</span>}
    </>
  );
  const around = (
    <>
      {mark !== undefined ? (
        <p className="k-mark" id={`${id}-mark`}>
          <strong>
            {t('toCorrect')}
            {mark ? ':' : ''}
          </strong>{' '}
          {mark}
        </p>
      ) : null}
      {hint ? (
        <p className="k-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {errors.length > 0 ? (
        <p className="k-error" id={`${id}-error`}>
          <span className="k-hidden">{t('error')} </span>
          {errors[0]}
        </p>
      ) : null}
      {children}
    </>
  );
  const className = errors.length > 0 ? 'k-field k-field--error' : 'k-field';
  if (group)
    return (
      <fieldset
        className={className}
        aria-describedby={
          [
            mark !== undefined ? `${id}-mark` : '',
            hint ? `${id}-hint` : '',
            errors.length ? `${id}-error` : '',
          ]
            .filter(Boolean)
            .join(' ') || undefined
        }
      >
        <legend className="k-legend">{title}</legend>
        {around}
      </fieldset>
    );
  return (
    <div className={className}>
      {labelled ? null : (
        <label className="k-label" htmlFor={id}>
          {title}
        </label>
      )}
      {around}
    </div>
  );
}
