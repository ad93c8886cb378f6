import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { type Json, listOf, objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import type { GroupProps } from '../fields/field-type.ts';
import { formPaths } from '../form/titles.ts';
import { useLibrary } from '../library.tsx';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { useLanguages } from '../parts/languages.ts';
import { panelTexts } from './texts.ts';

/** What must hold and JSON Schema cannot say: sums, the order of dates; told at this field. */
export function RulesGroup({ form, field }: GroupProps) {
  const t = useTexts(panelTexts);
  const { language } = useLanguage();
  const { open, edit } = useDesign();
  const { library } = useLibrary();
  const languages = useLanguages();
  if (field.pointer.includes('*')) return null;
  const at = `${form.base}/rules`;
  const rules = listOf(form.value('/rules'));
  const here = rules.flatMap((rule, n) => (objectOf(rule).at === field.pointer ? [n] : []));
  const paths = here.length > 0 ? formPaths(form, library.parts, language) : [];

  function add(): void {
    const rule: Json = {
      at: field.pointer,
      must: `form${field.pointer.replaceAll('/', '.')} != null`,
      say: Object.fromEntries(languages.map((one) => [one, t('ruleSaySample')])),
    };
    edit([
      rules.length === 0
        ? { do: 'put', at, value: [rule] }
        : { do: 'insert', at: `${at}/${rules.length}`, value: rule },
    ]);
  }

  return (
    <details className="d-group" open={here.length > 0 || undefined}>
      <summary>{t('rules')}</summary>
      <fieldset disabled={!open}>
        <legend className="k-hidden">{t('rules')}</legend>
        <p className="k-hint">{t('rulesHint')}</p>
        {here.map((n) => (
          <div key={n} className="d-test">
            <FeelField
              label={t('ruleMust')}
              value={String(objectOf(rules[n]).must ?? '')}
              at={`${at}/${n}/must`}
              paths={paths}
              onChange={(value) =>
                edit([{ do: 'put', at: `${at}/${n}/must`, value }], { together: `${at}/${n}/must` })
              }
            />
            <LanguageTexts label={t('ruleSay')} at={`${at}/${n}/say`} required />
            <Button
              kind="plain"
              onClick={() => edit([{ do: 'take', at: rules.length === 1 ? at : `${at}/${n}` }])}
            >
              {t('ruleRemove')}
            </Button>
          </div>
        ))}
        <Button kind="plain" onClick={add}>
          {t('ruleAdd')}
        </Button>
      </fieldset>
    </details>
  );
}
