import { under } from '#core/form/pointer.ts';
import { type Localised, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { objectOf } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { AddNamed } from '../parts/add-named.tsx';
import { Field } from '../parts/fields.tsx';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { useLanguages } from '../parts/languages.ts';
import { peopleTexts } from './texts.ts';

/** The closed list of reasons in law. */
export function Grounds() {
  const t = useTexts(peopleTexts);
  const read = useLocalised();
  const languages = useLanguages();
  const { definition, edit } = useDesign();
  const grounds = objectOf(objectOf(definition).grounds);
  return (
    <section>
      <h2 className="k-h2">{t('grounds')}</h2>
      <p className="k-hint">{t('groundsHint')}</p>
      {Object.entries(grounds).map(([name, ground]) => {
        const at = under('/grounds', name);
        const title = read(objectOf(objectOf(ground).title) as Localised) || name;
        return (
          <details key={name} className="d-entry">
            <summary>{title}</summary>
            <LanguageTexts label={t('groundTitle')} at={`${at}/title`} required />
            <Act at={`${at}/act`} />
            <LanguageTexts label={t('mend')} at={`${at}/mend`} />
            <Button kind="secondary" onClick={() => edit([{ do: 'take', at }])}>
              {t('removeOf', { what: title })}
            </Button>
          </details>
        );
      })}
      <AddNamed
        label={t('newGround')}
        button={t('addGround')}
        taken={new Set(Object.keys(grounds))}
        add={(name, title) =>
          edit([
            {
              do: 'put',
              at: under('/grounds', name),
              value: {
                title: Object.fromEntries(languages.map((language) => [language, title])),
                act: 'Вкажіть акт і статтю',
              },
            },
          ])
        }
      />
    </section>
  );
}

function Act({ at }: { at: string }) {
  const t = useTexts(peopleTexts);
  const [value, put] = useValue(at);
  return <Field tight label={t('act')} value={typeof value === 'string' ? value : ''} onChange={put} />;
}
