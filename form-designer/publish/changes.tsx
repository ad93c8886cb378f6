import type { Difference } from '#core/definition/diff/index.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { useDesign } from '../design.tsx';
import { FormPlace } from '../form/place.ts';
import { useLibrary } from '../library.tsx';
import { placeOf } from '../problems/place-of.ts';
import { publishTexts } from './texts.ts';

/** What differs from a version, in words, by who is affected; each leads to its place. */
export function Changes({ difference, version }: { difference: Difference; version: number }) {
  const t = useTexts(publishTexts);
  const read = useLocalised();
  const { definition, keeper, goTo } = useDesign();
  const { library } = useLibrary();
  const form = keeper.kind === 'service' ? new FormPlace(definition, '/form', library.parts) : undefined;
  if (difference.changes.length === 0) return <p>{t('noChanges', { version })}</p>;
  return (
    <ul className="d-changes">
      {difference.groups.map(({ affects, title, changes }) => (
        <li key={affects}>
          <strong>{read(title)}</strong>
          <ul>
            {changes.map((n) => {
              const change = difference.changes[n];
              return change ? (
                <li key={n}>
                  {read(change.says)}{' '}
                  <Button
                    kind="plain"
                    label={t('showPlace', { what: read(change.says) })}
                    onClick={() => goTo(placeOf(change.pointer, form, keeper.kind))}
                  >
                    {t('show')}
                  </Button>
                </li>
              ) : null;
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
}
