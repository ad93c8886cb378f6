import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { useDesign } from '../design.tsx';
import { typeOf } from '../fields/index.ts';
import { addField, spotOf } from '../form/add.ts';
import type { Field } from '../form/fields-of.ts';
import { madeOf } from '../form/move.ts';
import { containerOf, type FormPlace, requiring } from '../form/place.ts';
import { removeField } from '../form/remove.ts';
import { renameField } from '../form/rename.ts';
import { titleOf } from '../form/titles.ts';
import { plainName } from '../home/latin.ts';
import { useLibrary } from '../library.tsx';
import { Tick } from '../parts/fields.tsx';
import { focusInstead } from '../parts/focus.ts';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { ProblemsOf } from '../problems/here.tsx';
import { ConditionGroup } from './condition.tsx';
import { MoveTo } from './move-to.tsx';
import { NameField } from './name.tsx';
import { OfCaseGroup } from './of-case.tsx';
import { RulesGroup } from './rules.tsx';
import { panelTexts } from './texts.ts';
import { ValueGroup } from './value.tsx';

/** The id of the first control of the panel: a field that was just added is named there. */
export const LABEL = 'd-panel-label';

/** What can be set of the chosen field. */
export function Panel({ form, field }: { form: FormPlace; field: Field | undefined }) {
  const t = useTexts(panelTexts);
  return (
    <section className="d-panel" aria-labelledby="d-panel-title">
      <h2 id="d-panel-title" className="d-panel__title">
        {t('title')}
      </h2>
      {field ? <Properties form={form} field={field} /> : <p className="k-soft">{t('nothing')}</p>}
    </section>
  );
}

function Properties({ form, field }: { form: FormPlace; field: Field }) {
  const t = useTexts(panelTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { library } = useLibrary();
  const { open, edit, goTo, place, announce } = useDesign();
  const type = typeOf(form, field, library.parts);
  if (field.foreign) return <p className="k-soft">{t('foreign')}</p>;

  /** A field that still has the name of its kind takes one from its label. */
  function settleName(): void {
    if (!type || !new RegExp(`^${type.made.name}\\d*$`).test(field.name)) return;
    const title = titleOf(form, field, library.parts, language);
    const wanted = plainName(title);
    const container = containerOf(field.pointer);
    const taken = form.inside(container).some(({ name }) => name === wanted);
    if (wanted === '' || taken || title === read(type.title)) return;
    edit(renameField(form, field, wanted));
    goTo({ ...place, chosen: `${container}/${wanted}` });
  }

  function duplicate(): void {
    const spot = spotOf(form, field.pointer);
    const { operations, pointer } = addField(form, madeOf(form, field), { ...spot, index: spot.index + 1 });
    edit(operations);
    goTo({ ...place, chosen: pointer });
  }

  function remove(): void {
    focusInstead('data-field', field.pointer);
    edit(removeField(form, field));
    goTo({ ...place, chosen: undefined });
    announce(t('removed', { field: titleOf(form, field, library.parts, language) }));
  }

  return (
    <>
      <p className="k-soft">{type ? t('kind', { kind: read(type.title) }) : t('unknown')}</p>
      {form.base === '/form' ? <ProblemsOf tab="form" chosen={field.pointer} /> : null}
      <fieldset disabled={!open} className="d-group">
        <legend className="k-hidden">{t('title')}</legend>
        <LanguageTexts
          label={t('label')}
          at={`${form.textsAt(field.pointer)}/title`}
          required={field.part === undefined}
          onBlur={settleName}
          firstId={LABEL}
        />
        <LanguageTexts label={t('hint')} at={`${form.textsAt(field.pointer)}/hint`} />
        <Tick
          label={t('required')}
          hint={t('requiredHint')}
          checked={field.required}
          onChange={(yes) => edit(requiring(form, field.holder, field.name, yes))}
        />
      </fieldset>
      {type?.panel.map((Group) => (
        <Group key={Group.name} form={form} field={field} />
      ))}
      <ConditionGroup form={form} field={field} />
      <OfCaseGroup form={form} field={field} />
      <ValueGroup form={form} field={field} />
      {form.base.startsWith('/versions/') ? null : <RulesGroup form={form} field={field} />}
      <details className="d-group">
        <summary>{t('errors')}</summary>
        <fieldset disabled={!open}>
          <legend className="k-hidden">{t('errors')}</legend>
          <LanguageTexts label={t('errorRequired')} at={`${form.textsAt(field.pointer)}/errors/required`} />
          {field.schema.format === undefined ? null : (
            <LanguageTexts label={t('errorFormat')} at={`${form.textsAt(field.pointer)}/errors/format`} />
          )}
        </fieldset>
      </details>
      <fieldset disabled={!open} className="d-group">
        <legend className="k-hidden">{t('name')}</legend>
        <NameField key={field.at} form={form} field={field} />
      </fieldset>
      {open ? (
        <>
          <MoveTo form={form} field={field} />
          <div className="d-acts">
            <Button kind="secondary" onClick={duplicate}>
              {t('duplicate')}
            </Button>
            <Button kind="secondary" onClick={remove}>
              {t('remove')}
            </Button>
          </div>
        </>
      ) : null}
    </>
  );
}
