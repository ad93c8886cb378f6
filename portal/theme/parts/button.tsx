import type { ReactNode } from 'react';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick?: () => void;
  readonly kind?: 'primary' | 'secondary' | 'danger' | 'plain';
  readonly type?: 'button' | 'submit';
  /** Working on it: the press is ignored, the label stays, assistive technology hears "busy". */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly id?: string;
  /** What a screen reader hears instead of the visible label, where that repeats (e.g. "Change" of each row). */
  readonly label?: string;
}

/** The one button. A busy button stays focusable, so that focus is not lost while it works. */
export function Button(props: ButtonProps) {
  const { children, onClick, kind = 'primary', type = 'button', busy = false, disabled = false } = props;
  return (
    <button
      id={props.id}
      type={type}
      className={`k-button k-button--${kind}`}
      aria-disabled={busy || undefined}
      aria-label={props.label}
      disabled={disabled}
      onClick={(event) => {
        if (busy) {
          event.preventDefault();
          return;
        }
        onClick?.();
      }}
    >
      {busy ? <span className="k-spinner" aria-hidden="true" /> : null}
      {children}
    </button>
  );
}
