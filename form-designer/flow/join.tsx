import { useTexts } from '#portal/theme/language.tsx';
import { objectOf } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { NumberField, Pick } from '../parts/fields.tsx';
import type { FlowPlace, StateNode } from './flow-place.ts';
import { flowTexts } from './texts.ts';

/** When branches or items have come together: how many must end with which outcome. */
export function JoinGroup({ flow, node }: { flow: FlowPlace; node: StateNode }) {
  const t = useTexts(flowTexts);
  const { edit } = useDesign();
  const at = `${node.at}/join`;
  const [value] = useValue(at);
  const join = objectOf(value);
  if (typeof join.when === 'string') return <p className="k-soft">{t('joinWhen', { when: join.when })}</p>;
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
  return (
    <fieldset className="d-group">
      <legend>{t('join')}</legend>
      <Pick
        tight
        label={t('joinOutcome')}
        value={String(join.outcome ?? '')}
        options={outcomes.map((one) => [one, one])}
        onChange={(outcome) => edit([{ do: 'put', at: `${at}/outcome`, value: outcome }])}
      />
      <Pick
        tight
        label={t('join')}
        value={count ? 'number' : String(join.need ?? '')}
        options={[
          ['all', t('all')],
          ['any', t('any')],
          ['number', t('number')],
        ]}
        onChange={(need) => edit([{ do: 'put', at: `${at}/need`, value: need === 'number' ? 1 : need }])}
      />
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
