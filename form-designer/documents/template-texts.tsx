import { useTexts } from '#portal/theme/language.tsx';
import { isObject } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { useLanguages } from '../parts/languages.ts';
import { papersTexts } from './texts.ts';

/** A text in every language with a picker that puts data into all of them: `{{ form.person.name }}`. */
export function TemplateTexts({
  label,
  at,
  rows,
  paths,
}: {
  label: string;
  at: string;
  rows?: number;
  paths: readonly (readonly [path: string, label: string])[];
}) {
  const t = useTexts(papersTexts);
  const { edit } = useDesign();
  const languages = useLanguages();
  const [value] = useValue(at);
  const text = isObject(value) ? value : {};
  return (
    <div>
      <LanguageTexts label={label} at={at} required {...(rows ? { rows } : {})} />
      <select
        className="k-select d-small"
        aria-label={`${t('insert')}: ${label}`}
        value=""
        onChange={(event) => {
          const path = event.target.value;
          edit([
            {
              do: 'put',
              at,
              value: Object.fromEntries(
                languages.map((language) => [
                  language,
                  `${String(text[language] ?? '')} {{ ${path} }}`.trim(),
                ]),
              ),
            },
          ]);
        }}
      >
        <option value="">{t('insert')}</option>
        {paths.map(([path, words]) => (
          <option key={path} value={path}>
            {words} ({path})
          </option>
        ))}
      </select>
    </div>
  );
}
