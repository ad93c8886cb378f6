import { under } from '#core/form/pointer.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { objectOf } from '../commands/json.ts';
import { useValue } from '../design.tsx';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { describedTexts } from './texts.ts';

/** What people read for each field that a system answers; the answer's schema stands beside. */
export function FieldTitles({ at, label, hint }: { at: string; label: string; hint: string | undefined }) {
  const t = useTexts(describedTexts);
  const [texts] = useValue(at);
  const [output] = useValue(`${at.slice(0, at.lastIndexOf('/'))}/output`);
  const own = Object.keys(objectOf(objectOf(output).properties)).map((name) => under('', name));
  const pointers = [...new Set([...own, ...Object.keys(objectOf(texts))])];
  return (
    <fieldset className="d-group">
      <legend>{label}</legend>
      {hint ? <p className="k-hint">{hint}</p> : null}
      {pointers.length === 0 ? <p className="k-soft">{t('noOutput')}</p> : null}
      {pointers.map((pointer) => (
        <LanguageTexts key={pointer} label={pointer.slice(1)} at={`${under(at, pointer)}/title`} />
      ))}
    </fieldset>
  );
}
