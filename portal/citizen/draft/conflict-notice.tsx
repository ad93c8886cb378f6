import { useState } from 'react';
import type { FormDefinition } from '#core/form/types.ts';
import { labelOf } from '#portal/theme/form/label.ts';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { AnswerList } from '../application/answers.tsx';
import { citizenTexts } from '../texts.ts';
import type { Conflict } from './merge.ts';

/** Another device changed the same parts: shows both, part by part, and lets one choose. */
export function ConflictNotice({
  form,
  conflicts,
  choose,
}: {
  form: FormDefinition;
  conflicts: readonly Conflict[];
  choose: (choices: ReadonlyMap<string, unknown>) => void;
}) {
  const t = useTexts(citizenTexts);
  const { language } = useLanguage();
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  return (
    <div className="k-notice k-notice--warning" role="alert">
      <p className="k-notice__title">{t('conflictTitle')}</p>
      <p>{t('conflictText')}</p>
      {conflicts.map((conflict) => (
        <fieldset className="k-field" key={conflict.part}>
          <legend className="k-legend">{labelOf(form, `/${conflict.part}`, language)}</legend>
          {(['mine', 'theirs'] as const).map((side) => {
            const id = `conflict-${conflict.part}-${side}`;
            return (
              <div key={side}>
                <div className="k-choice">
                  <input
                    type="radio"
                    id={id}
                    name={`conflict-${conflict.part}`}
                    checked={theirs.has(conflict.part) === (side === 'theirs')}
                    onChange={() => {
                      const next = new Set(theirs);
                      if (side === 'theirs') next.add(conflict.part);
                      else next.delete(conflict.part);
                      setTheirs(next);
                    }}
                  />
                  <label htmlFor={id}>{t(side === 'mine' ? 'conflictMine' : 'conflictTheirs')}</label>
                </div>
                <AnswerList
                  form={form}
                  data={{ [conflict.part]: conflict[side] } as Record<string, unknown>}
                  fields={[`/${conflict.part}`]}
                />
              </div>
            );
          })}
        </fieldset>
      ))}
      <Button
        onClick={() =>
          choose(new Map(conflicts.map((one) => [one.part, theirs.has(one.part) ? one.theirs : one.mine])))
        }
      >
        {t('conflictKeep')}
      </Button>
    </div>
  );
}
