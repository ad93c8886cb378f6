import { under } from '#core/form/pointer.ts';
import { type Localised, useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import { fillable } from '../form/fillable.ts';
import type { FormPlace } from '../form/place.ts';
import { formPaths, titleOf } from '../form/titles.ts';
import { plainName } from '../home/latin.ts';
import { useLibrary } from '../library.tsx';
import { Pick } from '../parts/fields.tsx';
import { canvasTexts } from './texts.ts';

const ways = ['tellOfficer', 'refuse', 'ignore'] as const;

/** Registries that are asked while one fills in: what is sent, what it fills in, what if the person knows better. */
export function Lookups({ form }: { form: FormPlace }) {
  const t = useTexts(canvasTexts);
  const read = useLocalised();
  const { open, edit } = useDesign();
  const { library } = useLibrary();
  const lookups = objectOf(form.value('/lookups'));
  const asked = Object.values(library.connectors).filter(({ kind }) =>
    ['registry', 'rest', 'xroad'].includes(String(kind)),
  );
  return (
    <details className="d-group d-page-settings">
      <summary>{t('lookups')}</summary>
      <fieldset disabled={!open}>
        <legend className="k-hidden">{t('lookups')}</legend>
        <p className="k-hint">{t('lookupsHint')}</p>
        {Object.keys(lookups).map((name) => (
          <Lookup key={name} form={form} name={name} />
        ))}
        <Pick
          tight
          label={t('lookupAdd')}
          value=""
          none={t('choose')}
          options={asked.map(({ id, title }) => [id, read(title as Localised) || id])}
          onChange={(connector) => {
            if (connector === '') return;
            let name = plainName(connector);
            for (let n = 2; lookups[name] !== undefined; n += 1) name = `${plainName(connector)}${n}`;
            edit([
              { do: 'put', at: `${form.base}/lookups/${name}`, value: { connector, input: {}, fills: {} } },
            ]);
          }}
        />
      </fieldset>
    </details>
  );
}

function Lookup({ form, name }: { form: FormPlace; name: string }) {
  const t = useTexts(canvasTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { edit } = useDesign();
  const { library } = useLibrary();
  const at = `${form.base}/lookups/${name}`;
  const lookup = objectOf(objectOf(form.value('/lookups'))[name]);
  const connector = library.connectors[String(lookup.connector ?? '')];
  const known = connector as unknown as
    | { input?: { properties?: object }; output?: { properties?: object } }
    | undefined;
  const input = objectOf(lookup.input);
  const fills = objectOf(lookup.fills);
  const paths = formPaths(form, library.parts, language);
  const results = Object.keys(known?.output?.properties ?? {}).map((one): [string, string] => [
    `result.${one}`,
    one,
  ]);
  const put = (place: string, value: string, before: unknown) => {
    if (value !== '') edit([{ do: 'put', at: place, value }], { together: place });
    else if (before !== undefined) edit([{ do: 'take', at: place }]);
  };
  const free = fillable(form, fills);
  const title = read(connector?.title as Localised | undefined) || name;
  return (
    <details className="d-entry">
      <summary>{title}</summary>
      <FeelField
        label={t('lookupWhen')}
        value={String(lookup.when ?? '')}
        at={`${at}/when`}
        paths={paths}
        onChange={(value) => put(`${at}/when`, value, lookup.when)}
      />
      {[...new Set([...Object.keys(known?.input?.properties ?? {}), ...Object.keys(input)])].map((one) => (
        <FeelField
          key={one}
          label={t('lookupInput', { name: one })}
          value={String(input[one] ?? '')}
          at={under(`${at}/input`, one)}
          paths={paths}
          onChange={(value) => put(under(`${at}/input`, one), value, input[one])}
        />
      ))}
      {Object.keys(fills).map((pointer) => {
        const field = form.field(pointer);
        return (
          <FeelField
            key={pointer}
            label={t('lookupFills', {
              field: field ? titleOf(form, field, library.parts, language) : pointer,
            })}
            value={String(fills[pointer] ?? '')}
            at={under(`${at}/fills`, pointer)}
            paths={results}
            onChange={(value) => put(under(`${at}/fills`, pointer), value, fills[pointer])}
          />
        );
      })}
      <Pick
        tight
        label={t('lookupFillsAdd')}
        value=""
        none={t('choose')}
        options={free.map((field) => [field.pointer, titleOf(form, field, library.parts, language)])}
        onChange={(pointer) => {
          if (pointer !== '')
            edit([{ do: 'put', at: under(`${at}/fills`, pointer), value: results[0]?.[0] ?? 'result' }]);
        }}
      />
      <Pick
        tight
        label={t('lookupDifferent')}
        value={String(lookup.whenDifferent ?? 'tellOfficer')}
        options={ways.map((one) => [one, t(one)])}
        onChange={(value) => edit([{ do: 'put', at: `${at}/whenDifferent`, value }])}
      />
      <Button kind="plain" onClick={() => edit([{ do: 'take', at }])}>
        {t('lookupRemove', { name: title })}
      </Button>
    </details>
  );
}
