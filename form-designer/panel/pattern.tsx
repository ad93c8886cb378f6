import { useTexts } from '#portal/theme/language.tsx';
import { useDesign, useValue } from '../design.tsx';
import type { GroupProps } from '../fields/field-type.ts';
import { Field } from '../parts/fields.tsx';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { panelTexts } from './texts.ts';
import { useKeyword } from './use-keyword.ts';

function broken(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return false;
  } catch {
    return true;
  }
}

/** A pattern that the text must have, and what is said where it has not. */
export function PatternGroup(props: GroupProps) {
  const t = useTexts(panelTexts);
  const { open } = useDesign();
  const [pattern, setPattern] = useKeyword(props, 'pattern');
  const at = `${props.form.textsAt(props.field.pointer)}/errors/pattern`;
  const [said] = useValue(at);
  const text = typeof pattern === 'string' ? pattern : '';
  return (
    <details className="d-group" open={text !== '' || undefined}>
      <summary>{t('pattern')}</summary>
      <fieldset disabled={!open}>
        <legend className="k-hidden">{t('pattern')}</legend>
        <Field
          tight
          label={t('patternField')}
          hint={t('patternHint')}
          mistake={text !== '' && broken(text) ? t('patternBroken') : undefined}
          value={text}
          onChange={(value) => setPattern(value === '' ? undefined : value)}
        />
        {text !== '' || said !== undefined ? <LanguageTexts label={t('patternSay')} at={at} /> : null}
      </fieldset>
    </details>
  );
}
