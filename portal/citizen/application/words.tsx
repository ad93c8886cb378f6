import { FieldFrame } from '#portal/theme/form/field-frame.tsx';
import { useTexts } from '#portal/theme/language.tsx';
import { citizenTexts } from '../texts.ts';

/** A text to be written beside an act: a reason, a message. */
export function Words({
  id,
  label,
  hint,
  value,
  error,
  change,
}: {
  id: string;
  label: 'reason' | 'message';
  hint?: 'reasonHint';
  value: string;
  error: string | undefined;
  change: (text: string) => void;
}) {
  const t = useTexts(citizenTexts);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <FieldFrame
      id={id}
      label={t(label)}
      hint={hint ? t(hint) : undefined}
      required
      group={false}
      errors={error ? [error] : []}
    >
      <textarea
        id={id}
        className="k-textarea"
        rows={4}
        maxLength={4000}
        value={value}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        onChange={(event) => change(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}
