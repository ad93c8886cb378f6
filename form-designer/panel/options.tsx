import { useId } from 'react';
import { under } from '#core/form/pointer.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { type Json, listOf, objectOf, shifted } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import { useDesign } from '../design.tsx';
import type { GroupProps } from '../fields/field-type.ts';
import { plainName } from '../home/latin.ts';
import { useLanguages } from '../parts/languages.ts';
import { panelTexts } from './texts.ts';

/** The options of a choice: their words in every language, their order. */
export function OptionsGroup({ form, field }: GroupProps) {
  const t = useTexts(panelTexts);
  const { open, edit } = useDesign();
  const languages = useLanguages();
  const id = useId();
  const many = field.schema.type === 'array';
  const at = form.schemaAt(`${field.at}${many ? '/items' : ''}/enum`);
  const values = listOf(many ? objectOf(field.schema.items).enum : field.schema.enum);
  const textsAt = `${form.textsAt(field.pointer)}/options`;
  const texts = objectOf(objectOf(objectOf(form.value('/texts'))[field.pointer]).options);

  function write(language: string, value: Json, text: string): void {
    const key = under(textsAt, String(value));
    const word = under(key, language);
    edit([{ do: 'put', at: word, value: text }], { together: word });
  }

  /** A value that still is its first name takes that of its words, so that data can be read. */
  function settle(n: number): void {
    const value = values[n];
    if (typeof value !== 'string' || !/^(first|second|third|option\d*)$/.test(value)) return;
    const said = objectOf(texts[value]);
    const wanted = plainName(String(said.en || said.uk || ''));
    const defaults = /^(first|second|third|option|pershyi|druhyi|tretii)\d*$/;
    if (wanted === '' || defaults.test(wanted) || values.includes(wanted)) return;
    edit([
      { do: 'put', at: under(at, n), value: wanted },
      ...(texts[value] === undefined
        ? []
        : [{ do: 'rename' as const, at: under(textsAt, value), to: wanted }]),
    ]);
  }

  function add(): void {
    let n = values.length + 1;
    while (values.includes(`option${n}`)) n += 1;
    const name = `option${n}`;
    const words = Object.fromEntries(languages.map((language) => [language, t('option', { n })]));
    edit([
      { do: 'insert', at: under(at, values.length), value: name },
      { do: 'put', at: under(textsAt, name), value: words },
    ]);
  }

  function remove(n: number): void {
    const value = String(values[n]);
    const gone: Operation[] = texts[value] === undefined ? [] : [{ do: 'take', at: under(textsAt, value) }];
    edit([{ do: 'take', at: under(at, n) }, ...gone]);
  }

  return (
    <fieldset className="d-group" disabled={!open}>
      <legend>{t('options')}</legend>
      <ol className="d-options">
        {values.map((value, n) => (
          <li key={`${id}-${String(n)}`} className="d-option">
            <div className="d-option__words">
              {languages.map((language) => (
                <input
                  key={language}
                  className="k-input"
                  lang={language}
                  placeholder={language}
                  aria-label={t('optionIn', { n: n + 1, language })}
                  value={String(objectOf(texts[String(value)])[language] ?? '')}
                  onChange={(event) => write(language, value, event.target.value)}
                  onBlur={() => settle(n)}
                />
              ))}
            </div>
            <div className="d-option__acts">
              <button
                type="button"
                className="d-icon"
                aria-label={t('optionUp', { n: n + 1 })}
                disabled={n === 0}
                onClick={() => edit([{ do: 'put', at, value: shifted(values, n, n - 1) }])}
              >
                ↑
              </button>
              <button
                type="button"
                className="d-icon"
                aria-label={t('optionDown', { n: n + 1 })}
                disabled={n === values.length - 1}
                onClick={() => edit([{ do: 'put', at, value: shifted(values, n, n + 1) }])}
              >
                ↓
              </button>
              <button
                type="button"
                className="d-icon"
                aria-label={t('optionRemove', { n: n + 1 })}
                disabled={values.length < 2}
                onClick={() => remove(n)}
              >
                ×
              </button>
            </div>
          </li>
        ))}
      </ol>
      <Button kind="plain" onClick={add}>
        {t('optionAdd')}
      </Button>
    </fieldset>
  );
}
