import { useTexts } from '#portal/theme/language.tsx';
import { objectOf } from '../commands/json.ts';
import { Controls } from '../described/controls.tsx';
import { useDesign, useValue } from '../design.tsx';
import { NumberField, Pick } from '../parts/fields.tsx';
import { joinCondition } from './details.ts';
import type { FlowPlace, StateNode } from './flow-place.ts';
import { flowTexts } from './texts.ts';

/** When branches or items have come together: how many must end with which outcome. */
export function JoinGroup({ flow, node }: { flow: FlowPlace; node: StateNode }) {
  const t = useTexts(flowTexts);
  const { edit } = useDesign();
  const at = `${node.at}/join`;
  const [value] = useValue(at);
  const join = objectOf(value);
  const outcomes = [
    ...new Set(
      node.inner.flatMap((inner) =>
        flow
          .states(inner.at)
          .flatMap(({ type, state }) => (type === 'end' ? [String(state.outcome ?? '')] : [])),
      ),
    ),
  ];
  const count = typeof join.need === 'number';
  const condition = join.when !== undefined;
  return (
    <fieldset className="d-group">
      <legend>{t('join')}</legend>
      {condition ? null : (
        <Pick
          tight
          label={t('joinOutcome')}
          value={String(join.outcome ?? '')}
          options={outcomes.map((one) => [one, one])}
          onChange={(outcome) => edit([{ do: 'put', at: `${at}/outcome`, value: outcome }])}
        />
      )}
      <Pick
        tight
        label={t('join')}
        value={condition ? 'condition' : count ? 'number' : String(join.need ?? '')}
        options={[
          ['all', t('all')],
          ['any', t('any')],
          ['number', t('number')],
          ['condition', t('joinCondition')],
        ]}
        onChange={(need) =>
          edit([
            {
              do: 'put',
              at,
              value:
                need === 'condition'
                  ? { when: `outcomes.${node.name} != null` }
                  : { outcome: join.outcome ?? outcomes[0] ?? '', need: need === 'number' ? 1 : need },
            },
          ])
        }
      />
      {condition ? <Controls at={at} controls={joinCondition} /> : null}
      {count ? (
        <NumberField
          tight
          label={t('number')}
          min={1}
          value={Number(join.need)}
          onChange={(need) => {
            if (need) edit([{ do: 'put', at: `${at}/need`, value: need }], { together: `${at}/need` });
          }}
        />
      ) : null}
    </fieldset>
  );
}
