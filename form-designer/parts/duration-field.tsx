import { useId, useState } from 'react';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { type Json, same } from '../commands/json.ts';
import { useValue } from '../design.tsx';
import { durationTexts } from './duration-texts.ts';
import { durationWords, typedDuration, unitWords } from './duration-words.ts';
import { Field } from './fields.tsx';

const offered = ['workingDays', 'D', 'W', 'M', 'hours'] as const;
const offeredOfCalendar = ['D', 'W', 'M', 'Y'] as const;

/** A duration in words, «5 робочих днів», or after ISO 8601. Emptied, it goes, unless the format wants it. */
export function DurationField({
  label,
  at,
  calendar = false,
  required = false,
}: {
  label: string;
  at: string;
  /** ISO 8601 alone: no working days. */
  calendar?: boolean;
  required?: boolean;
}) {
  const t = useTexts(durationTexts);
  const { language } = useLanguage();
  const list = useId();
  const [value, put] = useValue(at);
  // what is being typed is left as it is typed, until another value comes from elsewhere
  const [typed, setTyped] = useState<{ text: string; of: Json | undefined; left?: true }>();
  const isTyped = typed !== undefined && same(typed.of, value);
  const known = durationWords(value, language) ?? (value === undefined ? '' : JSON.stringify(value));
  const text = isTyped ? typed.text : known;
  const read = text.trim() === '' ? null : typedDuration(text, calendar);
  const mistake =
    read === null ? (required ? 'needed' : undefined) : 'mistake' in read ? read.mistake : undefined;
  const words = mistake === 'unknown' && calendar ? 'unknownOfCalendar' : mistake;
  const isWrong = isTyped && typed.left === true && words !== undefined;

  function type(next: string): void {
    const made = next.trim() === '' ? null : typedDuration(next, calendar);
    const isLeft = made ? 'mistake' in made : required;
    const kept = isLeft ? value : made && 'value' in made ? made.value : undefined;
    setTyped({ text: next, of: kept });
    if (!isLeft) put(kept);
  }
  const n = Number(/^\d+/.exec(text.trim())?.[0] ?? 0);
  return (
    <>
      <Field
        tight
        label={label}
        value={text}
        list={list}
        placeholder={t(calendar ? 'exampleOfCalendar' : 'example')}
        mistake={isWrong ? t(words) : undefined}
        onChange={type}
        onBlur={() => setTyped(isTyped && mistake ? { ...typed, left: true } : undefined)}
      />
      <datalist id={list}>
        {(calendar ? offeredOfCalendar : offered).map((unit) => (
          <option key={unit} value={unitWords({ n: n || 1, unit }, language)} />
        ))}
      </datalist>
    </>
  );
}
