import { useId } from 'react';
import { useTexts } from '#portal/theme/language.tsx';
import { isObject, objectOf } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import { useDesign, useValue } from '../design.tsx';
import { ExpressionMistakes } from '../feel/mistakes.tsx';
import { languageName, useLanguages } from './languages.ts';
import { partsTexts } from './texts.ts';

/** A text in every language, side by side; what is missing is marked. Emptied in all, it goes. */
export function LanguageTexts({
  label,
  hint,
  at,
  rows,
  required = false,
  onBlur,
  firstId,
}: {
  label: string;
  hint?: string;
  /** Where the text stands in the definition. */
  at: string;
  rows?: number;
  /** Stays, though empty: the format wants it. */
  required?: boolean;
  onBlur?: () => void;
  /** Id of the first language's control: where others lead to. */
  firstId?: string;
}) {
  const t = useTexts(partsTexts);
  const { edit } = useDesign();
  const languages = useLanguages();
  const [value] = useValue(at);
  const text = objectOf(value);
  const id = useId();
  const some = Object.values(text).some((one) => one !== '');

  function write(language: string, said: string): void {
    const own = `${at}/${language}`;
    const others = Object.entries(text).some(([other, one]) => other !== language && one !== '');
    const edits: Operation[] = [];
    if (said === '' && !others && !required) {
      if (value !== undefined) edits.push({ do: 'take', at });
    } else if (said === '' && others) {
      // what is not translated is absent, not empty: so it is told
      if (text[language] !== undefined) edits.push({ do: 'take', at: own });
    } else if (isObject(value))
      edits.push({ do: 'put', at: own, value: said, index: languages.indexOf(language) });
    else edits.push({ do: 'put', at, value: { [language]: said } });
    edit(edits, { together: own });
  }

  return (
    <fieldset className="d-texts">
      <legend>{label}</legend>
      {hint ? <p className="k-hint">{hint}</p> : null}
      {languages.map((language, n) => {
        const own = n === 0 && firstId ? firstId : `${id}-${language}`;
        const missing = (some || required) && !text[language];
        const shared = {
          id: own,
          lang: language,
          value: typeof text[language] === 'string' ? text[language] : '',
          'aria-invalid': missing ? true : undefined,
          'aria-describedby': missing ? `${own}-missing` : undefined,
          onBlur,
        } as const;
        return (
          <div key={language} className={missing ? 'd-texts__one d-texts__one--missing' : 'd-texts__one'}>
            <label htmlFor={own}>{t('in', { language: languageName(language) })}</label>
            {rows ? (
              <textarea
                {...shared}
                className="k-textarea"
                rows={rows}
                onChange={(event) => write(language, event.target.value)}
              />
            ) : (
              <input
                {...shared}
                className="k-input"
                autoComplete="off"
                onChange={(event) => write(language, event.target.value)}
              />
            )}
            <ExpressionMistakes at={`${at}/${language}`} id={`${own}-feel`} />
            {missing ? (
              <p id={`${own}-missing`} className="d-missing">
                {t('missing')}
              </p>
            ) : null}
          </div>
        );
      })}
    </fieldset>
  );
}
