import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import { FlowPlace } from '../flow/flow-place.ts';
import { stateTitle } from '../flow/titles.ts';
import type { Field } from '../form/fields-of.ts';
import type { FormPlace } from '../form/place.ts';
import { formPaths, titleOf } from '../form/titles.ts';
import { useLibrary } from '../library.tsx';
import { Pick } from '../parts/fields.tsx';
import { fillField, moveField } from './edits.ts';
import { type FormChange, placesFor } from './fields.ts';
import { migrationTexts } from './texts.ts';

/** Where went what was entered in fields that are no more, and what new required fields are filled with. */
export function MovedFields({ forms }: { forms: readonly FormChange[] }) {
  const t = useTexts(migrationTexts);
  if (forms.length === 0) return null;
  return (
    <>
      <h4 className="d-group__title">{t('fields')}</h4>
      <p className="k-hint">{t('fieldsHint')}</p>
      {forms.map((form) => (
        <OfForm key={form.name} change={form} />
      ))}
    </>
  );
}

function OfForm({ change }: { change: FormChange }) {
  const t = useTexts(migrationTexts);
  const { language } = useLanguage();
  const { library } = useLibrary();
  const { definition, edit } = useDesign();
  const { name, before, after } = change;
  const migrate = objectOf(objectOf(definition).migrate);
  const carried = objectOf(objectOf(migrate.data)[name]);
  const title = (form: FormPlace, field: Field) => titleOf(form, field, library.parts, language);
  const state = new FlowPlace(definition).everyState().find((one) => one.name === name);
  const paths = change.wanted.length > 0 ? formPaths(before, library.parts, language) : [];
  return (
    <>
      {state ? <p className="k-soft">{t('enteredIn', { state: stateTitle(state, language) })}</p> : null}
      <ul className="d-carried">
        {change.gone.map((field) => {
          const to = objectOf(carried.move)[field.pointer];
          return (
            <li key={field.pointer} className="d-carried__one">
              <Pick
                tight
                label={t('fieldGone', { field: title(before, field) })}
                value={typeof to === 'string' ? to : ''}
                none={t('lost')}
                options={placesFor(change, field).map((one) => [
                  one.pointer,
                  t('into', { field: title(after, one) }),
                ])}
                onChange={(next) => edit(moveField(migrate, name, field.pointer, next))}
              />
            </li>
          );
        })}
        {change.wanted.map((field) => {
          const feel = objectOf(carried.fill)[field.pointer];
          const at = `/migrate/data/${name}/fill`;
          return (
            <li
              key={field.pointer}
              className={feel === undefined ? 'd-carried__one d-carried__one--open' : 'd-carried__one'}
            >
              <FeelField
                label={t('fieldNew', { field: title(after, field) })}
                hint={t('fieldNewHint')}
                at={`${at}/${field.pointer.replaceAll('/', '~1')}`}
                value={typeof feel === 'string' ? feel : ''}
                paths={paths}
                onChange={(next) =>
                  edit(fillField(migrate, name, field.pointer, next), { together: `${at}${field.pointer}` })
                }
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}
