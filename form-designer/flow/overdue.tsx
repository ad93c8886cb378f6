import { useTexts } from '#portal/theme/language.tsx';
import { objectOf } from '../commands/json.ts';
import { Controls } from '../described/controls.tsx';
import { useValue } from '../design.tsx';
import { Pick } from '../parts/fields.tsx';
import { useTitled } from '../parts/titled.ts';
import { overdueDetails } from './details.ts';
import type { FlowPlace, StateNode } from './flow-place.ts';
import { TargetField } from './target-field.tsx';
import { flowTexts } from './texts.ts';

/** What happens when the deadline has passed: the case goes on, or stays and someone is told. */
export function OverdueGroup({ flow, node }: { flow: FlowPlace; node: StateNode }) {
  const t = useTexts(flowTexts);
  const at = `${node.at}/overdue`;
  const [value, put] = useValue(at);
  const overdue = objectOf(value);
  const roles = useTitled()('roles');
  const how = value === undefined ? 'none' : overdue.to !== undefined ? 'to' : 'raise';
  const others = flow.states(node.flow).filter(({ name }) => name !== node.name);
  return (
    <fieldset className="d-group">
      <legend>{t('overdue')}</legend>
      <Pick
        tight
        label={t('overdue')}
        value={how}
        options={[
          ['none', t('overdueNone')],
          ['raise', t('overdueRaise')],
          ['to', t('overdueTo')],
        ]}
        onChange={(next) => {
          const { to: _, raise: __, ...kept } = overdue;
          if (next === 'none') put(undefined);
          else if (next === 'raise') put({ raise: roles[0]?.[0] ?? '', ...kept });
          else put({ to: others[0]?.name ?? node.name, ...kept });
        }}
      />
      {how === 'to' ? <TargetField flow={flow} node={node} label={t('toState')} at={`${at}/to`} /> : null}
      {how === 'raise' ? <Raise at={`${at}/raise`} roles={roles} /> : null}
      {how === 'none' ? null : <Controls at={at} controls={overdueDetails} />}
    </fieldset>
  );
}

function Raise({ at, roles }: { at: string; roles: readonly [string, string][] }) {
  const t = useTexts(flowTexts);
  const [value, put] = useValue(at);
  return <Pick tight label={t('role')} value={String(value ?? '')} options={roles} onChange={put} />;
}
