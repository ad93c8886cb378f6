import type { ReactNode } from 'react';

type Helped = { id: string; hint?: string | undefined; mistake?: string | undefined };

/** The ids of what describes a control, for `aria-describedby`. */
const describedBy = ({ id, hint, mistake }: Helped): string | undefined =>
  [hint ? `${id}-hint` : '', mistake ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;

/** The hint and the mistake that `describedBy` names. */
function Said({ id, hint, mistake }: Helped) {
  return (
    <>
      {hint ? (
        <p className="k-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {mistake ? (
        <p className="k-error" id={`${id}-error`}>
          {mistake}
        </p>
      ) : null}
    </>
  );
}

/** A label, a hint and a mistake around one control, tied together for screen readers. */
export function Field({
  id,
  label,
  hint,
  mistake,
  children,
}: {
  id: string;
  label: string;
  hint?: string;
  mistake?: string | undefined;
  children: (described: string | undefined) => ReactNode;
}) {
  const described = describedBy({ id, hint, mistake });
  return (
    <div className={mistake ? 'k-field k-field--error' : 'k-field'}>
      <label className="k-label" htmlFor={id}>
        {label}
      </label>
      <Said id={id} hint={hint} mistake={mistake} />
      {children(described)}
    </div>
  );
}

/** Several lines of text. */
export function TextField({
  id,
  label,
  hint,
  mistake,
  value,
  limit = 4000,
  onChange,
}: {
  id: string;
  label: string;
  hint?: string;
  mistake?: string | undefined;
  value: string;
  limit?: number;
  onChange: (value: string) => void;
}) {
  return (
    <Field id={id} label={label} mistake={mistake} {...(hint ? { hint } : {})}>
      {(described) => (
        <textarea
          id={id}
          className="k-textarea"
          rows={4}
          maxLength={limit}
          value={value}
          aria-describedby={described}
          aria-invalid={mistake ? true : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A group of choices with a legend, a hint and a mistake. */
export function Group({
  id,
  legend,
  hint,
  mistake,
  children,
}: {
  id: string;
  legend: string;
  hint?: string;
  mistake?: string | undefined;
  children: ReactNode;
}) {
  const described = describedBy({ id, hint, mistake });
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={mistake ? 'k-field k-field--error' : 'k-field'}
      aria-describedby={described}
    >
      <legend className="k-legend">{legend}</legend>
      <Said id={id} hint={hint} mistake={mistake} />
      {children}
    </fieldset>
  );
}

/** One choice of a group; `children` open below it while it is chosen. */
export function Choice({
  type,
  id,
  name,
  label,
  hint,
  checked,
  disabled = false,
  onChange,
  children,
}: {
  type: 'radio' | 'checkbox';
  id: string;
  name?: string;
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
  children?: ReactNode;
}) {
  return (
    <>
      <div className="k-choice">
        <input
          type={type}
          id={id}
          checked={checked}
          disabled={disabled}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.target.checked)}
          {...(name ? { name } : {})}
        />
        <div>
          <label htmlFor={id}>{label}</label>
          {hint ? (
            <p className="k-choice__hint" id={`${id}-hint`}>
              {hint}
            </p>
          ) : null}
        </div>
      </div>
      {checked && children ? <div className="w-inset">{children}</div> : null}
    </>
  );
}
