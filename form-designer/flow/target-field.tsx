import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { isList, type Json, objectOf } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import { Pick } from '../parts/fields.tsx';
import type { FlowPlace, StateNode } from './flow-place.ts';
import { useFlowPaths } from './paths.ts';
import { flowTexts } from './texts.ts';
import { stateTitle } from './titles.ts';

const CONDITIONS = '?';

/** Where a case goes: one state, or one of several by conditions asked in turn. */
export function TargetField({
  flow,
  node,
  label,
  at,
}: {
  flow: FlowPlace;
  node: StateNode;
  label: string;
  at: string;
}) {
  const t = useTexts(flowTexts);
  const { language } = useLanguage();
  const { edit } = useDesign();
  const [value, put] = useValue(at);
  const paths = useFlowPaths(flow);
  const states = flow
    .states(node.flow)
    .map((other): [string, string] => [other.name, stateTitle(other, language)]);
  if (!isList(value))
    return (
      <Pick
        tight
        label={label}
        value={typeof value === 'string' ? value : ''}
        options={[...states, [CONDITIONS, t('byCondition')]]}
        onChange={(to) => {
          if (to !== CONDITIONS) put(to);
          else put([{ when: 'form.field = "value"', to: String(value ?? '') }, { to: String(value ?? '') }]);
        }}
      />
    );
  const entries: readonly Json[] = value;
  return (
    <fieldset className="d-sentence">
      <legend>{label}</legend>
      {entries.map((entry, n) => {
        const last = n === entries.length - 1;
        const { when, to } = objectOf(entry);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name but their place
          <div key={n} className="d-test">
            {last ? (
              <p className="d-group__title">{t('conditionElse')}</p>
            ) : (
              <FeelField
                label={t('condition')}
                value={String(when ?? '')}
                at={`${at}/${n}/when`}
                paths={paths}
                onChange={(next) =>
                  edit([{ do: 'put', at: `${at}/${n}/when`, value: next }], { together: `${at}/${n}` })
                }
              />
            )}
            <Pick
              tight
              label={t('toState')}
              value={String(to ?? '')}
              options={states}
              onChange={(next) => edit([{ do: 'put', at: `${at}/${n}/to`, value: next }])}
            />
            {last ? null : (
              <button
                type="button"
                className="d-icon"
                aria-label={t('conditionRemove', { n: n + 1 })}
                onClick={() =>
                  edit([
                    entries.length === 2
                      ? { do: 'put', at, value: String(objectOf(entries[1]).to ?? '') }
                      : { do: 'take', at: `${at}/${n}` },
                  ])
                }
              >
                ×
              </button>
            )}
          </div>
        );
      })}
      <Button
        kind="plain"
        onClick={() =>
          edit([
            {
              do: 'insert',
              at: `${at}/${entries.length - 1}`,
              value: { when: 'form.field = "value"', to: states[0]?.[0] ?? '' },
            },
          ])
        }
      >
        {t('conditionAdd')}
      </Button>
    </fieldset>
  );
}
