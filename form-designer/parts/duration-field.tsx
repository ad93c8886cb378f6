import { useId } from 'react';
import { useTexts } from '#portal/theme/language.tsx';
import { useValue } from '../design.tsx';
import { type Plain, said, writtenDuration } from './duration.ts';
import { durationTexts } from './duration-texts.ts';

const terms = ['workingDays', 'D', 'W', 'M', 'hours'] as const;
const calendarUnits = ['D', 'W', 'M', 'Y'] as const;

/** A number and a unit: «5 робочих днів». Emptied, it goes, unless the format wants it. */
export function DurationField({
  label,
  at,
  calendar = false,
  required = false,
}: {
  label: string;
  at: string;
  /** ISO 8601 alone: no working days and hours. */
  calendar?: boolean;
  required?: boolean;
}) {
  const t = useTexts(durationTexts);
  const id = useId();
  const [value, put] = useValue(at);
  const plain = said(value);
  const units: readonly Plain['unit'][] = calendar ? calendarUnits : terms;
  const unit = plain?.unit ?? (calendar ? 'Y' : 'workingDays');
  return (
    <div className="k-field d-tight">
      <label className="k-label" htmlFor={id}>
        {label}
      </label>
      {value !== undefined && !plain ? (
        <p className="k-hint">{t('asWritten', { value: JSON.stringify(value) })}</p>
      ) : null}
      <div className="d-duration">
        <input
          id={id}
          type="number"
          min={1}
          className="k-input"
          value={plain?.n ?? ''}
          onChange={(event) => {
            const n = Number(event.target.value);
            if (n > 0) put(writtenDuration({ n, unit }));
            else if (!required) put(undefined);
          }}
        />
        <select
          className="k-select"
          aria-label={t('unitOf', { label })}
          value={unit}
          onChange={(event) =>
            put(writtenDuration({ n: plain?.n ?? 1, unit: event.target.value as Plain['unit'] }))
          }
        >
          {(units.includes(unit) ? units : [...units, unit]).map((one) => (
            <option key={one} value={one}>
              {t(one)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
