import { useState } from 'react';
import type { Document } from '#core/definition/types.ts';
import type { JsonObject } from '#core/flow/types.ts';
import { under } from '#core/form/pointer.ts';
import { type Localised, useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { listOf, objectOf, shifted } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import { AddNamed } from '../parts/add-named.tsx';
import { Pick, Tick } from '../parts/fields.tsx';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { useLanguages } from '../parts/languages.ts';
import { BlockEditor } from './block-editor.tsx';
import { type BlockKind, blockKinds, madeBlock } from './blocks.ts';
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
  const body = listOf(paper.body);
  const [shown, setShown] = useState<string>(language);
  const [kind, setKind] = useState<BlockKind>('text');
  const [valid, setValid] = useValue(`${at}/validUntil`);
  const word = (type: unknown): string =>
    t(
      (
        [
          'heading',
          'text',
          'fields',
          'table',
          'columns',
          'image',
          'chart',
          'qr',
          'signature',
          'pageBreak',
        ] as const
      ).find((one) => one === type) ?? 'text',
    );
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
        <ol className="d-blocklist">
          {body.map((block, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name but their place
            <li key={n}>
              <details className="d-entry">
                <summary>{t('block', { n: n + 1, kind: word(objectOf(block).type) })}</summary>
                <BlockEditor at={`${at}/body/${n}`} paths={paths} />
                <div className="d-option__acts">
                  <button
                    type="button"
                    className="d-icon"
                    aria-label={t('up', { n: n + 1 })}
                    disabled={n === 0}
                    onClick={() => edit([{ do: 'put', at: `${at}/body`, value: shifted(body, n, n - 1) }])}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    className="d-icon"
                    aria-label={t('down', { n: n + 1 })}
                    disabled={n === body.length - 1}
                    onClick={() => edit([{ do: 'put', at: `${at}/body`, value: shifted(body, n, n + 1) }])}
                  >
                    ↓
                  </button>
                  <button
                    type="button"
                    className="d-icon"
                    aria-label={t('removeBlock', { n: n + 1 })}
                    disabled={body.length < 2}
                    onClick={() => edit([{ do: 'take', at: `${at}/body/${n}` }])}
                  >
                    ×
                  </button>
                </div>
              </details>
            </li>
          ))}
        </ol>
        <div className="d-addkind">
          <Pick
            tight
            label={t('blockKind')}
            value={kind}
            options={blockKinds.map((one) => [one, t(one)])}
            onChange={(next) => setKind(next as BlockKind)}
          />
          <Button
            kind="secondary"
            onClick={() => edit([{ do: 'insert', at: `${at}/body/${body.length}`, value: madeBlock(kind) }])}
          >
            {t('addBlock')}
          </Button>
        </div>
      </fieldset>
      <div>
        <Pick
          tight
          label={t('language')}
          value={shown}
          options={languages.map((one) => [one, one])}
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
