import { useMemo } from 'react';
import { useTexts } from '#portal/theme/language.tsx';
import type { Json } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { FormPlace } from '../form/place.ts';
import { useLibrary } from '../library.tsx';
import { placeOf } from '../problems/place-of.ts';
import { Whereabouts } from '../problems/whereabouts.tsx';
import { type Change, difference } from './difference.ts';
import { publishTexts } from './texts.ts';

const plain = (value: Json | undefined): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** What differs from a version, place by place, in words. */
export function Changes({ before, after, version }: { before: Json; after: Json; version: number }) {
  const t = useTexts(publishTexts);
  const { keeper } = useDesign();
  const { library } = useLibrary();
  const changes = useMemo(() => difference(before, after), [before, after]);
  const forms = useMemo(
    () =>
      keeper.kind === 'service'
        ? [new FormPlace(after, '/form', library.parts), new FormPlace(before, '/form', library.parts)]
        : [],
    [keeper.kind, after, before, library.parts],
  );
  if (changes.length === 0) return <p>{t('noChanges', { version })}</p>;
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    // what was taken away is known by what it was
    const form = change.after === undefined ? (forms[1] ?? forms[0]) : forms[0];
    const key = JSON.stringify([placeOf(change.pointer, form), change.after === undefined]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return (
    <ul className="d-changes">
      {[...groups].map(([key, list]) => {
        const [place, gone] = JSON.parse(key) as [ReturnType<typeof placeOf>, boolean];
        return (
          <li key={key}>
            <strong>
              <Whereabouts place={place} form={gone ? forms[1] : forms[0]} />
            </strong>
            <ul>
              {list.map(({ pointer, before: was, after: is }) => (
                <li key={pointer}>
                  <code>{pointer}</code>{' '}
                  {was === undefined
                    ? t('added')
                    : is === undefined
                      ? t('removed')
                      : plain(was) && plain(is)
                        ? t('became', { before: String(was), after: String(is) })
                        : t('changed')}
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
