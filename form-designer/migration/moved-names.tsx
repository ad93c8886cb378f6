import { useTexts } from '#portal/theme/language.tsx';
import { objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { Pick } from '../parts/fields.tsx';
import { renaming } from './edits.ts';
import type { LostName } from './names.ts';
import { migrationTexts } from './texts.ts';

/** Parties, answers and documents that are called otherwise now. */
export function MovedNames({ names }: { names: readonly LostName[] }) {
  const t = useTexts(migrationTexts);
  const { definition, edit } = useDesign();
  const migrate = objectOf(objectOf(definition).migrate);
  if (names.length === 0) return null;
  return (
    <>
      <h4 className="d-group__title">{t('names')}</h4>
      <ul className="d-carried">
        {names.map(({ of, name, fresh }) => {
          const to = objectOf(migrate.renamed)[name];
          return (
            <li key={`${of}/${name}`} className="d-carried__one">
              <Pick
                tight
                label={t(of, { name })}
                value={typeof to === 'string' ? to : ''}
                none={t('lost')}
                options={fresh.map((one) => [one, t('calledNow', { name: one })])}
                onChange={(next) => edit(renaming(migrate, name, next))}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}
