import { useState } from 'react';
import type { Document } from '#core/definition/types.ts';
import type { JsonObject } from '#core/flow/types.ts';
import { under } from '#core/form/pointer.ts';
import { type Localised, useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { objectOf } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import { AddNamed } from '../parts/add-named.tsx';
import { Pick, Tick } from '../parts/fields.tsx';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { languageName, useLanguages } from '../parts/languages.ts';
import { BlockList } from './block-list.tsx';
import { madeBlock } from './blocks.ts';
import { Paper } from './paper.tsx';
import { papersTexts } from './texts.ts';

export interface PapersProps {
  /** What expressions see, of sample data; a text says why there is none. */
  readonly sample: JsonObject | string;
  readonly paths: readonly (readonly [path: string, label: string])[];
}

/** The documents of a service, each beside what it will look like. */
export function Documents(props: PapersProps) {
  const t = useTexts(papersTexts);
  const read = useLocalised();
  const languages = useLanguages();
  const { definition, edit, open } = useDesign();
  const documents = objectOf(objectOf(definition).documents);
  return (
    <section>
      <h2 className="k-h2">{t('documents')}</h2>
      <p className="k-hint">{t('documentsHint')}</p>
      {Object.entries(documents).map(([name, one]) => {
        const title = read(objectOf(objectOf(one).title) as Localised) || name;
        return (
          <details key={name} className="d-entry">
            <summary>{title}</summary>
            <DocumentEditor {...props} name={name} />
            <Button kind="secondary" onClick={() => edit([{ do: 'take', at: under('/documents', name) }])}>
              {t('removeOf', { what: title })}
            </Button>
          </details>
        );
      })}
      {open ? (
        <AddNamed
          label={t('newDocument')}
          button={t('addDocument')}
          taken={new Set(Object.keys(documents))}
          add={(name, title) =>
            edit([
              {
                do: 'put',
                at: under('/documents', name),
                value: {
                  title: Object.fromEntries(languages.map((language) => [language, title])),
                  body: [madeBlock('text'), madeBlock('fields'), madeBlock('qr')],
                  verify: true,
                },
              },
            ])
          }
        />
      ) : null}
    </section>
  );
}

function DocumentEditor({ name, sample, paths }: PapersProps & { name: string }) {
  const t = useTexts(papersTexts);
  const { language } = useLanguage();
  const { definition, edit, open } = useDesign();
  const languages = useLanguages();
  const at = under('/documents', name);
  const paper = objectOf(objectOf(objectOf(definition).documents)[name]);
  const [shown, setShown] = useState<string>(language);
  const [valid, setValid] = useValue(`${at}/validUntil`);
  return (
    <div className="d-document">
      <fieldset disabled={!open}>
        <legend className="k-hidden">{t('blocks')}</legend>
        <LanguageTexts label={t('title')} at={`${at}/title`} required />
        <Tick
          label={t('verify')}
          checked={paper.verify === true}
          onChange={(on) =>
            edit([on ? { do: 'put', at: `${at}/verify`, value: true } : { do: 'take', at: `${at}/verify` }])
          }
        />
        <FeelField
          label={t('validUntil')}
          value={typeof valid === 'string' ? valid : ''}
          at={`${at}/validUntil`}
          paths={paths}
          onChange={(next) => setValid(next === '' ? undefined : next)}
        />
        <BlockList at={`${at}/body`} paths={paths} />
      </fieldset>
      <div>
        <Pick
          tight
          label={t('language')}
          value={shown}
          options={languages.map((one) => [one, languageName(one)])}
          onChange={setShown}
        />
        {typeof sample === 'string' ? (
          <p className="k-error">{t('cannotPreview', { why: sample })}</p>
        ) : (
          <Paper paper={paper as unknown as Document} names={sample} language={shown} />
        )}
      </div>
    </div>
  );
}
