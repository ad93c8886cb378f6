import { useId } from 'react';

interface Shared {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly mistake?: string | undefined;
  /** Small: for panels. */
  readonly tight?: boolean;
}

function Around({
  id,
  label,
  hint,
  mistake,
  tight = false,
  children,
}: Shared & { id: string; children: React.ReactNode }) {
  return (
    <div className={`k-field${mistake ? ' k-field--error' : ''}${tight ? ' d-tight' : ''}`}>
      <label className="k-label" htmlFor={id}>
        {label}
      </label>
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
      {children}
    </div>
  );
}

const described = (id: string, { hint, mistake }: Shared): string | undefined =>
  [hint ? `${id}-hint` : '', mistake ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;

/** A line of text. */
export function Field(
  props: Shared & {
    value: string;
    onChange: (value: string) => void;
    onBlur?: () => void;
    lang?: string;
    rows?: number;
    type?: 'text' | 'date' | 'time' | 'number' | 'color';
    id?: string;
    /** An example of what to write, shown while nothing is. */
    placeholder?: string;
    /** The `<datalist>` of what is offered. */
    list?: string;
  },
) {
  const own = useId();
  const id = props.id ?? own;
  const shared = {
    id,
    value: props.value,
    lang: props.lang,
    'aria-describedby': described(id, props),
    'aria-invalid': props.mistake ? true : undefined,
    onBlur: props.onBlur,
  } as const;
  return (
    <Around {...props} id={id}>
      {props.rows ? (
        <textarea
          {...shared}
          className="k-textarea"
          rows={props.rows}
          onChange={(event) => props.onChange(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          type={props.type ?? 'text'}
          className="k-input"
          autoComplete="off"
          placeholder={props.placeholder}
          list={props.list}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Around>
  );
}

/** A number, or nothing. */
export function NumberField(
  props: Shared & { value: number | undefined; min?: number; onChange: (value: number | undefined) => void },
) {
  const id = useId();
  return (
    <Around {...props} id={id}>
      <input
        id={id}
        type="number"
        className="k-input k-input--10"
        min={props.min}
        value={props.value ?? ''}
        aria-describedby={described(id, props)}
        onChange={(event) =>
          props.onChange(event.target.value === '' ? undefined : Number(event.target.value))
        }
      />
    </Around>
  );
}

/** One of several, from a list. */
export function Pick(
  props: Shared & {
    value: string;
    options: readonly (readonly [value: string, label: string])[];
    onChange: (value: string) => void;
    /** Shown first, chooses nothing. */
    none?: string | undefined;
  },
) {
  const id = useId();
  return (
    <Around {...props} id={id}>
      <select
        id={id}
        className="k-select"
        value={props.value}
        aria-describedby={described(id, props)}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.none === undefined ? null : <option value="">{props.none}</option>}
        {props.value !== '' && !props.options.some(([value]) => value === props.value) ? (
          <option value={props.value}>{props.value}</option>
        ) : null}
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Around>
  );
}

function ChoiceLabel({ id, label, hint }: Shared & { id: string }) {
  return (
    <label htmlFor={id}>
      {label}
      {hint ? (
        <span className="k-choice__hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </label>
  );
}

/** Yes or no. */
export function Tick(
  props: Shared & { checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean },
) {
  const id = useId();
  return (
    <div className="k-choice d-tick">
      <input
        id={id}
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        aria-describedby={described(id, props)}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <ChoiceLabel id={id} label={props.label} hint={props.hint} />
    </div>
  );
}

/** One of a group of radios. */
export function Choice(props: Shared & { group: string; checked: boolean; onChange: () => void }) {
  const id = useId();
  return (
    <div className="k-choice">
      <input
        id={id}
        type="radio"
        name={props.group}
        checked={props.checked}
        aria-describedby={described(id, props)}
        onChange={props.onChange}
      />
      <ChoiceLabel id={id} label={props.label} hint={props.hint} />
    </div>
  );
}
