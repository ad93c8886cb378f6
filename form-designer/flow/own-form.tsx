import { useMemo } from 'react';
import { type Localised, useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { listOf, objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { typeOf } from '../fields/index.ts';
import type { Field } from '../form/fields-of.ts';
import { FormPlace } from '../form/place.ts';
import { titleOf } from '../form/titles.ts';
import { useLibrary } from '../library.tsx';
import type { StateNode } from './flow-place.ts';
import { flowTexts } from './texts.ts';

/** What is entered while acting: a form of its own, told here field by field, drawn on the sheet like that of the application. */
export function OwnForm({ node }: { node: StateNode }) {
  const t = useTexts(flowTexts);
  const { edit, goTo, announce } = useDesign();
  const at = `${node.at}/form`;
  const has = node.state.form !== undefined;
  function begin(): void {
    edit([
      {
        do: 'put',
        at,
        value: {
          schema: { type: 'object', properties: { note: { type: 'string', maxLength: 2000 } } },
          ui: { note: { 'ui:widget': 'textarea' } },
          texts: { '/note': { title: { uk: 'Нотатка', en: 'Note' } } },
        },
      },
    ]);
    goTo({ tab: 'form', form: at });
  }
  return (
    <section className="d-group" aria-labelledby="d-own-form">
      <h3 className="d-group__title" id="d-own-form" tabIndex={-1}>
        {t('officerForm')}
      </h3>
      {has ? <Fields at={at} /> : <p className="k-hint">{t('officerFormNone')}</p>}
      <div className="d-acts">
        <Button kind="secondary" onClick={has ? () => goTo({ tab: 'form', form: at }) : begin}>
          {t(has ? 'officerFormEdit' : 'officerFormAdd')}
        </Button>
        {has ? (
          <Button
            kind="plain"
            onClick={() => {
              edit([{ do: 'take', at }]);
              announce(t('officerFormRemoved'));
              document.getElementById('d-own-form')?.focus({ preventScroll: true });
            }}
          >
            {t('officerFormRemove')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function Fields({ at }: { at: string }) {
  const t = useTexts(flowTexts);
  const { definition } = useDesign();
  const { library } = useLibrary();
  const form = useMemo(() => new FormPlace(definition, at, library.parts), [definition, at, library.parts]);
  if (form.fields.length === 0) return <p className="k-hint">{t('officerFormEmpty')}</p>;
  return <FieldList form={form} container="" />;
}

/** Fields one below another, in their order: each leads to its properties on the sheet. */
function FieldList({ form, container }: { form: FormPlace; container: string }) {
  return (
    <ul className="d-ownfields">
      {form.inside(container).map((field) => (
        <One key={field.pointer} form={form} field={field} />
      ))}
    </ul>
  );
}

function One({ form, field }: { form: FormPlace; field: Field }) {
  const t = useTexts(flowTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { library } = useLibrary();
  const { goTo } = useDesign();
  const { pointer, schema, required, when } = field;
  const kind = read(typeOf(form, field, library.parts)?.title) || String(schema.type ?? '');
  const notes = [kind, required ? t('fieldRequired') : '', when.length > 0 ? t('fieldWhen') : ''];
  const opens = field.inner.length > 0 && field.inner.every(({ foreign }) => !foreign);
  return (
    <li>
      <button
        type="button"
        className="d-ownfield"
        onClick={() => goTo({ tab: 'form', form: form.base, chosen: pointer })}
      >
        {titleOf(form, field, library.parts, language)}
      </button>
      <p className="k-soft">{notes.filter(Boolean).join(' · ')}</p>
      <Choices form={form} field={field} />
      {opens ? (
        <FieldList form={form} container={schema.type === 'array' ? `${pointer}/*` : pointer} />
      ) : null}
    </li>
  );
}

/** So many choices are told; of more, how many there are. */
const TOLD = 6;

/** What can be chosen, by its words; or where the choices, or the rows, come from. */
function Choices({ form, field }: { form: FormPlace; field: Field }) {
  const t = useTexts(flowTexts);
  const read = useLocalised();
  const { pointer, schema } = field;
  const from = (map: 'options' | 'rows') => objectOf(form.value(`/${map}`))[pointer];
  const [options, rows] = [from('options'), from('rows')];
  const values = listOf(schema.type === 'array' ? objectOf(schema.items).enum : schema.enum);
  const words = objectOf(objectOf(objectOf(form.value('/texts'))[pointer]).options);
  const told = values
    .slice(0, TOLD)
    .map((value) => read(objectOf(words[String(value)]) as Localised) || String(value));
  const more = values.length > TOLD ? ` ${t('choicesMore', { count: values.length - TOLD })}` : '';
  return (
    <>
      {told.length > 0 ? <p className="k-soft">{t('choices', { list: told.join('; ') }) + more}</p> : null}
      {typeof options === 'string' ? (
        <p className="k-soft">
          {t('choicesFrom')} <code>{options}</code>
        </p>
      ) : null}
      {typeof rows === 'string' ? (
        <p className="k-soft">
          {t('rowsFrom')} <code>{rows}</code>
        </p>
      ) : null}
    </>
  );
}
