import type { Difference } from '#core/definition/diff/index.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { useDesign } from '../design.tsx';
import { FormPlace } from '../form/place.ts';
import { useLibrary } from '../library.tsx';
import { placeOf } from '../problems/place-of.ts';
import { exampleTitle } from '../try/kept-examples.ts';
import type { ExampleChange } from './example-changes.ts';
import { publishTexts } from './texts.ts';

/** What differs from a version, in words, by who is affected; each leads to its place. The examples frozen with it last. */
export function Changes({
  difference,
  examples,
  version,
}: {
  difference: Difference;
  examples: readonly ExampleChange[];
  version: number;
}) {
  const t = useTexts(publishTexts);
  const read = useLocalised();
  const { definition, keeper, goTo } = useDesign();
  const { library } = useLibrary();
  const form = keeper.kind === 'service' ? new FormPlace(definition, '/form', library.parts) : undefined;
  if (difference.changes.length + examples.length === 0) return <p>{t('noChanges', { version })}</p>;
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
      <ChangedExamples examples={examples} />
    </ul>
  );
}

const hows = { new: 'exampleNew', changed: 'exampleChanged', gone: 'exampleGone' } as const;

function ChangedExamples({ examples }: { examples: readonly ExampleChange[] }) {
  const t = useTexts(publishTexts);
  const read = useLocalised();
  const { goTo } = useDesign();
  if (examples.length === 0) return null;
  return (
    <li>
      <strong>{t('scenarios')}</strong>
      <ul>
        {examples.map(({ name, how, scenario }) => {
          const says = t(hows[how], { title: exampleTitle(name, scenario, read) });
          return (
            <li key={name}>
              {says}{' '}
              <Button
                kind="plain"
                label={t('showPlace', { what: says })}
                onClick={() => goTo({ tab: 'try' })}
              >
                {t('show')}
              </Button>
            </li>
          );
        })}
      </ul>
    </li>
  );
}
